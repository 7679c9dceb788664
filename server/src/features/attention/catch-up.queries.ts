import type { Actor } from '@beffroi/shared/core/actor';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { CatchUp, UnreadCounts } from '@beffroi/shared/features/attention/attention.contract';
import { CATCH_UP_REASONS } from '@beffroi/shared/features/attention/attention.vocabulary';
import { now } from '../../platform/clock.ts';
import { unknownCursor } from '../../platform/cursor.ts';
import { readableClubs } from '../clubs/known-clubs.queries.ts';
import { itemsWithReadings } from '../forum/forum.queries.ts';
import { type WaitingThread, waitingFor } from './waiting-threads.queries.ts';

/** How many threads wait in each club, clubs where nothing does left out. */
export const unreadCounts = async (actor: Actor): Promise<UnreadCounts> => {
  const { threads } = await waitingFor(actor);
  const byClub = new Map<string, number>();
  for (const { thread } of threads) byClub.set(thread.clubId, (byClub.get(thread.clubId) ?? 0) + 1);
  const clubs = readableClubs(actor).flatMap(({ id, slug }) => (byClub.has(id) ? [{ slug, unread: byClub.get(id) as number }] : []));
  return { total: threads.length, clubs };
};

/** Mentions and answers to one's own first; then club by club, in the clubs' order; the latest first in each. */
type Place = [pressing: number, club: number, ago: number, id: string];

const placing = (actor: Actor) => {
  const order = new Map(readableClubs(actor).map(({ id }, index) => [id, index]));
  return ({ id, thread, reason }: WaitingThread): Place => {
    const pressing = Math.min(CATCH_UP_REASONS.indexOf(reason), 2);
    const club = reason === 'followed' ? (order.get(thread.clubId) ?? 0) : 0;
    return [pressing, club, -thread.lastActivityAt.getTime(), id];
  };
};

const compare = (a: Place, b: Place): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0);

const encodePlace = (place: Place): string => place.join('~');
const decodePlace = (cursor: string): Place => {
  const match = /^([0-2])~(\d{1,4})~(-\d{1,15})~([0-9a-f]{24})$/.exec(cursor);
  if (!match) throw unknownCursor();
  return [Number(match[1]), Number(match[2]), Number(match[3]), match[4] as string];
};

/**
 * What waits to be read, in pages.
 * @throws AppError `invalid-input` (a cursor that is none of ours)
 */
export const catchUp = async (
  actor: Actor,
  { cursor, limit = PAGE_SIZE }: { cursor?: string | undefined; limit?: number | undefined },
): Promise<CatchUp> => {
  const asOf = now().toISOString();
  const after = cursor === undefined ? null : decodePlace(cursor);
  const { threads } = await waitingFor(actor);
  const placeOf = placing(actor);
  const placed = threads
    .map((waiting) => ({ waiting, place: placeOf(waiting) }))
    .filter(({ place }) => !after || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place));
  const page = placed.slice(0, limit);
  const items = await itemsWithReadings(
    actor,
    page.map(({ waiting }) => waiting),
  );
  const last = page.at(-1);
  return {
    items: page.flatMap(({ waiting: { id, thread, reason } }) => {
      const item = items.get(id);
      return item ? [{ thread: item, reason, lastNumber: thread.lastNumber }] : [];
    }),
    nextCursor: placed.length > limit && last ? encodePlace(last.place) : null,
    asOf,
  };
};
