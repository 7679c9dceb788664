import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Invitation } from '@beffroi/shared/features/invitations/invitations.contract';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { InvitationModel, type InvitationRecord } from '../invitation.model.ts';
import { managedInvitation, presentInvitation } from '../invitations.queries.ts';
import { linkEnd } from '../invite-address.ts';

/**
 * Sends a new link, good for as long as the first was; the one before opens nothing any more.
 * @throws AppError `not-found`, `forbidden`
 */
export const resendInvitation = async (actor: Actor, id: string): Promise<Invitation> => {
  const { _id } = await managedInvitation(actor, id);
  const sent = await InvitationModel.findOneAndUpdate(
    { _id, open: true },
    { $inc: { serial: 1 }, $set: { mailDue: now(), mailTries: 0, expiresAt: linkEnd() }, $unset: { tokenHash: 1, mailedAt: 1 } },
    { returnDocument: 'after' },
  ).lean<InvitationRecord>();
  if (!sent) throw new AppError('not-found');
  await publish('invitations.work.queued', {});
  return presentInvitation(actor, sent);
};
