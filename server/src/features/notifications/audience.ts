import type { Audience } from '../../platform/notify.ts';
import { isObjectId, objectId } from '../../platform/object-id.ts';
import { PersonModel } from '../accounts/person.model.ts';
import { writersOf } from '../forum/forum-notices.queries.ts';

/** Where a walk through an audience has come to, and how far it goes at a time. */
interface Step {
  after: string | null;
  limit: number;
}

const walkPeople = async (filter: Record<string, unknown>, { after, limit }: Step): Promise<string[]> => {
  const people = await PersonModel.find({ ...filter, ...(after && { _id: { $gt: objectId(after) } }) }, { _id: 1 })
    .sort({ _id: 1 })
    .limit(limit)
    .lean();
  return people.map(({ _id }) => _id.toHexString());
};

const walkList = (ids: string[], { after, limit }: Step): string[] =>
  [...new Set(ids)]
    .filter((id) => isObjectId(id) && (!after || id > after))
    .sort()
    .slice(0, limit);

/** The next people of an audience, in the order of their ids; none once it is walked through. */
export const nextOf = async (to: Audience, step: Step): Promise<string[]> => {
  if ('people' in to) return walkList(to.people, step);
  if ('thread' in to) return walkList(await writersOf(to.thread), step);
  if ('club' in to) return walkPeople({ 'memberships.scopeId': to.club }, step);
  if ('pilots' in to) return walkPeople({ memberships: { $elemMatch: { scope: 'club', scopeId: to.pilots, role: 'pilot' } } }, step);
  return walkPeople({ 'memberships.scope': 'commune' }, step);
};
