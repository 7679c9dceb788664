import { Decimal128, ObjectId, Timestamp } from 'bson';
import { isTrue } from '../../bson/truth.ts';
import { MongoError } from '../../mongo-error.ts';
import { decimalOf, decimalToDouble, decimalToInteger, parseDecimal, toDecimal128 } from '../../numbers/decimal.ts';
import {
  DECIMAL,
  DOUBLE,
  double,
  fitsLong,
  isNumeric,
  type Numeric,
  numericKind,
  toBigInt,
  toDecimal,
  toDouble,
} from '../../numbers/numeric.ts';
import { isoDate } from '../dates/date-format.ts';
import { parseDate } from '../dates/date-text.ts';
import { UTC } from '../dates/time-zone.ts';
import { doubleText, textOf } from './text-of.ts';

/** Converts a value to one type; `undefined` when there is no such conversion. */
export type Conversion = (value: unknown, type: string) => unknown;

function failure(message: string): MongoError {
  return new MongoError(241, `${message} in $convert with no onError value`);
}

function overflow(value: unknown): MongoError {
  return new MongoError(241, `Conversion would overflow target type in $convert with no onError value: ${value}`);
}

/** The integer a number truncates to. */
function truncated(value: Numeric): bigint {
  const kind = numericKind(value);
  if (kind !== DOUBLE && kind !== DECIMAL) return toBigInt(value);
  const number = toDouble(value);
  if (Number.isNaN(number)) throw failure('Attempt to convert NaN value to integer type');
  if (kind === DOUBLE) {
    if (!Number.isFinite(number)) throw failure('Attempt to convert infinity value to integer type');
    return BigInt(Math.trunc(number));
  }
  const exact = decimalOf(value as Decimal128);
  if (exact.kind === 'infinite') throw failure('Attempt to convert infinity value to integer type');
  const integer = decimalToInteger(exact, 'towards-zero');
  if (integer === undefined) throw overflow(value);
  return integer;
}

function toLong(value: Numeric): bigint {
  const integer = truncated(value);
  if (!fitsLong(integer)) throw overflow(value);
  return integer;
}

function toInt(value: Numeric): number {
  const integer = truncated(value);
  if (BigInt.asIntN(32, integer) !== integer) throw overflow(numericKind(value) === DOUBLE ? toDouble(value) : value);
  return Number(integer);
}

/** Doubles are truncated only after they are known to fit: 2147483647.5 does not. */
function fitsInt(value: Numeric): Numeric {
  const number = toDouble(value);
  if (numericKind(value) === DOUBLE && Number.isFinite(number) && (number > 0x7fffffff || number < -0x80000000)) throw overflow(number);
  return value;
}

function parsedInteger(text: string, bits: 32 | 64): bigint {
  refuseHexadecimal(text);
  if (!/^[+-]?\d+$/.test(text)) throw unreadable(text, text === '' ? 'No digits' : 'Did not consume whole string.');
  const integer = BigInt(text.replace('+', ''));
  if (BigInt.asIntN(bits, integer) !== integer) throw unreadable(text, 'Overflow');
  return integer;
}

function refuseHexadecimal(text: string): void {
  if (text.startsWith('0x')) throw new MongoError(241, `Illegal hexadecimal input in $convert with no onError value: ${text}`);
}

function unreadable(text: string, reason: string): MongoError {
  return new MongoError(241, `Failed to parse number '${text}' in $convert with no onError value: ${reason}`);
}

function parsedDouble(text: string): number {
  refuseHexadecimal(text);
  const decimal = parseDecimal(text);
  if (!decimal) throw unreadable(text, text === '' ? 'Empty string' : 'Did not consume whole string.');
  const number = decimal.kind === 'finite' ? Number(text) : decimalToDouble(decimal);
  if (decimal.kind === 'finite' && !Number.isFinite(number)) throw unreadable(text, 'Out of range');
  return number;
}

function parsedDecimal(text: string): Decimal128 {
  refuseHexadecimal(text);
  const decimal = parseDecimal(text);
  if (!decimal) throw unreadable(text, text === '' ? 'Empty string' : 'Failed to parse string to decimal');
  return toDecimal128(decimal);
}

function doubleOf(value: Numeric): number {
  const number = toDouble(value);
  if (numericKind(value) === DECIMAL && !Number.isFinite(number) && decimalOf(value as Decimal128).kind === 'finite') throw overflow(value);
  return number;
}

function objectIdOf(text: string): ObjectId {
  if (!/^[0-9a-f]{24}$/i.test(text))
    throw new MongoError(
      241,
      `Failed to parse objectId '${text}' in $convert with no onError value: Invalid string length for parsing to OID, expected 24 but found ${text.length}`,
    );
  return new ObjectId(text);
}

function dateOf(value: unknown, type: string): Date | undefined {
  if (value instanceof Date) return value;
  if (typeof value === 'string') return parseDate(value, UTC);
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.getHighBitsUnsigned() * 1000);
  if (!isNumeric(value) || type === 'int') return undefined;
  const time = Number(toLong(value));
  if (Math.abs(time) > 8.64e15) throw overflow(value);
  return new Date(time);
}

export const conversions = {
  double(value) {
    if (isNumeric(value)) return double(doubleOf(value));
    if (typeof value === 'string') return double(parsedDouble(value));
    if (typeof value === 'boolean') return double(Number(value));
    return value instanceof Date ? double(value.getTime()) : undefined;
  },
  string(value) {
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean') return String(value);
    if (isNumeric(value)) return numericKind(value) === DOUBLE ? doubleText(toDouble(value)) : textOf(value);
    if (value instanceof ObjectId) return value.toHexString();
    return value instanceof Date ? isoDate(value) : undefined;
  },
  objectId(value) {
    if (value instanceof ObjectId) return value;
    return typeof value === 'string' ? objectIdOf(value) : undefined;
  },
  bool: isTrue,
  date: dateOf,
  int(value) {
    if (isNumeric(value)) return toInt(fitsInt(value));
    if (typeof value === 'string') return Number(parsedInteger(value, 32));
    return typeof value === 'boolean' ? Number(value) : undefined;
  },
  long(value) {
    if (isNumeric(value)) return toLong(value);
    if (typeof value === 'string') return parsedInteger(value, 64);
    if (typeof value === 'boolean') return BigInt(value);
    return value instanceof Date ? BigInt(value.getTime()) : undefined;
  },
  decimal(value) {
    if (isNumeric(value)) return value instanceof Decimal128 ? value : toDecimal128(toDecimal(value));
    if (typeof value === 'string') return parsedDecimal(value);
    if (typeof value === 'boolean') return Decimal128.fromString(value ? '1' : '0');
    return value instanceof Date ? Decimal128.fromString(String(value.getTime())) : undefined;
  },
} satisfies Record<string, Conversion>;
