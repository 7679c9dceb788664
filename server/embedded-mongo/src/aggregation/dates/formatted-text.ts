import { MongoError } from '../../mongo-error.ts';
import { MONTHS } from './date-format.ts';
import { daysInMonth, isoWeekTime, localTime } from './date-parts.ts';
import { monthNumber, writtenZone } from './date-text.ts';
import { instantOf, type TimeZone, UTC } from './time-zone.ts';

const MONTH_NAMES = MONTHS.join('|');
const SHORT_NAMES = MONTHS.map((month) => month.slice(0, 3)).join('|');

/** What each letter of a format reads. */
const SPECIFIERS: Readonly<Record<string, string>> = {
  '%': '%',
  b: `(?<b>${SHORT_NAMES})`,
  B: `(?<B>${MONTH_NAMES})`,
  d: '(?<d>\\d{1,2})',
  G: '(?<G>\\d{4})',
  H: '(?<H>\\d{1,2})',
  j: '(?<j>\\d{1,3})',
  L: '(?<L>\\d{1,3})',
  m: '(?<m>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  S: '(?<S>\\d{1,2})',
  u: '(?<u>[1-7])',
  V: '(?<V>\\d{1,2})',
  Y: '(?<Y>\\d{4})',
  z: '(?<z>[+-]\\d{1,2}(?::?\\d{2})?|Z|UTC|GMT)',
  Z: '(?<Z>[+-]?\\d{1,3})',
};

type Fields = Record<string, string | undefined>;

const readers = new Map<string, RegExp>();
const MOST_READERS = 200;

/**
 * The reader of a format.
 *
 * @throws MongoError 18535 or 18536 for a letter that stands for nothing
 */
export function formatReader(format: string): RegExp {
  let reader = readers.get(format);
  if (!reader) {
    reader = new RegExp(`^${sourceOf(format)}$`, 'i');
    if (readers.size >= MOST_READERS) readers.clear();
    readers.set(format, reader);
  }
  return reader;
}

function sourceOf(format: string): string {
  let source = '';
  for (let at = 0; at < format.length; at++) {
    const character = format[at] as string;
    if (character !== '%') {
      source += character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
      continue;
    }
    const letter = format[++at];
    if (letter === undefined) throw new MongoError(18535, "Unmatched '%' at end of format string");
    if (!Object.hasOwn(SPECIFIERS, letter)) throw new MongoError(18536, `Invalid format character '%${letter}' in format string`);
    // A letter given twice is read twice, and the first time counts.
    source += source.includes(`(?<${letter}>`) ? (SPECIFIERS[letter] as string).replace(`?<${letter}>`, '?:') : SPECIFIERS[letter];
  }
  return source;
}

/** @throws MongoError 241 for a text that is not of this format, or no date */
export function parseFormatted(text: string, reader: RegExp, zone: TimeZone): Date {
  const fields: Fields | undefined = reader.exec(text)?.groups ?? (reader.test(text) ? {} : undefined);
  if (!fields) throw unreadable(text);
  const day = dayOf(text, fields);
  const { H = '0', M = '0', S = '0', L = '0' } = fields;
  if (Number(H) > 24 || Number(M) > 59 || Number(S) > 59) throw unreadable(text);
  const milliseconds = Number(L.padEnd(3, '0'));
  const local = day + ((Number(H) * 60 + Number(M)) * 60 + Number(S)) * 1000 + milliseconds;
  return new Date(instantOf(zoneOf(text, fields, zone), local));
}

function unreadable(text: string): MongoError {
  return new MongoError(241, `Error parsing date string '${text}'; the text does not match the format`);
}

function dayOf(text: string, { Y, m, d, b, B, j, G, V, u }: Fields): number {
  if (G !== undefined && V !== undefined && u !== undefined) return isoWeekTime(Number(G), Number(V), Number(u));
  if (Y !== undefined && j !== undefined) return localTime(Number(Y), 1, Number(j));
  const name = B ?? b;
  const month = name === undefined ? m : String(monthNumber(name));
  if (Y === undefined || month === undefined || d === undefined)
    throw new MongoError(241, `an incomplete date/time string has been found, with elements missing: "${text}"`);
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(d) >= 1 && Number(d) <= daysInMonth(Number(Y), Number(month));
  if (!isDay) throw unreadable(text);
  return localTime(Number(Y), Number(month), Number(d));
}

function zoneOf(text: string, { z, Z }: Fields, zone: TimeZone): TimeZone {
  if (z === undefined && Z === undefined) return zone;
  if (zone !== UTC)
    throw new MongoError(241, `you cannot pass in a date/time string with GMT offset together with a timezone argument: "${text}"`);
  if (z !== undefined) return writtenZone(text, z);
  return { offsetAt: () => Number(Z) * 60_000 };
}
