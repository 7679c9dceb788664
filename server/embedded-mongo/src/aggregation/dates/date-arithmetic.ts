import { MongoError } from '../../mongo-error.ts';
import { daysInMonth, localTime } from './date-parts.ts';
import { instantOf, localDate, type TimeZone } from './time-zone.ts';

export type TimeUnit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

const UNITS = new Set<string>(['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond']);
const DAY = 86_400_000;
const FARTHEST = 8.64e15;

/** Milliseconds of the units that last the same on every day of the year. */
const CLOCK_UNITS: Readonly<Partial<Record<TimeUnit, number>>> = { hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 };
/** Months of the units that calendars count in. */
const MONTH_UNITS: Readonly<Partial<Record<TimeUnit, number>>> = { year: 12, quarter: 3, month: 1 };

export function isTimeUnit(text: unknown): text is TimeUnit {
  return typeof text === 'string' && UNITS.has(text);
}

/** Days of the week by their names, Sunday being 0. */
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The day a name or its three first letters stand for, Sunday being 0; `undefined` when it is none. */
export function weekday(text: string): number | undefined {
  const name = text.toLowerCase();
  const day = WEEKDAYS.findIndex((whole) => whole === name || whole.slice(0, 3) === name);
  return day < 0 ? undefined : day;
}

function checked(time: number): Date {
  if (!(Math.abs(time) <= FARTHEST)) throw new MongoError(5166406, 'date arithmetic overflowed');
  return new Date(time);
}

/** The date some units later; days and longer ones are counted by the local calendar, whose clock stays the same. */
export function addUnits(date: Date, unit: TimeUnit, amount: number, zone: TimeZone): Date {
  const clock = CLOCK_UNITS[unit];
  if (clock !== undefined) return checked(date.getTime() + amount * clock);
  const local = localDate(zone, date.getTime());
  const months = MONTH_UNITS[unit];
  if (months === undefined) return checked(instantOf(zone, local.getTime() + amount * (unit === 'week' ? 7 : 1) * DAY));
  const month = local.getUTCMonth() + 1 + amount * months;
  if (Math.abs(month) > 12 * 300_000) throw new MongoError(5166406, 'date arithmetic overflowed');
  const day = Math.min(local.getUTCDate(), daysInMonth(local.getUTCFullYear(), month));
  const first = localTime(local.getUTCFullYear(), month, day);
  return checked(instantOf(zone, first + modulo(local.getTime(), DAY)));
}

function modulo(a: number, b: number): number {
  return a - Math.floor(a / b) * b;
}

/** How many boundaries of a unit lie between two dates on the local clock. */
export function unitsBetween(start: Date, end: Date, unit: TimeUnit, zone: TimeZone, startOfWeek: number): number {
  const from = localDate(zone, start.getTime());
  const to = localDate(zone, end.getTime());
  const months = MONTH_UNITS[unit];
  if (months !== undefined) return Math.floor(monthOf(to) / months) - Math.floor(monthOf(from) / months);
  if (unit === 'day') return dayNumber(to) - dayNumber(from);
  if (unit === 'week') return weekNumber(to, startOfWeek) - weekNumber(from, startOfWeek);
  const length = CLOCK_UNITS[unit] as number;
  // Hours that clocks skip or repeat have not passed, or have passed twice.
  const shift = Math.round((to.getTime() - end.getTime() - (from.getTime() - start.getTime())) / length);
  return Math.floor(to.getTime() / length) - Math.floor(from.getTime() / length) - shift;
}

function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function dayNumber(date: Date): number {
  return Math.floor(date.getTime() / DAY);
}

/** 1 January 1970 was a Thursday. */
function weekNumber(date: Date, startOfWeek: number): number {
  return Math.floor((dayNumber(date) + 4 - startOfWeek) / 7);
}

/** Bins are counted from this day on the local calendar, weeks from the first one that begins on or after it. */
const REFERENCE_YEAR = 2000;
const REFERENCE = localTime(REFERENCE_YEAR, 1, 1);

/** The beginning of the bin of `size` units a date is in. */
export function truncateDate(date: Date, unit: TimeUnit, size: number, zone: TimeZone, startOfWeek: number): Date {
  const clock = CLOCK_UNITS[unit];
  if (clock !== undefined) {
    const reference = instantOf(zone, REFERENCE);
    return checked(reference + binOf(date.getTime() - reference, clock * size));
  }
  const local = localDate(zone, date.getTime());
  const months = MONTH_UNITS[unit];
  if (months !== undefined) {
    const month = binOf(monthOf(local) - REFERENCE_YEAR * 12, months * size);
    return checked(instantOf(zone, localTime(REFERENCE_YEAR, 1 + month, 1)));
  }
  const firstDay = REFERENCE / DAY + (unit === 'week' ? modulo(startOfWeek - new Date(REFERENCE).getUTCDay(), 7) : 0);
  const day = binOf(dayNumber(local) - firstDay, unit === 'week' ? 7 * size : size);
  return checked(instantOf(zone, (firstDay + day) * DAY));
}

function binOf(distance: number, size: number): number {
  return Math.floor(distance / size) * size;
}
