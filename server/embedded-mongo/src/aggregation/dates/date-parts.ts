/** Computations on local dates: a `Date` whose UTC fields are what a calendar on the wall shows. */

const DAY = 86_400_000;

/** Milliseconds of a local date; months and days beyond their range move on into the next ones. */
export function localTime(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, millisecond = 0): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second, millisecond);
}

/** Milliseconds of the day of an ISO week; Monday is 1. */
export function isoWeekTime(year: number, week: number, dayOfWeek: number): number {
  const fourth = new Date(localTime(year, 1, 4));
  return fourth.getTime() + ((week - 1) * 7 + dayOfWeek - isoDayOfWeek(fourth)) * DAY;
}

/** Sunday is 1. */
export function dayOfWeek(date: Date): number {
  return date.getUTCDay() + 1;
}

/** Monday is 1, Sunday 7. */
export function isoDayOfWeek(date: Date): number {
  return date.getUTCDay() || 7;
}

/** 1 January is 1. */
export function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - localTime(date.getUTCFullYear(), 1, 1)) / DAY) + 1;
}

/** Weeks begin on Sunday; the days before the first one are in week 0. */
export function week(date: Date): number {
  return Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7);
}

/** The year whose week, in ISO's sense, a day belongs to: that of the week's Thursday. */
export function isoWeekYear(date: Date): number {
  return thursdayOf(date).getUTCFullYear();
}

export function isoWeek(date: Date): number {
  return Math.floor((dayOfYear(thursdayOf(date)) - 1) / 7) + 1;
}

function thursdayOf(date: Date): Date {
  return new Date(date.getTime() + (4 - isoDayOfWeek(date)) * DAY);
}

/** The last day of a month; months beyond December are of the next years. */
export function daysInMonth(year: number, month: number): number {
  return new Date(localTime(year, month + 1, 0)).getUTCDate();
}
