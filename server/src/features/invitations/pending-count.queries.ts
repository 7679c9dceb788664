import { InvitationModel } from './invitation.model.ts';

/** How many are invited and have not come yet. */
export const countPendingInvitations = (): Promise<number> => InvitationModel.countDocuments({ open: true }).exec();
