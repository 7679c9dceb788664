import { type HalfDay, halfDayKey } from '@beffroi/shared/core/half-days';
import type { RefusedSlot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { BookingModel, type BookingRecord } from '../../server/src/features/replacements/booking.model.ts';
import { OfferModel } from '../../server/src/features/replacements/offer.model.ts';
import { ReplacementModel, type ReplacementRecord } from '../../server/src/features/replacements/replacement.model.ts';

/** One commune’s wish: to book these half-days of this substitute. */
export interface Wish {
  /** Which of the races it takes part in: those of one race want the same thing. */
  race: string;
  hr: { cookie: string };
  needId: string;
  offerId: string;
  slots: HalfDay[];
}

export interface Outcome {
  wish: Wish;
  /** 0 when the server was gone before it answered. */
  status: number;
  refused: RefusedSlot[];
  detail: string;
}

/** Sends a wish to one of the processes. */
export const send = async (wish: Wish, url: string): Promise<Outcome> => {
  const { needId, offerId, slots, hr } = wish;
  const headers = { cookie: hr.cookie, origin: url, 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify({ offerId, slots }) };
  const answer = await fetch(`${url}/api/replacements/${needId}/bookings`, request).catch(() => null);
  const body = (await answer?.json().catch(() => null)) as { current?: { refused?: RefusedSlot[] }; detail?: string } | null;
  return { wish, status: answer?.status ?? 0, refused: body?.current?.refused ?? [], detail: body?.detail ?? '' };
};

/** Sends all of them at once, each to the next process in turn. */
export const sendAtOnce = (wishes: readonly Wish[], urls: readonly string[]): Promise<Outcome[]> =>
  Promise.all(wishes.map((wish, index) => send(wish, urls[index % urls.length] as string)));

/** What is wrong with how races ended: nothing, when each has one winner, and each loser was told by what each half-day was taken. */
export const wrongEndings = (outcomes: readonly Outcome[]): string[] => {
  const races = new Set(outcomes.map(({ wish }) => wish.race));
  const wrong: string[] = [];
  for (const race of races) {
    const mine = outcomes.filter(({ wish }) => wish.race === race);
    const won = mine.filter(({ status }) => status === 201).length;
    if (won !== 1) wrong.push(`${race}: ${won} won`);
    for (const { status, refused, wish, detail } of mine) {
      if (status === 201) continue;
      if (status !== 409) wrong.push(`${race}: answered ${status} ${detail}`);
      else if (refused.length === 0 || !refused.every((one) => wish.slots.some((slot) => halfDayKey(slot) === halfDayKey(one))))
        wrong.push(`${race}: a 409 that names nothing`);
    }
  }
  return wrong;
};

const beyond = (keys: readonly string[], allowed: (key: string) => number, what: string): string[] => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].filter(([key, count]) => count > allowed(key)).map(([key, count]) => `${what}: ${key} (${count})`);
};

/** What is wrong with what was written of these needs: a person or a seat twice, a group in part, somebody who did not offer. */
export const wrongBookings = async (needIds: readonly string[]): Promise<string[]> => {
  const ofThese = { replacementId: { $in: needIds } };
  const bookings = await BookingModel.find(ofThese).lean<BookingRecord[]>();
  const needs = await ReplacementModel.find({ _id: { $in: needIds } }).lean<ReplacementRecord[]>();
  const offers = new Set((await OfferModel.find(ofThese).lean()).map((one) => `${one.replacementId} ${one.substituteId}`));
  const seats = new Map<string, number>(
    needs.flatMap(({ _id, slots }) => slots.map((slot) => [`${_id} ${halfDayKey(slot)}`, slot.seats] as const)),
  );
  const groups = new Map(bookings.map(({ group }) => [group.id, group.size]));
  const inGroup = (id: string): number => bookings.filter(({ group }) => group.id === id).length;
  const once = () => 1;
  return [
    ...beyond(
      bookings.map((one) => `${one.substituteId} ${halfDayKey(one)}`),
      once,
      'a person twice',
    ),
    ...beyond(
      bookings.map((one) => `${one.replacementId} ${halfDayKey(one)} ${one.seat}`),
      once,
      'a seat twice',
    ),
    ...beyond(
      bookings.map((one) => `${one.replacementId} ${halfDayKey(one)}`),
      (key) => seats.get(key) ?? 0,
      'more than its seats',
    ),
    ...[...groups].filter(([id, size]) => inGroup(id) !== size).map(([id]) => `in part: ${id}`),
    ...bookings.filter((one) => !offers.has(`${one.replacementId} ${one.substituteId}`)).map(({ _id }) => `not offered: ${_id}`),
  ];
};
