import type { Actor } from '@beffroi/shared/core/actor';
import { isAgent } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { ReplacementActItem } from '@beffroi/shared/features/replacements/missions.schemas';
import { canReadBoard, canSeePeople, canSeePhone, publishingCommunes } from '@beffroi/shared/features/replacements/replacements.policy';
import type { Counts, Need, NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import type { NeedState } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { now } from '../../platform/clock.ts';
import { phonesOf } from '../accounts/accounts.queries.ts';
import { knowNeeds, needFor, readableNeed } from './known-needs.queries.ts';
import { afterStart, encodeStart, filterOf, type ListFilters, periodOf } from './list-filter.ts';
import { mayComeFor } from './may-come.ts';
import { type Reader, readerOf } from './reader.ts';
import { ReplacementModel, type ReplacementRecord } from './replacement.model.ts';
import { type ActRecord, ReplacementActModel } from './replacement-act.model.ts';
import { presentAct, presentItem, presentNeed } from './replacements.presenter.ts';
import { SolicitationModel } from './solicitation.model.ts';

/** Enough for rows; what waves and settling keep is left out. */
export const ITEM_FIELDS = { contact: 0, found: 0, pendingActs: 0, planned: 0, publishedBy: 0 } as const;
/** A state is worked out after reading: that many needs are looked through for a page of one state. */
const LOOKED_THROUGH = 400;
const TRAIL_SHOWN = 200;
/** Beyond it the figures of a summary would cost more than they say. */
const SUMMED_MAX = 5_000;
const URGENT_SHOWN = 8;

const requireBoard = (actor: Actor): void => {
  if (!canReadBoard(actor)) throw new AppError('not-found');
};

/** The needs somebody from outside was asked for and that are not over; null for agents, who see all. */
export const askedOf = async (actor: Actor): Promise<string[] | null> => {
  if (isAgent(actor)) return null;
  const mine = { substituteId: actor.personId, until: { $gte: now() } };
  return (await SolicitationModel.find(mine, { _id: 0, replacementId: 1 }).lean()).map(({ replacementId }) => replacementId);
};

/** The dates’ half-days alone: a need of three weeks shows on a board of one those of that week. */
export const presentPage = async (needs: ReplacementRecord[], reader: Reader, asked: readonly string[] | null): Promise<NeedItem[]> =>
  (await knowNeeds(needs, new Set(asked ?? []))).map((known) => presentItem(known, reader));

interface ListInput extends ListFilters {
  state?: NeedState | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** Where the next page begins: after the last need shown, or looked through in vain. */
const nextCursorOf = (found: ReplacementRecord[], matching: NeedItem[], page: NeedItem[], reads: number): string | null => {
  const lastShown = page.at(-1)?.id;
  const last = matching.length > page.length ? found.find(({ _id }) => _id.toHexString() === lastShown) : found.at(-1);
  const goesOn = matching.length > page.length || found.length === reads;
  return goesOn && last ? encodeStart(last) : null;
};

/**
 * Needs with half-days between two dates, by when they begin: one indexed query, their bookings and their offers, and the reader’s own
 * place in the pool. @throws AppError `not-found` (not for guests), `invalid-input`
 */
export const listReplacements = async (actor: Actor, { state, cursor, limit = PAGE_SIZE, ...filters }: ListInput) => {
  requireBoard(actor);
  const [reader, asked] = await Promise.all([readerOf(actor), askedOf(actor)]);
  const reads = state ? LOOKED_THROUGH : limit + 1;
  const found = await ReplacementModel.find({ ...filterOf(filters, reader, asked), ...afterStart(cursor) }, ITEM_FIELDS)
    .sort({ startsAt: 1, _id: 1 })
    .limit(reads)
    .lean<ReplacementRecord[]>();
  const matching = (await presentPage(found, reader, asked)).filter((item) => !state || item.state === state);
  const page = matching.slice(0, limit);
  return {
    items: page,
    nextCursor: nextCursorOf(found, matching, page, reads),
    abilities: { 'replacement.publish': publishingCommunes(actor) },
  };
};

const add = (sum: Counts, { counts }: NeedItem): Counts => ({
  missing: sum.missing + counts.missing,
  offered: sum.offered + counts.offered,
  filled: sum.filled + counts.filled,
  past: sum.past + counts.past,
});

/** What wants somebody first: at risk, then urgent, then near, then soon. */
const byUrgency = (a: NeedItem, b: NeedItem): number =>
  Number(b.atRisk) - Number(a.atRisk) ||
  Number(b.urgency === 'high') - Number(a.urgency === 'high') ||
  (a.distanceKm ?? Number.POSITIVE_INFINITY) - (b.distanceKm ?? Number.POSITIVE_INFINITY) ||
  0;

/** The figures of a period, and what of it cannot wait: as many commands as a list. @throws AppError `not-found`, `invalid-input` */
export const summarizeReplacements = async (actor: Actor, filters: ListFilters) => {
  requireBoard(actor);
  const [reader, asked] = await Promise.all([readerOf(actor), askedOf(actor)]);
  const found = await ReplacementModel.find(filterOf(filters, reader, asked), ITEM_FIELDS)
    .sort({ startsAt: 1, _id: 1 })
    .limit(SUMMED_MAX)
    .lean<ReplacementRecord[]>();
  const items = await presentPage(found, reader, asked);
  const open = items.filter(({ state }) => state === 'missing' || state === 'offered');
  return {
    ...periodOf(filters),
    counts: items.reduce(add, { missing: 0, offered: 0, filled: 0, past: 0 }),
    needs: items.length,
    urgent: open
      .filter(({ atRisk, urgency }) => atRisk || urgency === 'high')
      .sort(byUrgency)
      .slice(0, URGENT_SHOWN),
  };
};

/** @throws AppError `not-found` */
export const getReplacement = async (actor: Actor, id: string): Promise<Need> => {
  const { known, reader } = await readableNeed(actor, id);
  const booked = canSeePhone(actor, known.need) ? known.bookings.map(({ substituteId }) => substituteId) : [];
  const [mine, phones] = await Promise.all([mayComeFor(known, reader), booked.length > 0 ? phonesOf([...new Set(booked)]) : undefined]);
  return presentNeed(known, reader, mine, phones);
};

/** What was done about a need, the last first; for the commune’s HR and the administrator. @throws AppError `not-found`, `forbidden` */
export const replacementTrail = async (actor: Actor, id: string): Promise<{ items: ReplacementActItem[] }> => {
  await needFor(actor, id, canSeePeople);
  const acts = await ReplacementActModel.find({ replacementId: id }).sort({ at: -1, _id: -1 }).limit(TRAIL_SHOWN).lean<ActRecord[]>();
  return { items: acts.map(presentAct) };
};

const PLACES_SHOWN = 12;
const PLACES_LOOKED_THROUGH = 100;

/** The places a commune last published needs for, each once and as it was said last, for the form. @throws AppError `not-found`, `forbidden` */
export const lastPlaces = async (actor: Actor, commune: string) => {
  requireBoard(actor);
  if (!canSeePeople(actor, { commune })) throw new AppError('forbidden');
  const found = await ReplacementModel.find({ commune }, { _id: 0, place: 1, contact: 1, placeEmail: 1, metier: 1 })
    .sort({ startsAt: -1 })
    .limit(PLACES_LOOKED_THROUGH)
    .lean<Pick<ReplacementRecord, 'place' | 'contact' | 'placeEmail' | 'metier'>[]>();
  const places = new Map<string, (typeof found)[number]>();
  for (const one of found) if (!places.has(`${one.metier} ${one.place}`)) places.set(`${one.metier} ${one.place}`, one);
  return { items: [...places.values()].slice(0, PLACES_SHOWN).map((one) => ({ ...one, placeEmail: one.placeEmail ?? '' })) };
};
