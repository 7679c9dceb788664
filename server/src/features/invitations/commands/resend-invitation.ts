import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Invitation } from '@beffroi/shared/features/invitations/invitations.contract';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { InvitationModel, type InvitationRecord } from '../invitation.model.ts';
import { managedInvitation, presentInvitation } from '../invitations.queries.ts';
import { linkEnd } from '../invite-address.ts';

/**
 * Sends a new link, good for as long as the first was; the one before opens nothing any more. Whoever sends it could have given all
 * of it, and answers for it from then on: so it is taken over from somebody who left.
 * @throws AppError `not-found`, `forbidden`
 */
export const resendInvitation = async (actor: Actor, id: string): Promise<Invitation> => {
  const { _id } = await managedInvitation(actor, id);
  const by = await personRef(actor.personId);
  const sent = await InvitationModel.findOneAndUpdate(
    { _id, open: true },
    {
      $inc: { serial: 1 },
      $set: { by: { id: by.id, name: by.name }, alsoBy: [], mailDue: now(), mailTries: 0, expiresAt: linkEnd() },
      $unset: { tokenHash: 1, mailedAt: 1 },
    },
    { returnDocument: 'after' },
  ).lean<InvitationRecord>();
  if (!sent) throw new AppError('not-found');
  await publish('invitations.work.queued', {});
  return presentInvitation(actor, sent, sent.memberships);
};
