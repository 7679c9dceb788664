import type { Actor } from '@beffroi/shared/core/actor';
import { now } from '../../../platform/clock.ts';
import { InvitationModel } from '../invitation.model.ts';
import { managedInvitation } from '../invitations.queries.ts';

/** Takes an invitation back: its link opens nothing any more. @throws AppError `not-found`, `forbidden` */
export const revokeInvitation = async (actor: Actor, id: string): Promise<{ id: string }> => {
  const { _id } = await managedInvitation(actor, id);
  await InvitationModel.updateOne({ _id, open: true }, { $set: { endedAt: now() }, $unset: { open: 1, tokenHash: 1, mailDue: 1 } });
  return { id };
};
