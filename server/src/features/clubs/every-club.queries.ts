import { ClubModel, type ClubRecord } from './club.model.ts';

/** What the administration shows of a club, archived or not. */
export type EveryClub = Pick<
  ClubRecord,
  '_id' | 'slug' | 'name' | 'mark' | 'hue' | 'access' | 'memberCount' | 'threadCount' | 'lastActivityAt' | 'archivedAt' | 'createdAt'
>;

const FIELDS = {
  slug: 1,
  name: 1,
  mark: 1,
  hue: 1,
  access: 1,
  memberCount: 1,
  threadCount: 1,
  lastActivityAt: 1,
  archivedAt: 1,
  createdAt: 1,
} as const;

/** Every club of the territory in its order, archived ones too: one command. */
export const everyClub = (): Promise<EveryClub[]> => ClubModel.find({}, FIELDS).sort({ order: 1 }).lean<EveryClub[]>().exec();

/** When a club was opened; one from before this was kept was when its document was made. */
export const openedAt = ({ _id, createdAt }: EveryClub): Date => createdAt ?? _id.getTimestamp();
