import { MemberList } from '../features/clubs/member-list.tsx';
import { RequestList } from '../features/clubs/request-list.tsx';
import { Section } from '../ui/section.tsx';
import { EmptyState } from '../ui/states.tsx';
import { ClubFrame } from './club-frame.tsx';

/** Who belongs to a club, and for its pilots who asks to. */
export function ClubMembersPage() {
  return (
    <ClubFrame part="Membres">
      {(club) =>
        club.abilities['club.read'] ? (
          <>
            {club.abilities['club.decide-requests'] && <RequestList slug={club.slug} />}
            <Section title="Membres">
              <MemberList slug={club.slug} />
            </Section>
          </>
        ) : (
          <EmptyState title="Les membres se voient entre eux" text="Rejoignez le club pour savoir qui y participe." />
        )
      }
    </ClubFrame>
  );
}
