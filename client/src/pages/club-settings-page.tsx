import { ArchiveClub } from '../features/clubs/archive-club.tsx';
import { ClubCardForm } from '../features/clubs/club-card-form.tsx';
import { PilotSettings } from '../features/clubs/pilot-settings.tsx';
import { Section } from '../ui/section.tsx';
import { ClubFrame } from './club-frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** A club's card for its pilots; for the administrator, its pilots and its existence too. */
export function ClubSettingsPage() {
  return (
    <ClubFrame part="Réglages">
      {(club) => {
        const { abilities } = club;
        if (!abilities['club.edit'] && !abilities['club.administer']) return <NotFoundPage />;
        return (
          <>
            {abilities['club.administer'] && (
              <Section title="Qui pilote ce club">
                <PilotSettings club={club} />
              </Section>
            )}
            {abilities['club.edit'] && (
              <Section title="Fiche du club">
                <ClubCardForm club={club} />
              </Section>
            )}
            {abilities['club.administer'] && (
              <Section title={club.archivedAt ? 'Rouvrir' : 'Archiver'}>
                <ArchiveClub club={club} />
              </Section>
            )}
          </>
        );
      }}
    </ClubFrame>
  );
}
