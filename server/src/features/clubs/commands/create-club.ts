import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canCreateClub } from '@beffroi/shared/features/clubs/clubs.policy';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { type ClubFields, ClubModel } from '../club.model.ts';

/** What no one states of a club that opens. */
type Counted =
  | 'memberCount'
  | 'threadCount'
  | 'lastActivityAt'
  | 'counting'
  | 'tags'
  | 'tagsVersion'
  | 'version'
  | 'createdAt'
  | 'archivedAt'
  | 'acts'
  | 'roleChanges'
  | 'rolesVersion'
  | 'announcedBy';
export type NewClub = Omit<ClubFields, Counted>;

/** Opens a club; one that bears this slug already stays as it is. @returns its id @throws AppError `forbidden` */
export const createClub = async (actor: Actor, club: NewClub): Promise<string> => {
  if (!canCreateClub(actor)) throw new AppError('forbidden');
  const saved = await ClubModel.findOneAndUpdate(
    { slug: club.slug },
    { $setOnInsert: { ...club, memberCount: 0, threadCount: 0, lastActivityAt: null, archivedAt: null, createdAt: now() } },
    { upsert: true, returnDocument: 'after' },
  ).lean();
  const clubId = saved._id.toHexString();
  await publish('clubs.club.changed', { clubId });
  return clubId;
};
