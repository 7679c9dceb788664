import { Charter, Sentences } from '../features/clubs/charter.tsx';
import { TagList } from '../features/clubs/tag-list.tsx';
import { Section } from '../ui/section.tsx';
import { ClubFrame } from './club-frame.tsx';

/** What a club is for and how it works. */
export function ClubPresentationPage() {
  return (
    <ClubFrame part="Présentation">
      {(club) => (
        <>
          {club.purposes.length > 0 && (
            <Section title="À quoi sert ce club">
              <Sentences items={club.purposes} />
            </Section>
          )}
          {club.audience.length > 0 && (
            <Section title="Pour qui">
              <Sentences items={club.audience} />
            </Section>
          )}
          {club.firstWorks.length > 0 && (
            <Section title="Premiers travaux">
              <Sentences items={club.firstWorks} />
            </Section>
          )}
          {club.abilities['club.read'] && <TagList club={club} />}
          {club.charter && (
            <Section title="La charte">
              <Charter text={club.charter} />
            </Section>
          )}
        </>
      )}
    </ClubFrame>
  );
}
