import { isAvailable } from '@beffroi/shared/features/substitutes/availability';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEdit, toggledWeeks, withEdits } from './calendar-edits.ts';
import { dayNumber, spanTitle, stepFrom, weeksFrom } from './calendar-weeks.ts';

const EMPTY = { pattern: [], exceptions: [] };
const tuesday = (available: boolean): CalendarEdit => ({ kind: 'day', date: '2026-12-01', half: 'am', available });
const everyTuesday = (weeks: 'every' | 'even' | 'odd' | null): CalendarEdit => ({ kind: 'week', weekday: 2, half: 'am', weeks });

describe('changing one’s calendar', () => {
  it('a day said otherwise than its week is an exception, and none once it is said as its week', () => {
    expect(withEdits(EMPTY, [tuesday(true)]).exceptions).toEqual([{ date: '2026-12-01', half: 'am', available: true }]);
    expect(withEdits(EMPTY, [tuesday(true), tuesday(false)]).exceptions).toEqual([]);
  });

  it('a week that says what a day said takes it over', () => {
    expect(withEdits(EMPTY, [tuesday(true), everyTuesday('every')])).toEqual({
      pattern: [{ weekday: 2, half: 'am', weeks: 'every' }],
      exceptions: [],
    });
  });

  it('each half-day is what was said of it last', () => {
    const edit = fc.oneof(
      fc.record({
        kind: fc.constant('day' as const),
        date: fc.constantFrom('2026-12-01', '2026-12-08'),
        half: fc.constantFrom('am' as const, 'pm' as const),
        available: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('week' as const),
        weekday: fc.constantFrom(1, 2),
        half: fc.constantFrom('am' as const, 'pm' as const),
        weeks: fc.constantFrom('every' as const, 'even' as const, 'odd' as const, null),
      }),
    );
    fc.assert(
      fc.property(fc.array(edit), fc.boolean(), (before, available) => {
        expect(isAvailable(withEdits(EMPTY, [...before, tuesday(available)]), { date: '2026-12-01', half: 'am' })).toBe(available);
      }),
    );
  });

  it('goes through even and odd weeks apart', () => {
    const weeks = (...edits: CalendarEdit[]) => toggledWeeks(withEdits(EMPTY, edits), 'odd', 2, 'am');
    expect([weeks(), weeks(everyTuesday('even')), weeks(everyTuesday('every')), weeks(everyTuesday('odd'))]).toEqual([
      'odd',
      'every',
      'even',
      null,
    ]);
    expect(toggledWeeks(EMPTY, null, 2, 'am')).toBe('every');
    expect(toggledWeeks(withEdits(EMPTY, [everyTuesday('odd')]), null, 2, 'am')).toBeNull();
  });
});

describe('the weeks shown', () => {
  it('begin with the week of a date, and name their months', () => {
    const weeks = weeksFrom('2026-11-28');
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([5, '2026-11-23', '2026-12-27']);
    expect(spanTitle(weeks)).toBe('novembre – décembre 2026');
    expect(spanTitle(weeksFrom('2026-12-21'))).toBe('décembre 2026 – janvier 2027');
  });
  it('name a month where it begins', () =>
    expect([
      dayNumber('2026-11-23', true),
      dayNumber('2026-11-24', false),
      dayNumber('2026-12-01', false),
      dayNumber('2027-05-01', false),
    ]).toEqual(['23 nov.', '24', '1er déc.', '1er mai']));
  it.each([
    ['ArrowDown', 'am', '2026-12-01', 'pm'],
    ['ArrowDown', 'pm', '2026-12-08', 'am'],
    ['ArrowUp', 'am', '2026-11-24', 'pm'],
    ['ArrowLeft', 'am', '2026-11-30', 'am'],
    ['Home', 'pm', '2026-11-30', 'pm'],
    ['End', 'am', '2026-12-06', 'am'],
  ] as const)('%s from the %s', (key, half, date, to) => expect(stepFrom({ date: '2026-12-01', half }, key)).toEqual({ date, half: to }));
});
