import { personRef } from '../features/accounts/accounts.queries.ts';
import { archiveClub } from '../features/clubs/commands/archive-club.ts';
import { checkedMemberships } from '../features/invitations/grants.ts';
import { InvitationModel } from '../features/invitations/invitation.model.ts';
import { inviteAddress } from '../features/invitations/invite-address.ts';
import { now } from '../platform/clock.ts';
import type { Cast } from './cast.ts';
import { demoAdministration } from './content.ts';
import { actThen } from './load-moderation.ts';

/** Invitations that wait. Their mails are said to have left then: none leaves when the demonstration starts. */
const loadInvitations = async (cast: Cast): Promise<void> => {
  for (const { email, function: title, grants, ...act } of demoAdministration.invitations)
    await actThen(cast, act, async (actor) => {
      const { id, name } = await personRef(actor.personId);
      const memberships = checkedMemberships(actor, grants);
      await inviteAddress({ id, name }, { email, name: title, function: title, memberships });
      await InvitationModel.updateOne({ email, open: true }, { $set: { mailedAt: now() }, $unset: { mailDue: 1 } });
    });
};

/** Who is expected, and the clubs whose work is done: nothing is written there afterwards, so that this comes last. */
export const loadAdministration = async (cast: Cast): Promise<void> => {
  await loadInvitations(cast);
  for (const { club, ...act } of demoAdministration.archived) await actThen(cast, act, (administrator) => archiveClub(administrator, club));
};
