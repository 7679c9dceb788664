import { ReportList } from '../features/moderation/report-list.tsx';
import { TrailList } from '../features/moderation/trail-list.tsx';
import { Section } from '../ui/section.tsx';
import { EmptyState } from '../ui/states.tsx';
import { ClubFrame } from './club-frame.tsx';

/** What was reported in a club and what was done in its name, for those who animate it. */
export function ClubModerationPage() {
  return (
    <ClubFrame part="Modération">
      {(club) =>
        club.abilities['club.moderate'] ? (
          <>
            <Section title="Signalements">
              <ReportList slug={club.slug} />
            </Section>
            <Section title="Journal">
              <TrailList slug={club.slug} />
            </Section>
          </>
        ) : (
          <EmptyState title="Réservé aux pilotes du club" text="Pour signaler un texte, choisissez «&nbsp;Signaler&nbsp;» sous ce texte." />
        )
      }
    </ClubFrame>
  );
}
