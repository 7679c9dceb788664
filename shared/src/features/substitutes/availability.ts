import { addDays, daysBetween, type HalfDay, mondayOf, sameHalfDay, weekdayOf } from '../../core/half-days.ts';
import type { AvailabilityException, WeeklyHalf } from './substitutes.contract.ts';
import type { Weeks } from './substitutes.vocabulary.ts';

/** What a person said of when she may come. */
export interface Calendar {
  pattern: readonly WeeklyHalf[];
  exceptions: readonly AvailabilityException[];
}

/** The week’s number of ISO 8601, the one printed in French diaries: the week belongs to the year of its Thursday. */
export const weekNumber = (date: string): number => {
  const thursday = addDays(mondayOf(date), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
};

const comesBack = (weeks: Weeks, date: string): boolean => weeks === 'every' || (weekNumber(date) % 2 === 0) === (weeks === 'even');

/** As the usual week has it, exceptions apart. */
export const usuallyAvailable = ({ pattern }: Pick<Calendar, 'pattern'>, { date, half }: HalfDay): boolean => {
  const weekday = weekdayOf(date);
  return pattern.some((weekly) => weekly.weekday === weekday && weekly.half === half && comesBack(weekly.weeks, date));
};

/** Whether she said she may come on that half-day: what she says of the very day wins over her usual week. */
export const isAvailable = (calendar: Calendar, day: HalfDay): boolean =>
  calendar.exceptions.find((exception) => sameHalfDay(exception, day))?.available ?? usuallyAvailable(calendar, day);
