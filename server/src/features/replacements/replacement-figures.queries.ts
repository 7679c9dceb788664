import { datesFrom, mondaysOf } from '@beffroi/shared/core/half-days';
import { objectId } from '../../platform/object-id.ts';
import { allCommunes } from '../directory/territory.queries.ts';
import { BookingModel, type BookingRecord } from './booking.model.ts';
import { keptByMonth, type Period } from './month-figures.ts';
import { ReplacementModel } from './replacement.model.ts';

/** Filled needs whose time is looked at: enough for a median, whatever there is. */
const TIMED_MAX = 1_000;
/** Half-days they are found among, the latest booked first. */
const LOOKED_THROUGH_MAX = 4 * TIMED_MAX;

export interface WantedSeats {
  metier: string;
  month: string;
  seats: number;
}

/** Seats that were to be filled, by métier and month, counted from nothing: one command over the weeks of the period. */
export const countWanted = async ({ from, to }: Period): Promise<WantedSeats[]> => {
  // The store sums by day, without an expression for each of tens of thousands of half-days; the days are put into months here.
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

/**
 * Half-days that were filled, by métier, month and the two communes, counted from nothing: one command. Those that may still come to
 * nothing are none: their months are marked once they stand.
 */
export const countBooked = async ({ from, to }: Period): Promise<BookedSeats[]> => {
  const hosts = allCommunes().map(({ slug }) => slug);
  const rows = await BookingModel.aggregate<{ _id: Omit<BookedSeats, 'seats' | 'minutes'>; seats: number; minutes: number }>([
    { $match: { host: { $in: hosts }, date: { $gte: from, $lte: to }, unsettled: { $exists: false } } },
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

/** Seats that were to be filled in a period that begins with a month, by métier and month. */
export const seatsWanted = (period: Period): Promise<WantedSeats[]> => keptByMonth('wanted', period, countWanted);

/** Half-days that were filled in a period that begins with a month, by métier, month and the two communes. */
export const seatsBooked = (period: Period): Promise<BookedSeats[]> => keptByMonth('booked', period, countBooked);

/**
 * How long needs waited for their last booking, in minutes, the latest booked first: two commands, the first of which reads the latest
 * bookings by their own index, and not all those of the period.
 */
export const waitsOfNeeds = async ({ from, to }: Period): Promise<number[]> => {
  const bookings = await BookingModel.find({ date: { $gte: from, $lte: to } }, { _id: 0, replacementId: 1, bookedAt: 1 })
    .sort({ bookedAt: -1 })
    .limit(LOOKED_THROUGH_MAX)
    .lean<Pick<BookingRecord, 'replacementId' | 'bookedAt'>[]>();
  const last = new Map<string, Date>();
  for (const { replacementId, bookedAt } of bookings) if (!last.has(replacementId)) last.set(replacementId, bookedAt);
  const timed = [...last].slice(0, TIMED_MAX);
  const needs = await ReplacementModel.find({ _id: { $in: timed.map(([id]) => objectId(id)) } }, { publishedAt: 1 }).lean();
  const published = new Map(needs.map(({ _id, publishedAt }) => [_id.toHexString(), publishedAt.getTime()]));
  return timed.flatMap(([id, at]) => {
    const since = published.get(id);
    return since === undefined ? [] : [Math.max(0, Math.round((at.getTime() - since) / 60_000))];
  });
};
