import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDateSchema, clockTimeSchema } from './half-day-schemas.ts';
import {
  addDays,
  compareHalfDays,
  datesFrom,
  daysBetween,
  minutesOf,
  mondayOf,
  mondaysOf,
  parisDate,
  parisInstant,
  weekdayOf,
  weekOf,
} from './half-days.ts';

describe('dates', () => {
  it('adds days over the ends of months and years and over the nights the clock is changed', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-26', -2)).toBe('2026-10-24');
  });

  it('knows the week a date is in', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(weekOf('2026-11-26')).toEqual(datesFrom('2026-11-23', '2026-11-29'));
    expect(mondaysOf(['2026-11-30', '2026-11-24', '2026-11-27'])).toEqual(['2026-11-23', '2026-11-30']);
    expect(datesFrom('2026-11-24', '2026-11-23')).toEqual([]);
  });

  it('counts back what it added, whatever the date', () => {
    const day = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(day, day, (from, days) => {
        const date = addDays('2026-01-01', from);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('takes no date or hour that does not exist', () => {
    expect(calendarDateSchema.safeParse('2026-02-29').success).toBe(false);
    expect(calendarDateSchema.safeParse('24/11/2026').success).toBe(false);
    expect(clockTimeSchema.safeParse('24:00').success).toBe(false);
    expect(clockTimeSchema.safeParse('7:20').success).toBe(false);
  });
});

describe('half-days', () => {
  it('puts the morning before the afternoon and a day before the next', () => {
    const days = [
      { date: '2026-11-25', half: 'am' },
      { date: '2026-11-24', half: 'pm' },
      { date: '2026-11-24', half: 'am' },
    ] as const;
    expect([...days].sort(compareHalfDays)).toEqual([days[2], days[1], days[0]]);
  });

  it('counts minutes', () => expect(minutesOf({ start: '07:20', end: '12:05' })).toBe(285));
});

describe('hours in Paris', () => {
  it('tells winter from summer', () => {
    expect(parisInstant('2026-11-24', '07:20').toISOString()).toBe('2026-11-24T06:20:00.000Z');
    expect(parisInstant('2026-07-01', '07:20').toISOString()).toBe('2026-07-01T05:20:00.000Z');
  });

  it('passes the nights the clock is changed', () => {
    expect(parisInstant('2026-03-29', '00:30').toISOString()).toBe('2026-03-28T23:30:00.000Z');
    expect(parisInstant('2026-03-29', '03:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(parisInstant('2026-10-25', '08:00').toISOString()).toBe('2026-10-25T07:00:00.000Z');
  });

  it('knows the date it is there', () => {
    expect(parisDate(new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25');
    expect(parisDate(new Date('2026-06-30T21:59:00Z'))).toBe('2026-06-30');
  });
});
