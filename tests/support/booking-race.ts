import { contract } from '@beffroi/shared/contract';
import { type HalfDay, halfDayKey } from '@beffroi/shared/core/half-days';
import type { RefusedSlot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { BookingModel, type BookingRecord } from '../../server/src/features/replacements/booking.model.ts';
import { OfferModel } from '../../server/src/features/replacements/offer.model.ts';
import { ReplacementModel, type ReplacementRecord } from '../../server/src/features/replacements/replacement.model.ts';
import { call, type Session } from './api-client.ts';

/** One commune’s wish: to book these half-days of this substitute. */
export interface Wish {
  /** Which of the races it takes part in: those of one race want the same thing. */
  race: string;
  hr: Session;
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
  const { needId: id, offerId, slots } = wish;
  const answer = await call({ ...wish.hr, url }, contract.replacements.book, { id, offerId, slots }).catch(() => null);
  const body = (answer?.body ?? {}) as { current?: { refused?: RefusedSlot[] }; detail?: string };
  return { wish, status: answer?.status ?? 0, refused: body.current?.refused ?? [], detail: body.detail ?? '' };
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

/** What is wrong with what was written: a person or a seat twice, a group in part, a half-day that says filled without anybody. */
export const wrongBookings = async (): Promise<string[]> => {
  const bookings = await BookingModel.find().lean<BookingRecord[]>();
  const needs = await ReplacementModel.find().lean<ReplacementRecord[]>();
  const offers = await OfferModel.find().lean();
  const twice = (keys: string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index);
  const groups = new Map<string, BookingRecord[]>();
  for (const booking of bookings) groups.set(booking.group.id, [...(groups.get(booking.group.id) ?? []), booking]);
  const seats = new Map(needs.flatMap(({ _id, slots }) => slots.map((slot) => [`${_id} ${halfDayKey(slot)}`, slot.seats])));
  const taken = bookings.map((booking) => `${booking.replacementId} ${halfDayKey(booking)}`);
  return [
    ...twice(bookings.map((booking) => `person twice: ${booking.substituteId} ${halfDayKey(booking)}`)),
    ...twice(bookings.map((booking) => `seat twice: ${booking.replacementId} ${halfDayKey(booking)} ${booking.seat}`)),
    ...[...new Set(taken)]
      .filter((key) => taken.filter((one) => one === key).length > (seats.get(key) ?? 0))
      .map((key) => `too many: ${key}`),
    ...[...groups.values()].filter((group) => group.length !== group[0]?.group.size).map(([one]) => `in part: ${one?.group.id}`),
    ...bookings.filter(({ substituteId }) => !substituteId).map(({ _id }) => `nobody: ${_id}`),
    ...bookings
      .filter(
        (one) =>
          !offers.some(({ replacementId, substituteId }) => replacementId === one.replacementId && substituteId === one.substituteId),
      )
      .map(({ _id }) => `not offered: ${_id}`),
  ];
};
