import type { Document } from 'bson';
import { shown } from '../../bson/shown.ts';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { integralOf } from '../../numbers/numeric.ts';
import { checkFormat, formatDate } from '../dates/date-format.ts';
import { isoDayOfWeek, isoWeek, isoWeekTime, isoWeekYear, localTime } from '../dates/date-parts.ts';
import { parseDate } from '../dates/date-text.ts';
import { formatReader, parseFormatted } from '../dates/formatted-text.ts';
import { instantOf, localDate } from '../dates/time-zone.ts';
import { dateOf, zoneOf } from './date-operands.ts';
import type { Operator, OperatorTable } from './expression.ts';
import { type NamedForm, named } from './operands.ts';

const dateToString: Operator = named(
  {
    object: [18629, () => '$dateToString only supports an object as its argument'],
    unknown: [18534, (field) => `Unrecognized argument to $dateToString: ${field}`],
    required: { date: [18628, "Missing 'date' parameter to $dateToString"] },
    optional: ['format', 'timezone', 'onNull'],
  },
  (value, has) => {
    const date = value('date');
    const format = has('format') ? value('format') : undefined;
    if (!isNullish(format)) {
      if (typeof format !== 'string')
        throw new MongoError(
          18533,
          `$dateToString requires that 'format' be a string, found: ${typeName(format)} with value ${shown(format)}`,
        );
      checkFormat(format);
    }
    const zone = zoneOf(value('timezone'), has('timezone'));
    if (isNullish(date)) return has('onNull') ? value('onNull') : null;
    if (!zone || (has('format') && isNullish(format))) return null;
    return formatDate(dateOf(date), zone, format as string | undefined);
  },
);

const dateFromString: Operator = named(
  {
    object: [40540, (type) => `$dateFromString only supports an object as an argument, found: ${type}`],
    unknown: [40541, (field) => `Unrecognized argument to $dateFromString: ${field}`],
    required: { dateString: [40542, "Missing 'dateString' parameter to $dateFromString"] },
    optional: ['format', 'timezone', 'onNull', 'onError'],
  },
  (value, has) => {
    const text = value('dateString');
    const format = has('format') ? value('format') : undefined;
    if (!isNullish(format) && typeof format !== 'string')
      throw new MongoError(
        40684,
        `$dateFromString requires that 'format' be a string, found: ${typeName(format)} with value ${shown(format)}`,
      );
    const reader = isNullish(format) ? undefined : formatReader(format);
    const zone = zoneOf(value('timezone'), has('timezone'));
    if (isNullish(text)) return has('onNull') ? value('onNull') : null;
    try {
      if (typeof text !== 'string')
        throw new MongoError(
          241,
          `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)} with value ${shown(text)}`,
        );
      if (!zone || (has('format') && !reader)) return null;
      return reader ? parseFormatted(text, reader, zone) : parseDate(text, zone);
    } catch (error) {
      if (has('onError') && error instanceof MongoError && error.code === 241) return value('onError');
      throw error;
    }
  },
);

const dateToParts: Operator = named(
  {
    object: [40524, () => '$dateToParts only supports an object as its argument'],
    unknown: [40520, (field) => `Unrecognized argument to $dateToParts: ${field}`],
    required: { date: [40522, "Missing 'date' parameter to $dateToParts"] },
    optional: ['timezone', 'iso8601'],
  },
  (value, has) => {
    const date = value('date');
    const zone = zoneOf(value('timezone'), has('timezone'));
    const iso = has('iso8601') ? value('iso8601') : false;
    if (!zone || isNullish(iso)) return null;
    if (typeof iso !== 'boolean') throw new MongoError(40521, `iso8601 must evaluate to a bool, found ${typeName(iso)}`);
    if (isNullish(date)) return null;
    const local = localDate(zone, dateOf(date).getTime());
    return { ...(iso ? isoParts(local) : calendarParts(local)), ...clockParts(local) };
  },
);

