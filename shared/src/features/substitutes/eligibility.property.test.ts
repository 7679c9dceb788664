import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, HALVES, minuteOfDay, minutesOf, mondayOf, parisInstant, type TimedHalfDay } from '../../core/half-days.ts';
import { isAvailable } from './availability.ts';
import { eligibility, type SubstituteFacts } from './eligibility.ts';
import { aNeed, aSubstitute } from './substitutes.fixtures.ts';
import { WEEKS } from './substitutes.vocabulary.ts';

/** Winter: a clock’s hours are hours. */
const FIRST = '2026-11-23';
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const times = (half: 'am' | 'pm') =>
  fc.tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 4, max: 26 })).map(([late, long]) => ({
    start: clock((half === 'am' ? 300 : 720) + late * 15),
    end: clock((half === 'am' ? 300 : 720) + (late + long) * 15),
  }));
const slot: fc.Arbitrary<TimedHalfDay> = fc
  .record({ day: fc.integer({ min: 0, max: 20 }), half: fc.constantFrom(...HALVES) })
  .chain(({ day, half }) => times(half).map((hours) => ({ date: addDays(FIRST, day), half, ...hours })));
const slots = fc.uniqueArray(slot, { selector: ({ date, half }) => `${date}${half}`, maxLength: 24 });

const facts: fc.Arbitrary<SubstituteFacts> = fc
  .record({
    pattern: fc.uniqueArray(
      fc.record({ weekday: fc.integer({ min: 1, max: 7 }), half: fc.constantFrom(...HALVES), weeks: fc.constantFrom(...WEEKS) }),
      { selector: ({ weekday, half }) => `${weekday}${half}` },
    ),
    exceptions: fc.uniqueArray(
      fc.record({
        date: fc.integer({ min: 0, max: 20 }).map((day) => addDays(FIRST, day)),
        half: fc.constantFrom(...HALVES),
        available: fc.boolean(),
      }),
      {
        selector: ({ date, half }) => `${date}${half}`,
      },
    ),
    weeklyMinutes: fc.option(fc.integer({ min: 60, max: 2_880 })),
    yearlyMinutes: fc.option(fc.integer({ min: 60, max: 20_000 })),
    agreedUntil: fc.option(fc.integer({ min: -5, max: 30 }).map((day) => addDays(FIRST, day))),
    minutesByYear: fc.record({ 2026: fc.integer({ min: 0, max: 10_000 }) }),
  })
  .chain((some) => fc.constantFrom(aSubstitute(some), aSubstitute({ ...some, pattern: aSubstitute().pattern, agreedUntil: '9999-12-31' })));

const from = ({ date, start }: TimedHalfDay) => parisInstant(date, start).getTime() / 60_000;
const to = ({ date, end }: TimedHalfDay) => parisInstant(date, end).getTime() / 60_000;
const total = (work: TimedHalfDay[]) => work.reduce((sum, one) => sum + minutesOf(one), 0);

/** Every pair of work of two different days, as instants. */
const shortestRest = (one: TimedHalfDay, work: TimedHalfDay[]): number =>
  Math.min(
    ...work.filter(({ date }) => date !== one.date).map((other) => Math.max(from(other) - to(one), from(one) - to(other))),
    Number.POSITIVE_INFINITY,
  );

describe('whatever the need, the person and her bookings', () => {
  const run = (
    check: (world: { eligible: TimedHalfDay[]; refused: TimedHalfDay[]; booked: TimedHalfDay[]; person: SubstituteFacts }) => void,
  ) =>
    fc.assert(
      fc.property(slots, facts, slots, (wanted, person, booked) => {
        const found = eligibility(aNeed({ slots: wanted }), person, booked, 5);
        const of = (yes: boolean) =>
          wanted.filter(({ date, half }) => found.some((one) => one.date === date && one.half === half && one.eligible === yes));
        check({ eligible: of(true), refused: of(false), booked, person });
      }),
      { numRuns: 400 },
    );

  it('each half-day is answered once, refused ones with a reason', () =>
    fc.assert(
      fc.property(slots, facts, slots, (wanted, person, booked) => {
        const found = eligibility(aNeed({ slots: wanted }), person, booked, 5);
        expect(found).toHaveLength(wanted.length);
        for (const { eligible, reasons } of found) expect(reasons.length > 0).toBe(!eligible);
      }),
    ));

  it('nobody is booked twice at one time', () =>
    run(({ eligible, booked }) => {
      const all = [...eligible, ...booked];
      for (const one of eligible)
        for (const other of all) {
          if (one === other || one.date !== other.date) continue;
          expect(one.half).not.toBe(other.half);
          expect(minuteOfDay(one.end) <= minuteOfDay(other.start) || minuteOfDay(other.end) <= minuteOfDay(one.start)).toBe(true);
        }
    }));

  it('eleven hours are left between two days, all that is eligible taken together', () =>
    run(({ eligible, booked }) => {
      for (const one of eligible) expect(shortestRest(one, [...eligible, ...booked])).toBeGreaterThanOrEqual(660);
    }));

  it('no day passes ten hours, no week forty-eight nor her own limit, no year her own', () =>
    run(({ eligible, booked, person }) => {
      const all = [...eligible, ...booked];
      for (const { date } of eligible) {
        expect(total(all.filter((one) => one.date === date))).toBeLessThanOrEqual(600);
        const week = total(all.filter((one) => mondayOf(one.date) === mondayOf(date)));
        expect(week).toBeLessThanOrEqual(Math.min(2_880, person.weeklyMinutes ?? 2_880));
      }
      if (person.yearlyMinutes !== null && eligible.length > 0)
        expect(total(eligible) + (person.minutesByYear[2026] ?? 0)).toBeLessThanOrEqual(person.yearlyMinutes);
    }));

  it('no week is without thirty-five hours of rest', () =>
    run(({ eligible, booked }) => {
      const work = [...eligible, ...booked].sort((a, b) => from(a) - from(b));
      for (const monday of new Set(eligible.map(({ date }) => mondayOf(date)))) {
        const [begins, ends] = [
          parisInstant(monday, '00:00').getTime() / 60_000,
          parisInstant(addDays(monday, 7), '00:00').getTime() / 60_000,
        ];
        const pauses = [null, ...work].map((one, index) => {
          const start = Math.max(one ? to(one) : begins, begins);
          const next = work[index];
          return start < ends ? (next ? from(next) : Number.POSITIVE_INFINITY) - start : 0;
        });
        expect(Math.max(...pauses)).toBeGreaterThanOrEqual(2_100);
      }
    }));

  it('she said she could, and her employer agrees on that day', () =>
    run(({ eligible, person }) => {
      for (const one of eligible) {
        expect(isAvailable(person, one)).toBe(true);
        expect(person.agreedUntil !== null && person.agreedUntil >= one.date).toBe(true);
      }
    }));
});
