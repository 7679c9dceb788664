import { Timestamp } from 'bson';
import { shown } from '../../bson/shown.ts';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { integralOf } from '../../numbers/numeric.ts';
import { addUnits, isTimeUnit, type TimeUnit, truncateDate, unitsBetween, weekday } from '../dates/date-arithmetic.ts';
import { dateIn, zoneOf } from './date-operands.ts';
import type { Operator, OperatorTable } from './expression.ts';
import { eager, named } from './operands.ts';

function adding(name: '$dateAdd' | '$dateSubtract', sign: 1 | -1): Operator {
  return named(
    {
      object: [5166400, () => `${name} expects an object as its argument`],
      unknown: [
        5166401,
        (field) => `Unrecognized argument to ${name}: ${field}. Expected arguments are startDate, unit, amount, and optionally timezone.`,
      ],
      required: Object.fromEntries(
        ['startDate', 'unit', 'amount'].map((field) => [field, [5166402, `${name} requires startDate, unit, and amount to be present`]]),
      ),
      optional: ['timezone'],
    },
    (value, has) => {
      const [start, unit, amount] = [value('startDate'), value('unit'), value('amount')];
      if (isNullish(start) || isNullish(unit) || isNullish(amount)) return null;
      const zone = zoneOf(value('timezone'), has('timezone'));
      if (!zone) return null;
      const date = dateIn(start);
      if (!date) throw new MongoError(5166403, `${name} requires startDate to be convertible to a date`);
      if (typeof unit !== 'string') throw new MongoError(5166404, `${name} expects string defining the time unit`);
      if (!isTimeUnit(unit)) throw new MongoError(9, `unknown time unit value: ${unit}`);
      const whole = integralOf(amount);
      if (whole === undefined) throw new MongoError(5166405, `${name} expects integer amount of time units`);
      return addUnits(date, unit, sign * Number(whole), zone);
    },
  );
}

/** @throws MongoError 5439013 or 5439014 for what is no unit of time */
function unitOf(value: unknown, name: string): TimeUnit {
  if (typeof value !== 'string') throw new MongoError(5439013, `${name} requires 'unit' to be a string, but got ${typeName(value)}`);
  if (!isTimeUnit(value)) throw new MongoError(5439014, `${name} parameter 'unit' value cannot be recognized as a time unit: ${value}`);
  return value;
}

/** @throws MongoError 5439015 or 5439016 for what is no day of the week */
function startOfWeekOf(value: unknown, name: string): number {
  if (typeof value !== 'string') throw new MongoError(5439015, `${name} requires 'startOfWeek' to be a string, but got ${typeName(value)}`);
  const day = weekday(value);
  if (day === undefined)
    throw new MongoError(5439016, `${name} parameter 'startOfWeek' value cannot be recognized as a day of a week: ${value}`);
  return day;
}

const dateDiff: Operator = named(
  {
    object: [5166301, () => '$dateDiff only supports an object as its argument'],
    unknown: [5166302, (field) => `Unrecognized argument to $dateDiff: ${field}`],
    required: {
      startDate: [5166303, "Missing 'startDate' parameter to $dateDiff"],
      endDate: [5166304, "Missing 'endDate' parameter to $dateDiff"],
      unit: [5166305, "Missing 'unit' parameter to $dateDiff"],
    },
    optional: ['timezone', 'startOfWeek'],
  },
  (value, has) => {
    const [start, end, unit] = [value('startDate'), value('endDate'), value('unit')];
    if (isNullish(start) || isNullish(end) || isNullish(unit)) return null;
    const byWeek = has('startOfWeek') && unit === 'week';
    const startOfWeek = byWeek ? value('startOfWeek') : 'sunday';
    if (isNullish(startOfWeek)) return null;
    const zone = zoneOf(value('timezone'), has('timezone'));
    if (!zone) return null;
    const [from, to] = [dateIn(start), dateIn(end)];
    if (!from) throw new MongoError(5166307, `$dateDiff requires 'startDate' to be a date, but got ${typeName(start)}`);
    if (!to) throw new MongoError(5166307, `$dateDiff requires 'endDate' to be a date, but got ${typeName(end)}`);
    return BigInt(unitsBetween(from, to, unitOf(unit, '$dateDiff'), zone, startOfWeekOf(startOfWeek, '$dateDiff')));
  },
);

const dateTrunc: Operator = named(
  {
    object: [5439007, () => '$dateTrunc only supports an object as its argument'],
    unknown: [
      5439008,
      (field) =>
        `Unrecognized argument to $dateTrunc: ${field}. Expected arguments are date, unit, and optionally, binSize, timezone, startOfWeek`,
    ],
    required: { date: [5439009, "Missing 'date' parameter to $dateTrunc"], unit: [5439010, "Missing 'unit' parameter to $dateTrunc"] },
    optional: ['binSize', 'timezone', 'startOfWeek'],
  },
  (value, has) => {
    const [date, unit] = [value('date'), value('unit')];
    const size = has('binSize') ? value('binSize') : 1;
    if (isNullish(date) || isNullish(unit) || isNullish(size)) return null;
    const startOfWeek = has('startOfWeek') && unit === 'week' ? value('startOfWeek') : 'sunday';
    if (isNullish(startOfWeek)) return null;
    const zone = zoneOf(value('timezone'), has('timezone'));
    if (!zone) return null;
    const start = dateIn(date);
    if (!start) throw new MongoError(5439012, `$dateTrunc requires 'date' to be a date, but got ${typeName(date)}`);
    return truncateDate(start, unitOf(unit, '$dateTrunc'), binSizeOf(size), zone, startOfWeekOf(startOfWeek, '$dateTrunc'));
  },
);

function binSizeOf(value: unknown): number {
  const size = integralOf(value);
  if (size === undefined)
    throw new MongoError(
      5439017,
      `$dateTrunc requires 'binSize' to be a 64-bit integer, but got value '${shown(value)}' of type ${typeName(value)}`,
    );
  if (size <= 0n) throw new MongoError(5439018, `$dateTrunc requires 'binSize' to be greater than 0, but got value ${size}`);
  return Number(size);
}

function timestampPart(name: string, code: number, read: (timestamp: Timestamp) => number): Operator {
  return eager(1, 1, (value) => {
    if (isNullish(value)) return null;
    if (!(value instanceof Timestamp)) throw new MongoError(code, ` Argument to ${name} must be a timestamp, but is ${typeName(value)}`);
    return BigInt(read(value));
  });
}

export const dateArithmeticOperators: OperatorTable = {
  $dateAdd: adding('$dateAdd', 1),
  $dateSubtract: adding('$dateSubtract', -1),
  $dateDiff: dateDiff,
  $dateTrunc: dateTrunc,
  $tsSecond: timestampPart('$tsSecond', 5687301, (timestamp) => timestamp.getHighBitsUnsigned()),
  $tsIncrement: timestampPart('$tsIncrement', 5687302, (timestamp) => timestamp.getLowBitsUnsigned()),
};
