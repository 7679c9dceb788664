import { AddMembers } from '../features/clubs/add-members.tsx';
import { MemberList } from '../features/clubs/member-list.tsx';
import { RequestList } from '../features/clubs/request-list.tsx';
import { InvitationForm } from '../features/invitations/invitation-form.tsx';
import { PendingList } from '../features/invitations/pending-list.tsx';
import { Section } from '../ui/section.tsx';
import { EmptyState } from '../ui/states.tsx';
import { ClubFrame } from './club-frame.tsx';

/** For those who animate the club: one person to invite, and who is waited for. */
function InviteToClub({ slug, name }: { slug: string; name: string }) {
  const place = { scope: 'club', slug, name } as const;
  return (
    <>
      <Section title="Faire entrer dans ce club">
        <AddMembers slug={slug} />
      </Section>
      <Section title="Inviter par courriel">
        <InvitationForm place={place} />
      </Section>
      <Section title="Invitations en attente">
        <PendingList place={place} />
      </Section>
    </>
  );
}

/** Who belongs to a club, and for its pilots who asks to. */
export function ClubMembersPage() {
  return (
    <ClubFrame part="Membres">
      {(club) =>
        club.abilities['club.read'] ? (
          <>
            {club.abilities['club.decide-requests'] && <RequestList slug={club.slug} />}
            {club.abilities['club.invite'] && <InviteToClub slug={club.slug} name={club.name} />}
            <Section title="Membres">
              <MemberList slug={club.slug} mayRemove={club.abilities['club.remove-members']} />
            </Section>
          </>
        ) : (
          <EmptyState title="Les membres se voient entre eux" text="Rejoignez le club pour savoir qui y participe." />
        )
      }
    </ClubFrame>
  );
}
