import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canAdministerClub } from '@beffroi/shared/features/clubs/clubs.policy';
import { now } from '../../../platform/clock.ts';
import { objectId } from '../../../platform/object-id.ts';
import { ClubModel } from '../club.model.ts';
import { actOnClub } from '../club-acts.ts';
import { type KnownClub, visibleClub } from '../known-clubs.queries.ts';
import { settleClub } from '../settle-club.ts';

const administered = (actor: Actor, slug: string): KnownClub => {
  const club = visibleClub(actor, slug);
  if (!canAdministerClub(actor, club)) throw new AppError('forbidden');
  return club;
};

/** Archives a club: it is still read, nothing is written or joined there. Doing it again changes nothing. @throws AppError `not-found`, `forbidden` */
export const archiveClub = async (actor: Actor, slug: string): Promise<void> => {
  const club = administered(actor, slug);
  const act = await actOnClub(actor, 'archive-club', club);
  const { modifiedCount } = await ClubModel.updateOne(
    { _id: objectId(club.id), archivedAt: null },
    { $set: { archivedAt: now() }, $push: { acts: act } },
  );
  if (modifiedCount > 0) await settleClub(club.id);
};

/** Opens an archived club again, as it was. Doing it again changes nothing. @throws AppError `not-found`, `forbidden` */
export const reopenClub = async (actor: Actor, slug: string): Promise<void> => {
  const club = administered(actor, slug);
  const act = await actOnClub(actor, 'reopen-club', club);
  const { modifiedCount } = await ClubModel.updateOne(
    { _id: objectId(club.id), archivedAt: { $ne: null } },
    { $set: { archivedAt: null }, $push: { acts: act } },
  );
  if (modifiedCount > 0) await settleClub(club.id);
};