function calendarParts(date: Date): Document {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function isoParts(date: Date): Document {
  return { isoWeekYear: isoWeekYear(date), isoWeek: isoWeek(date), isoDayOfWeek: isoDayOfWeek(date) };
}

function clockParts(date: Date): Document {
  return { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(), millisecond: date.getUTCMilliseconds() };
}

const FROM_PARTS: NamedForm = {
  object: [40519, () => '$dateFromParts only supports an object as its argument'],
  unknown: [40518, (field) => `Unrecognized argument to $dateFromParts: ${field}`],
  required: {},
  optional: ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond', 'isoWeekYear', 'isoWeek', 'isoDayOfWeek', 'timezone'],
};
/** Parts that may be given, with what they are when they are not, in the order the server looks at them. */
const CLOCK = { hour: 0, minute: 0, second: 0, millisecond: 0 } as const;
const CALENDAR = { year: 1970, month: 1, day: 1 } as const;
const ISO_CALENDAR = { isoWeekYear: 1970, isoWeek: 1, isoDayOfWeek: 1 } as const;
const UNBOUNDED = new Set(['second', 'millisecond', 'year', 'isoWeekYear']);
const FARTHEST_PART = 32767n;

const dateFromPartsOperator: Operator = named(FROM_PARTS, (value, has) => {
  const clock = partsOf(Object.entries(CLOCK), value, has);
  const zone = zoneOf(value('timezone'), has('timezone'));
  const day = clock && zone && partsOf(Object.entries(has('year') ? CALENDAR : ISO_CALENDAR), value, has);
  if (!clock || !zone || !day) return null;
  const [year, second, third] = day as [number, number, number];
  if (year < 1 || year > 9999) {
    const [code, name] = has('year') ? [40523, 'year'] : [31095, 'isoWeekYear'];
    throw new MongoError(code as number, `'${name}' must evaluate to an integer in the range 1 to 9999, found ${year}`);
  }
  const [hour, minute, seconds, milliseconds] = clock as [number, number, number, number];
  const start = has('year')
    ? localTime(year, second, third, hour, minute)
    : isoWeekTime(year, second, third) + (hour * 60 + minute) * 60_000;
  return new Date(instantOf(zone, start) + seconds * 1000 + milliseconds);
});

const dateFromParts: Operator = (operand, parser, name) => {
  const has = (field: string) => typeof operand === 'object' && operand !== null && Object.hasOwn(operand, field);
  const expression = dateFromPartsOperator(operand, parser, name);
  if (!has('year') && !has('isoWeekYear'))
    throw new MongoError(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  if (has('year') && (has('isoWeekYear') || has('isoWeek') || has('isoDayOfWeek')))
    throw new MongoError(40489, '$dateFromParts does not allow mixing natural dates with ISO dates');
  if (has('isoWeekYear') && (has('month') || has('day')))
    throw new MongoError(40525, '$dateFromParts does not allow mixing ISO dates with natural dates');
  return expression;
};

/** `undefined` when one of the parts is null. */
function partsOf(parts: [string, number][], value: (name: string) => unknown, has: (name: string) => boolean): number[] | undefined {
  const numbers: number[] = [];
  for (const [name, missing] of parts) {
    const given = has(name) ? value(name) : missing;
    if (isNullish(given)) return undefined;
    const number = integralOf(given);
    if (number === undefined)
      throw new MongoError(40515, `'${name}' must evaluate to an integer, found ${typeName(given)} with value ${shown(given)}`);
    if (!UNBOUNDED.has(name) && (number > FARTHEST_PART || number < -FARTHEST_PART - 1n))
      throw new MongoError(31034, `'${name}' must evaluate to a value in the range [-32768, 32767]; value ${number} is not in range`);
    numbers.push(Number(number));
  }
  return numbers;
}

export const dateOperators: OperatorTable = {
  $dateToString: dateToString,
  $dateFromString: dateFromString,
  $dateToParts: dateToParts,
  $dateFromParts: dateFromParts,
};
