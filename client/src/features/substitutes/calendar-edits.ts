import { type Half, type HalfDay, sameHalfDay } from '@beffroi/shared/core/half-days';
import { type Calendar, usuallyAvailable } from '@beffroi/shared/features/substitutes/availability';
import type { Weeks } from '@beffroi/shared/features/substitutes/substitutes.vocabulary';

/** One thing changed in one's calendar, said so that it can be said again upon a calendar that changed elsewhere. */
export type CalendarEdit =
  | { kind: 'day'; date: string; half: Half; available: boolean }
  | { kind: 'week'; weekday: number; half: Half; weeks: Weeks | null };

type Written = { pattern: Calendar['pattern'][number][]; exceptions: Calendar['exceptions'][number][] };

/** A day back to what the usual week says of it is no exception any more. */
const withDay = ({ pattern, exceptions }: Calendar, day: HalfDay & { available: boolean }): Written => {
  const others = exceptions.filter((one) => !sameHalfDay(one, day));
  const { date, half, available } = day;
  const usual = usuallyAvailable({ pattern }, day) === available;
  return { pattern: [...pattern], exceptions: usual ? others : [...others, { date, half, available }] };
};

const withWeek = ({ pattern, exceptions }: Calendar, weekday: number, half: Half, weeks: Weeks | null): Written => {
  const others = pattern.filter((one) => one.weekday !== weekday || one.half !== half);
  const next = weeks === null ? others : [...others, { weekday, half, weeks }];
  // What an exception said of a day, the week may now say itself.
  return { pattern: next, exceptions: exceptions.filter((one) => usuallyAvailable({ pattern: next }, one) !== one.available) };
};

/** The calendar with these changes, in their order. */
export const withEdits = (calendar: Calendar, edits: readonly CalendarEdit[]): Written =>
  edits.reduce<Written>(
    (before, edit) => (edit.kind === 'day' ? withDay(before, edit) : withWeek(before, edit.weekday, edit.half, edit.weeks)),
    { pattern: [...calendar.pattern], exceptions: [...calendar.exceptions] },
  );

/** The usual half-days of the even weeks, or of the odd ones. */
export const comesIn = ({ pattern }: Pick<Calendar, 'pattern'>, parity: 'even' | 'odd', weekday: number, half: Half): boolean =>
  pattern.some((one) => one.weekday === weekday && one.half === half && (one.weeks === 'every' || one.weeks === parity));

/** What a touch on a half-day of the usual week makes of it. @param parity of the weeks touched; null for all of them */
export const toggledWeeks = (calendar: Calendar, parity: 'even' | 'odd' | null, weekday: number, half: Half): Weeks | null => {
  const even = comesIn(calendar, 'even', weekday, half);
  const odd = comesIn(calendar, 'odd', weekday, half);
  if (parity === null) return even || odd ? null : 'every';
  const [inEven, inOdd] = parity === 'even' ? [!even, odd] : [even, !odd];
  if (inEven && inOdd) return 'every';
  if (inEven) return 'even';
  return inOdd ? 'odd' : null;
};
