import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { InvitationInput } from '@beffroi/shared/features/invitations/invitations.contract';
import { canInvite, canInviteSubstitutes } from '@beffroi/shared/features/invitations/invitations.policy';
import type { InvitationOutcome } from '@beffroi/shared/features/invitations/invitations.vocabulary';
import { publish } from '../../../platform/events.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { checkedMemberships } from '../grants.ts';
import { inviteAddress } from '../invite-address.ts';
import { givesUnasked, inviteesAt } from '../invitees.queries.ts';

/**
 * Invites one address within the actor's remit; the mail leaves in the background. Who has an account and is the actor's to
 * look after is given the rights at once; anyone else has an invitation to accept.
 * @throws AppError `forbidden`
 */
export const invite = async (actor: Actor, { grants, ...person }: InvitationInput): Promise<{ outcome: InvitationOutcome }> => {
  if (!canInvite(actor) && !canInviteSubstitutes(actor)) throw new AppError('forbidden');
  const memberships = checkedMemberships(actor, grants);
  const { id, name } = await personRef(actor.personId);
  const invitee = (await inviteesAt(actor, [person.email])).get(person.email);
  const unasked = invitee !== undefined && givesUnasked(actor, invitee, memberships);
  const outcome = await inviteAddress({ id, name }, { ...person, memberships, unasked });
  await publish('invitations.work.queued', {});
  return { outcome };
};
