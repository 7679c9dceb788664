import { MongoError } from '../../mongo-error.ts';
import { MONTHS } from './date-format.ts';
import { daysInMonth, isoWeekTime, localTime } from './date-parts.ts';
import { instantOf, offsetOf, type TimeZone, timeZone, UTC } from './time-zone.ts';

const HOUR = 3_600_000;

/** Abbreviations of time zones that are understood in a text, in hours from UTC. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
};

const DAY_NAME = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';
const MONTH =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const CLOCK =
  '(?:[T\\s]\\s*(?:at\\s+)?(?<hour>\\d{1,2})(?::?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,:](?<fraction>\\d{1,9}))?)?)?\\s*(?<half>[ap]\\.?m\\.?)?)?';
const ZONE = '(?:\\s*(?<zone>[+-]\\d{1,2}(?::?\\d{2})?|[A-Za-z]{1,5}|[A-Za-z_]+(?:/[A-Za-z_+\\-0-9]+)+))?';

/** The forms in which days are written. */
const DAYS = [
  '(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})',
  '(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2})',
  '(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})',
  '(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})',
  '(?<day>\\d{1,2})[-.](?<month>\\d{1,2})[-.](?<year>\\d{4})',
  '(?<year>\\d{4})-?W(?<week>\\d{2})(?:-?(?<weekday>[1-7]))?',
  '(?<year>\\d{4})[-.]?(?<yearday>\\d{3})',
  `${DAY_NAME}${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})`,
  `${DAY_NAME}(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH}[\\s,-]+(?<year>\\d{4})`,
].map((day) => new RegExp(`^\\s*${day}${CLOCK}${ZONE}\\s*$`, 'i'));

type Groups = Record<string, string | undefined>;

/**
 * Reads a date in one of the usual forms.
 *
 * @param zone where it is, when the text does not say
 * @throws MongoError 241 for a text that is no date
 */
export function parseDate(text: string, zone: TimeZone): Date {
  const seconds = /^@(-?\d+)$/.exec(text);
  if (seconds) return new Date(Number(seconds[1]) * 1000);
  for (const form of DAYS) {
    const groups: Groups | undefined = form.exec(text)?.groups;
    if (groups) return dateOf(text, groups, zone);
  }
  if (/^\s*\d{1,2}:\d{2}/.test(text))
    throw new MongoError(241, `an incomplete date/time string has been found, with elements missing: "${text}"`);
  throw unreadable(text);
}

function unreadable(text: string): MongoError {
  return new MongoError(241, `Error parsing date string '${text}'`);
}

function dateOf(text: string, groups: Groups, zone: TimeZone): Date {
  const day = dayTime(groups);
  const clock = clockTime(groups);
  if (day === undefined || clock === undefined) throw unreadable(text);
  const written = groups.zone === undefined ? undefined : writtenZone(text, groups.zone);
  if (written && zone !== UTC)
    throw new MongoError(
      241,
      `you cannot pass in a date/time string with time zone information ('${groups.zone}') together with a timezone argument`,
    );
  return new Date(instantOf(written ?? zone, day + clock));
}

function dayTime({ year, month, day, name, week, weekday = '1', yearday }: Groups): number | undefined {
  const inYear = Number(year);
  if (week !== undefined) return Number(week) >= 1 && Number(week) <= 53 ? isoWeekTime(inYear, Number(week), Number(weekday)) : undefined;
  if (yearday !== undefined) return localTime(inYear, 1, Number(yearday));
  const inMonth = name === undefined ? Number(month) : monthNumber(name);
  const inDay = Number(day);
  if (inMonth < 1 || inMonth > 12 || inDay < 1 || inDay > daysInMonth(inYear, inMonth)) return undefined;
  return localTime(inYear, inMonth, inDay);
}

/** The number of a month by its name or the beginning of it. */
export function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.slice(0, 3).toLowerCase())) + 1;
}

function clockTime({ hour = '0', minute = '0', second = '0', fraction = '0', half }: Groups): number | undefined {
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  if (hours > 24 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const milliseconds = Math.trunc(Number(`0.${fraction}`) * 1000 + 1e-6);
  return hours * HOUR + Number(minute) * 60_000 + Number(second) * 1000 + milliseconds;
}

/** @throws MongoError 241 for a zone nobody knows */
export function writtenZone(text: string, zone: string): TimeZone {
  const offset = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (offset) {
    const milliseconds = offsetOf(offset[1] as string, offset[2] as string, offset[3] ?? '0');
    return { offsetAt: () => milliseconds };
  }
  const hours = ABBREVIATIONS[zone.toUpperCase()];
  if (hours !== undefined) return { offsetAt: () => hours * HOUR };
  if (!zone.includes('/')) throw unreadable(text);
  try {
    return timeZone(zone);
  } catch (error) {
    throw Object.assign(unreadable(text), { cause: error });
  }
}
