import { fieldEntries } from '../../bson/field-order.ts';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { dayOfWeek, dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, week } from '../dates/date-parts.ts';
import { localDate, timeZone, UTC } from '../dates/time-zone.ts';
import { dateOf } from './date-operands.ts';
import { computed, type Expression, type Operator, type OperatorTable } from './expression.ts';

/** An operator that takes one part of a date: `{$year: date}`, or `{$year: {date, timezone}}`. */
function part(read: (local: Date) => unknown): Operator {
  return (operand, parser, name) => {
    const given = partOperands(operand, name);
    const date = parser.parse(given.date);
    const zone: Expression | undefined = given.timezone === undefined ? undefined : parser.parse(given.timezone);
    return computed(zone ? [date, zone] : [date], (frame) => {
      const value = date.evaluate(frame);
      const where = zone ? zoneOf(zone.evaluate(frame), name) : UTC;
      if (isNullish(value) || !where) return null;
      return read(localDate(where, dateOf(value).getTime()));
    });
  };
}

function zoneOf(value: unknown, name: string) {
  if (isNullish(value)) return undefined;
  if (typeof value !== 'string')
    throw new MongoError(40533, `${name} requires a string for the timezone argument, but was given a ${typeName(value)}`);
  return timeZone(value);
}

function partOperands(operand: unknown, name: string): { date: unknown; timezone?: unknown } {
  if (Array.isArray(operand)) {
    if (operand.length !== 1)
      throw new MongoError(40536, `${name} accepts exactly one argument if given an array, but was given ${operand.length}`);
    return partOperands(operand[0], name);
  }
  if (!isDocument(operand) || Object.keys(operand)[0]?.startsWith('$')) return { date: operand };
  for (const [field] of fieldEntries(operand))
    if (field !== 'date' && field !== 'timezone') throw new MongoError(40535, `unrecognized option to ${name}: "${field}"`);
  if (!Object.hasOwn(operand, 'date')) throw new MongoError(40539, `missing 'date' argument to ${name}`);
  return operand as { date: unknown; timezone?: unknown };
}

export const datePartOperators: OperatorTable = {
  $year: part((date) => date.getUTCFullYear()),
  $month: part((date) => date.getUTCMonth() + 1),
  $dayOfMonth: part((date) => date.getUTCDate()),
  $hour: part((date) => date.getUTCHours()),
  $minute: part((date) => date.getUTCMinutes()),
  $second: part((date) => date.getUTCSeconds()),
  $millisecond: part((date) => date.getUTCMilliseconds()),
  $dayOfWeek: part(dayOfWeek),
  $dayOfYear: part(dayOfYear),
  $week: part(week),
  $isoDayOfWeek: part(isoDayOfWeek),
  $isoWeek: part(isoWeek),
  // The server answers this one as a 64-bit integer.
  $isoWeekYear: part((date) => BigInt(isoWeekYear(date))),
};
