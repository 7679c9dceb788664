import type { InvitationOutcome } from '@beffroi/shared/features/invitations/invitations.vocabulary';
import { INVITATION_DAYS } from '@beffroi/shared/features/invitations/invitations.vocabulary';
import { now } from '../../platform/clock.ts';
import { isDuplicate } from '../../platform/duplicate-key.ts';
import { PersonModel } from '../accounts/person.model.ts';
import { giveRights } from './give-rights.ts';
import type { ConfirmedLine } from './import.model.ts';
import { InvitationModel } from './invitation.model.ts';

const DAY_MS = 86_400_000;
export const linkEnd = (): Date => new Date(now().getTime() + INVITATION_DAYS * DAY_MS);

export const personOf = async (email: string): Promise<string | null> =>
  (await PersonModel.findOne({ email }, { _id: 1 }).lean())?._id.toHexString() ?? null;

/**
 * Invites an address, adds to the invitation it was sent, or gives the rights to who has it where she need not be asked. Carried out twice it does nothing
 * more: an address has one open invitation at most.
 */
export const inviteAddress = async (
  by: { id: string; name: string },
  { email, name, function: title, memberships, unasked }: ConfirmedLine,
): Promise<InvitationOutcome> => {
  const personId = unasked ? await personOf(email) : null;
  if (personId) {
    await giveRights({ byId: by.id, accepted: false }, personId, memberships);
    return 'added';
  }
  const at = now();
  try {
    const known = { email, name, function: title, memberships, by, at, expiresAt: linkEnd() };
    await InvitationModel.create({ ...known, open: true, serial: 1, mailDue: at, mailTries: 0 });
    return 'invited';
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await InvitationModel.updateOne({ email, open: true }, { $addToSet: { memberships: { $each: memberships }, alsoBy: by.id } });
    return 'pending';
  }
};
