import { AppError } from '@beffroi/shared/core/errors';
import { Types } from 'mongoose';
import type { ModerationAct } from '../../platform/audit-trail.ts';
import { objectId } from '../../platform/object-id.ts';
import { ClubModel, type ClubRecord } from './club.model.ts';
import { settleClub } from './settle-club.ts';

const ATTEMPTS = 8;

export interface NewRole {
  personId: string;
  /** Null for who leaves. */
  role: 'pilot' | 'member' | 'guest' | null;
  act: ModerationAct;
  /** She said yes to it herself, and need not be told. */
  accepted?: boolean;
}

/**
 * Changes roles in a club, one change at a time: what `check` found still holds when they are written, since a change made
 * meanwhile, carried out or not, makes it look again. They are kept in the club until they are carried out.
 * @throws AppError whatever `check` throws; `unavailable` when others keep changing roles
 */
export const changeRoles = async (clubId: string, changes: NewRole[], check: (club: ClubRecord) => Promise<void>): Promise<void> => {
  const _id = objectId(clubId);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const club = await ClubModel.findById(_id).lean<ClubRecord>();
    if (!club) throw new AppError('not-found');
    if ((club.roleChanges ?? []).length > 0) {
      await settleClub(clubId);
      continue;
    }
    await check(club);
    const version = club.rolesVersion ?? 0;
    const written = await ClubModel.updateOne(
      { _id, rolesVersion: version || { $in: [0, null] }, 'roleChanges.0': { $exists: false } },
      {
        $push: { roleChanges: { $each: changes.map((change) => ({ _id: new Types.ObjectId().toHexString(), ...change })) } },
        $set: { rolesVersion: version + 1 },
      },
    );
    if (written.modifiedCount === 0) continue;
    await settleClub(clubId);
    return;
  }
  throw new AppError('unavailable');
};
