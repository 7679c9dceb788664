import { datesFrom, mondaysOf } from '@beffroi/shared/core/half-days';
import { objectId } from '../../platform/object-id.ts';
import { allCommunes } from '../directory/territory.queries.ts';
import { BookingModel } from './booking.model.ts';
import { ReplacementModel } from './replacement.model.ts';

/** Days, both included. */
interface Period {
  from: string;
  to: string;
}

/** Filled needs whose time is looked at: enough for a median, whatever there is. */
const TIMED_MAX = 1_000;

export interface WantedSeats {
  metier: string;
  month: string;
  seats: number;
}

/**
 * Seats that were to be filled in a period, by métier and month: one command over the weeks it holds. The store sums by day, without an
 * expression for each of tens of thousands of half-days; the days are put into months here.
 */
export const seatsWanted = async ({ from, to }: Period): Promise<WantedSeats[]> => {
  const rows = await ReplacementModel.aggregate<{ _id: { metier: string; date: string }; seats: number }>([
    { $match: { weeks: { $in: mondaysOf(datesFrom(from, to)) }, cancelledAt: null } },
    { $project: { metier: 1, slots: 1 } },
    { $unwind: '$slots' },
    { $match: { 'slots.cancelledAt': null } },
    { $group: { _id: { metier: '$metier', date: '$slots.date' }, seats: { $sum: '$slots.seats' } } },
  ]);
  const sums = new Map<string, WantedSeats>();
  for (const { _id, seats } of rows.filter(({ _id: { date } }) => date >= from && date <= to)) {
    const [metier, month] = [_id.metier, _id.date.slice(0, 7)];
    const key = `${metier} ${month}`;
    sums.set(key, { metier, month, seats: (sums.get(key)?.seats ?? 0) + seats });
  }
  return [...sums.values()];
};

export interface BookedSeats extends WantedSeats {
  lender: string | null;
  host: string;
  minutes: number;
}

/** Half-days that were filled in a period, by métier, month and the two communes: one command. */
export const seatsBooked = async ({ from, to }: Period): Promise<BookedSeats[]> => {
  const rows = await BookingModel.aggregate<{ _id: Omit<BookedSeats, 'seats' | 'minutes'>; seats: number; minutes: number }>([
    { $match: { host: { $in: allCommunes().map(({ slug }) => slug) }, date: { $gte: from, $lte: to } } },
    {
      $group: {
        _id: { metier: '$metier', month: { $substrCP: ['$date', 0, 7] }, lender: '$lender', host: '$host' },
        seats: { $sum: 1 },
        minutes: { $sum: '$minutes' },
      },
    },
  ]);
  return rows.map(({ _id, seats, minutes }) => ({ ..._id, lender: _id.lender ?? null, seats, minutes }));
};

/** How long needs waited for their last booking, in minutes, the latest booked first: two commands. */
export const waitsOfNeeds = async ({ from, to }: Period): Promise<number[]> => {
  const last = await BookingModel.aggregate<{ _id: string; at: Date }>([
    { $match: { host: { $in: allCommunes().map(({ slug }) => slug) }, date: { $gte: from, $lte: to } } },
    { $group: { _id: '$replacementId', at: { $max: '$bookedAt' } } },
    { $sort: { at: -1, _id: 1 } },
    { $limit: TIMED_MAX },
  ]);
  const needs = await ReplacementModel.find({ _id: { $in: last.map(({ _id }) => objectId(_id)) } }, { publishedAt: 1 }).lean();
  const published = new Map(needs.map(({ _id, publishedAt }) => [_id.toHexString(), publishedAt.getTime()]));
  return last.flatMap(({ _id, at }) => {
    const from = published.get(_id);
    return from === undefined ? [] : [Math.max(0, Math.round((at.getTime() - from) / 60_000))];
  });
};
