import type { Actor } from '@beffroi/shared/core/actor';
import type { searchInput } from '@beffroi/shared/features/search/search.contract';
import type { z } from 'zod';
import { readableClub, readableClubs } from '../clubs/known-clubs.queries.ts';
import { facetTerms } from './facets.ts';

/** Which entries may be found at all, as the store is asked. */
export type Scope = Record<string, unknown>;
type Filters = Omit<z.infer<typeof searchInput>, 'q' | 'typing' | 'cursor' | 'limit'>;

const hourInParis = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' });

/** The instant a day begins in France. @param day as `2026-11-24` */
export const parisMidnight = (day: string, daysLater = 0): Date => {
  const noonUtc = new Date(`${day}T12:00:00Z`);
  noonUtc.setUTCDate(noonUtc.getUTCDate() + daysLater);
  const date = noonUtc.toISOString().slice(0, 10);
  const winter = new Date(`${date}T00:00:00+01:00`);
  return hourInParis.format(winter) === '00' ? winter : new Date(`${date}T00:00:00+02:00`);
};

/**
 * What the person may read, narrowed by her filters; null when that is nothing.
 * @throws AppError `not-found` when `club` may not be read
 */
export const scopeOf = (actor: Actor, filters: Filters, notAfter: Date): Scope | null => {
  const { club, commune, since, until, resolved, kind } = filters;
  const clubIds = club ? [readableClub(actor, club).id] : readableClubs(actor).map(({ id }) => id);
  if (clubIds.length === 0) return null;
  const facets = facetTerms(filters);
  const end = until && parisMidnight(until, 1);
  const last = end && end <= notAfter ? new Date(end.getTime() - 1) : notAfter;
  return {
    clubId: { $in: clubIds },
    hidden: false,
    at: { ...(since && { $gte: parisMidnight(since) }), $lte: last },
    ...(kind && { kind }),
    ...(facets.length > 0 && { $and: facets.map((terms) => ({ terms })) }),
    ...(commune && { communeSlug: commune }),
    ...(resolved && { status: resolved === 'true' ? 'resolved' : { $in: ['open', 'answered'] } }),
  };
};
