import { addDays, type HalfDay, parisDate, type TimedHalfDay } from '@beffroi/shared/core/half-days';
import { eligibility, type SlotEligibility, type SubstituteFacts } from '@beffroi/shared/features/substitutes/eligibility';
import { groupBy } from '../../platform/group-by.ts';
import { kilometresBetween } from '../directory/territory.queries.ts';
import { BookingModel, type BookingRecord } from './booking.model.ts';
import type { ReplacementRecord } from './replacement.model.ts';

/** Rest and weekly hours look this far around a half-day. */
const AROUND_DAYS = 8;

export type WantedNeed = Pick<ReplacementRecord, 'metier' | 'diploma' | 'commune'>;

/** The dates of some half-days, the first and the last; today for none. */
export const rangeOf = (slots: readonly HalfDay[]): { from: string; to: string } => {
  const dates = slots.map(({ date }) => date).sort();
  const today = parisDate(new Date());
  return { from: dates[0] ?? today, to: dates.at(-1) ?? today };
};

/** What these people are booked for around some half-days, whatever the commune, by person: one command. */
export const bookedAround = async (personIds: readonly string[], slots: readonly HalfDay[]): Promise<Map<string, BookingRecord[]>> => {
  const { from, to } = rangeOf(slots);
  const found = await BookingModel.find({
    substituteId: { $in: personIds },
    date: { $gte: addDays(from, -AROUND_DAYS), $lte: addDays(to, AROUND_DAYS) },
  }).lean<BookingRecord[]>();
  return groupBy(found, ({ substituteId }) => substituteId);
};

/** Who says she can come is available then, whatever her calendar says. */
const available = (facts: SubstituteFacts, said: readonly HalfDay[]): SubstituteFacts => ({
  ...facts,
  exceptions: [
    ...facts.exceptions.filter((one) => !said.some(({ date, half }) => one.date === date && one.half === half)),
    ...said.map(({ date, half }) => ({ date, half, available: true })),
  ],
});

interface Case {
  need: WantedNeed;
  slots: readonly TimedHalfDay[];
  facts: SubstituteFacts;
  booked: readonly TimedHalfDay[];
  /** The half-days she herself said she can come for. */
  said?: readonly HalfDay[];
}

/** Each half-day, whether this substitute may come for it, all together; and if not, why. */
export const judge = ({ need, slots, facts, booked, said = [] }: Case): SlotEligibility[] =>
  eligibility(
    { metier: need.metier, diploma: need.diploma, commune: need.commune, slots },
    available(facts, said),
    booked,
    kilometresBetween(facts.home, need.commune),
  );
