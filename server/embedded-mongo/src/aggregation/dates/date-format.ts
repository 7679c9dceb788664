import { MongoError } from '../../mongo-error.ts';
import { dayOfWeek, dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, week } from './date-parts.ts';
import { localDate, type TimeZone, UTC } from './time-zone.ts';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const ISO_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ';

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

function year(value: number): string {
  if (value < 0 || value > 9999) throw new MongoError(18537, `$dateToString is only defined on year 0-9999, tried to use year ${value}`);
  return digits(value, 4);
}

/** What each letter stands for, of a local date and its distance from UTC in minutes. */
const SPECIFIERS: Readonly<Record<string, (date: Date, offset: number) => string>> = {
  '%': () => '%',
  b: (date) => (MONTHS[date.getUTCMonth()] as string).slice(0, 3),
  B: (date) => MONTHS[date.getUTCMonth()] as string,
  d: (date) => digits(date.getUTCDate(), 2),
  G: (date) => year(isoWeekYear(date)),
  H: (date) => digits(date.getUTCHours(), 2),
  j: (date) => digits(dayOfYear(date), 3),
  L: (date) => digits(date.getUTCMilliseconds(), 3),
  m: (date) => digits(date.getUTCMonth() + 1, 2),
  M: (date) => digits(date.getUTCMinutes(), 2),
  S: (date) => digits(date.getUTCSeconds(), 2),
  u: (date) => String(isoDayOfWeek(date)),
  U: (date) => digits(week(date), 2),
  V: (date) => digits(isoWeek(date), 2),
  w: (date) => String(dayOfWeek(date)),
  Y: (date) => year(date.getUTCFullYear()),
  z: (_, offset) => `${offset < 0 ? '-' : '+'}${digits(Math.floor(Math.abs(offset) / 60), 2)}${digits(Math.abs(offset) % 60, 2)}`,
  Z: (_, offset) => String(offset),
};

/** @throws MongoError 18535 or 18536 for a format with a letter that stands for nothing */
export function checkFormat(format: string): void {
  for (let at = format.indexOf('%'); at >= 0; at = format.indexOf('%', at + 2)) {
    const letter = format[at + 1];
    if (letter === undefined) throw new MongoError(18535, "Unmatched '%' at end of format string");
    if (!Object.hasOwn(SPECIFIERS, letter)) throw new MongoError(18536, `Invalid format character '%${letter}' in format string`);
  }
}

/** Writes a date as `format` says; without one, the local clock in the form of ISO 8601, which always ends in a `Z`. */
export function formatDate(date: Date, zone: TimeZone, format = ISO_FORMAT): string {
  const local = localDate(zone, date.getTime());
  const offset = Math.trunc(zone.offsetAt(date.getTime()) / 60_000);
  return format.replace(/%(.)/gs, (_, letter: string) => SPECIFIERS[letter]?.(local, offset) ?? '');
}

/** `2024-01-31T12:00:00.000Z`. */
export function isoDate(date: Date): string {
  return formatDate(date, UTC);
}
