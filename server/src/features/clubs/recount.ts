import { objectId } from '../../platform/object-id.ts';
import { type ClubFields, ClubModel } from './club.model.ts';

type Counts = Partial<Pick<ClubFields, 'memberCount' | 'threadCount' | 'lastActivityAt'>>;

/**
 * Counts again rather than adding: told twice, it stays right. A count takes its number before it reads, and never replaces a later
 * one: of two at once, in one process or in two, the one that began last stands, which has seen what both were asked for. Where activity
 * was noted while it read, it reads again, unless a later one does.
 */
export const recount = async (clubId: string, what: 'threads' | 'members', count: () => Promise<Counts>): Promise<void> => {
  const _id = objectId(clubId);
  const [asked, counted] = [`counting.${what}.asked`, `counting.${what}.counted`];
  for (let latest: object = { _id }, stands = false; !stands; ) {
    const club = await ClubModel.findOneAndUpdate(latest, { $inc: { [asked]: 1 } }, { returnDocument: 'after' }).lean();
    const mine = club?.counting?.[what]?.asked;
    if (!club || !mine) return;
    latest = { _id, [asked]: mine };
    const counts = await count();
    const unmoved = counts.lastActivityAt !== undefined && { lastActivityAt: club.lastActivityAt };
    const saved = { _id, [counted]: { $not: { $gt: mine } }, ...unmoved };
    stands = (await ClubModel.updateOne(saved, { $set: { ...counts, [counted]: mine } })).matchedCount === 1;
  }
};
