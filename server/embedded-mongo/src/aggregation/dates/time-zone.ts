import { MongoError } from '../../mongo-error.ts';

/** Where on earth, in short how far its clocks are from UTC at a given instant. */
export interface TimeZone {
  /** @param time milliseconds since 1970 @returns milliseconds to add to reach the local clock */
  offsetAt(time: number): number;
}

export const UTC: TimeZone = { offsetAt: () => 0 };

const MINUTE = 60_000;
const DAY = 86_400_000;
const OFFSET = /^([+-])(\d{2})(?::?(\d{2}))?$/;
const known = new Map<string, TimeZone>();
const MOST_KNOWN = 1000;

/**
 * The time zone of an Olson name (`Europe/Paris`) or an offset (`+02`, `-0530`, `+05:30`).
 *
 * @throws MongoError 40485 for any other text
 */
export function timeZone(name: string): TimeZone {
  if (name === 'UTC' || name === 'GMT') return UTC;
  const offset = OFFSET.exec(name);
  if (offset) {
    const milliseconds = offsetOf(offset[1] as string, offset[2] as string, offset[3] ?? '0');
    return { offsetAt: () => milliseconds };
  }
  const zone = known.get(name) ?? olsonZone(name);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, zone);
  return zone;
}

/** Milliseconds of `+`, `05`, `30`. */
export function offsetOf(sign: string, hours: string, minutes: string): number {
  return (sign === '-' ? -MINUTE : MINUTE) * (Number(hours) * 60 + Number(minutes));
}

/** Clocks change on quarters of an hour, so that one look tells the offset for all of it. */
const QUARTER = 15 * MINUTE;
const MOST_QUARTERS = 10_000;

function olsonZone(name: string): TimeZone {
  const format = formatOf(name);
  const offsets = new Map<number, number>();
  return {
    offsetAt(time) {
      const quarter = Math.floor(time / QUARTER);
      let offset = offsets.get(quarter);
      if (offset === undefined) {
        offset = localClock(format, time) - Math.floor(time / 1000) * 1000;
        if (offsets.size >= MOST_QUARTERS) offsets.clear();
        offsets.set(quarter, offset);
      }
      return offset;
    },
  };
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  } catch (error) {
    throw Object.assign(new MongoError(40485, `unrecognized time zone identifier: "${name}"`), { cause: error });
  }
}

function localClock(format: Intl.DateTimeFormat, time: number): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(time)) parts[type] = value;
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  const local = new Date(0);
  local.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  return local.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
}

/** The local clock at an instant, as a date whose UTC fields are the local ones. */
export function localDate(zone: TimeZone, time: number): Date {
  return new Date(time + zone.offsetAt(time));
}

/**
 * The instant at which local clocks show a time. One that is shown twice is the first; one that is skipped is as late
 * after the change as it would have been.
 *
 * @param local milliseconds, as if the local clock were UTC
 */
export function instantOf(zone: TimeZone, local: number): number {
  const before = zone.offsetAt(local - DAY);
  const after = zone.offsetAt(local + DAY);
  if (before === after || zone.offsetAt(local - before) === before) return local - before;
  return zone.offsetAt(local - after) === after ? local - after : local - before;
}
