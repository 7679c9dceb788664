import type { Audience } from '../../platform/notify.ts';
import { isObjectId, objectId } from '../../platform/object-id.ts';
import { PersonModel } from '../accounts/person.model.ts';
import { followersOfClub, followersOfThread } from '../attention/attention.queries.ts';

async function* walkPeople(filter: Record<string, unknown>, pageSize: number): AsyncGenerator<string[]> {
  for (let after: string | undefined; ; ) {
    const people = await PersonModel.find({ ...filter, ...(after && { _id: { $gt: objectId(after) } }) }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(pageSize)
      .lean();
    if (people.length > 0) yield people.map(({ _id }) => _id.toHexString());
    if (people.length < pageSize) return;
    after = people.at(-1)?._id.toHexString();
  }
}

export function* inPortions<T>(all: T[], size: number): Generator<T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

/** Who animates a club; where nobody does, those who answer for the territory. */
async function* walkPilots(clubId: string, pageSize: number): AsyncGenerator<string[]> {
  // A suspended account acts on nothing.
  const pilots = { suspendedAt: null, memberships: { $elemMatch: { scope: 'club', scopeId: clubId, role: 'pilot' } } };
  if (await PersonModel.exists(pilots)) yield* walkPeople(pilots, pageSize);
  else
    yield* walkPeople(
      { suspendedAt: null, memberships: { $elemMatch: { scope: 'territory', scopeId: 'territory', role: 'administrator' } } },
      pageSize,
    );
}

/** The same people in pages of one size: what follows costs as much for a page of one as for a full one. */
async function* inPages(pages: AsyncIterable<string[]>, pageSize: number): AsyncGenerator<string[]> {
  let waiting: string[] = [];
  for await (const page of pages) {
    waiting.push(...page);
    const full = waiting.length - (waiting.length % pageSize);
    yield* inPortions(waiting.slice(0, full), pageSize);
    waiting = waiting.slice(full);
  }
  if (waiting.length > 0) yield waiting;
}

/** An audience, page by page, in an order that stands while nobody comes or goes. */
async function* pagesOf(to: Audience, pageSize: number): AsyncGenerator<string[]> {
  if ('people' in to) yield* inPortions([...new Set(to.people)].filter(isObjectId).sort(), pageSize);
  else if ('thread' in to) yield* inPages(followersOfThread(to.thread), pageSize);
  else if ('club' in to) yield* inPages(followersOfClub(to.club), pageSize);
  else if ('pilots' in to) yield* walkPilots(to.pilots, pageSize);
  else if ('hr' in to) yield* walkPeople({ memberships: { $elemMatch: { scope: 'commune', scopeId: to.hr, role: 'hr' } } }, pageSize);
  else yield* walkPeople({ 'memberships.scope': 'commune' }, pageSize);
}

/**
 * What is left of an audience after the last person who was told. When she is in it no more, where the walk had come to is not
 * known: it is begun again, and those told already are not told twice.
 */
export async function* pagesAfter(last: string | null, to: Audience, pageSize: number): AsyncGenerator<string[]> {
  let found = last === null;
  for await (const page of pagesOf(to, pageSize)) {
    const rest = found ? page : page.slice(page.indexOf(last as string) + 1);
    if (!found && rest.length === page.length) continue;
    found = true;
    if (rest.length > 0) yield rest;
  }
  if (!found) yield* pagesAfter(null, to, pageSize);
}
