import type { Decimal128 } from 'bson';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { type Decimal, toDecimal128 } from '../../numbers/decimal.ts';
import * as decimals from '../../numbers/decimal-arithmetic.ts';
import {
  DECIMAL,
  DOUBLE,
  double,
  fitsLong,
  INT,
  intOrLong,
  isNumeric,
  LONG,
  type Numeric,
  type NumericKind,
  numericKind,
  toBigInt,
  toDecimal,
  toDouble,
} from '../../numbers/numeric.ts';
import type { OperatorTable } from './expression.ts';
import { eager } from './operands.ts';

/** What the integers and doubles of an operation give; integers too large for 64 bits become doubles. */
export interface Arithmetic {
  integers(a: bigint, b: bigint): bigint;
  doubles(a: number, b: number): number;
  decimals(a: Decimal, b: Decimal): Decimal;
}

export const ADDITION: Arithmetic = { integers: (a, b) => a + b, doubles: (a, b) => a + b, decimals: decimals.add };
export const SUBTRACTION: Arithmetic = { integers: (a, b) => a - b, doubles: (a, b) => a - b, decimals: decimals.subtract };
export const MULTIPLICATION: Arithmetic = { integers: (a, b) => a * b, doubles: (a, b) => a * b, decimals: decimals.multiply };

/** Computes with two numbers; the result has the wider of their types, and 32 bits grow to 64. */
export function combine({ integers, doubles, decimals }: Arithmetic, a: Numeric, b: Numeric): Numeric {
  const kind = Math.max(numericKind(a) as NumericKind, numericKind(b) as NumericKind);
  if (kind === DECIMAL) return toDecimal128(decimals(toDecimal(a), toDecimal(b)));
  if (kind === DOUBLE) return double(doubles(toDouble(a), toDouble(b)));
  if (kind === INT) {
    const result = doubles(toDouble(a), toDouble(b));
    if (Number.isSafeInteger(result)) return intOrLongNumber(result);
  }
  const result = integers(toBigInt(a), toBigInt(b));
  if (!fitsLong(result)) return double(doubles(toDouble(a), toDouble(b)));
  return kind === LONG ? result : intOrLong(result);
}

function intOrLongNumber(value: number): number | bigint {
  if (value === 0) return 0;
  return value >= -0x80000000 && value <= 0x7fffffff ? value : BigInt(value);
}

function addAll(...values: unknown[]): unknown {
  let sum: Numeric = 0;
  let date: Date | undefined;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (value instanceof Date) {
      if (date) throw new MongoError(16612, 'only one date allowed in an $add expression');
      date = value;
    } else if (!isNumeric(value)) throw new MongoError(14, `$add only supports numeric or date types, not ${typeName(value)}`);
    else sum = combine(ADDITION, sum, value);
  }
  return date ? movedDate(date, sum, 1) : sum;
}

/** A date moved by milliseconds, rounded to whole ones. */
function movedDate(date: Date, by: Numeric, sign: 1 | -1): Date {
  const amount = toDouble(by);
  const time = date.getTime() + sign * (sign === 1 ? Math.round(amount) : Math.trunc(amount));
  if (!(Math.abs(time) <= 8.64e15)) throw new MongoError(15, 'date overflow in $add');
  return new Date(time);
}

function multiplyAll(...values: unknown[]): unknown {
  let product: Numeric = 1;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (!isNumeric(value)) throw new MongoError(14, `$multiply only supports numeric types, not ${typeName(value)}`);
    product = combine(MULTIPLICATION, product, value);
  }
  return product;
}

function subtract(a: unknown, b: unknown): unknown {
  if (isNumeric(a) && isNumeric(b)) return combine(SUBTRACTION, a, b);
  if (isNullish(a) || isNullish(b)) return null;
  if (!(a instanceof Date)) throw new MongoError(14, `can't $subtract ${typeName(b)} from ${typeName(a)}`);
  if (b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (isNumeric(b)) return movedDate(a, b, -1);
  throw new MongoError(14, `can't $subtract ${typeName(b)} from Date`);
}

/**
 * Divides two numbers: the quotient is a double, or a decimal when one of them is.
 *
 * @throws MongoError 2 for a division by zero
 */
export function quotient(a: Numeric, b: Numeric): Numeric {
  if (toDouble(b) === 0) throw new MongoError(2, "can't $divide by zero");
  if (numericKind(a) !== DECIMAL && numericKind(b) !== DECIMAL) return double(toDouble(a) / toDouble(b));
  return toDecimal128(decimals.divide(toDecimal(a), toDecimal(b)));
}

function divide(a: unknown, b: unknown): unknown {
  if (isNumeric(a) && isNumeric(b)) return quotient(a, b);
  if (isNullish(a) || isNullish(b)) return null;
  throw new MongoError(14, `$divide only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
}

function modulo(a: unknown, b: unknown): unknown {
  if (!isNumeric(a) || !isNumeric(b)) {
    if (isNullish(a) || isNullish(b)) return null;
    throw new MongoError(16611, `$mod only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  }
  const kinds = [numericKind(a), numericKind(b)];
  const isDecimal = kinds.includes(DECIMAL);
  if (toDouble(b) === 0) throw new MongoError(isDecimal ? 5733415 : 16610, "can't $mod by zero");
  if (isDecimal) return toDecimal128(decimals.modulo(toDecimal(a), toDecimal(b)));
  // A whole divisor given as a double counts as the integer it is.
  const divisor = kinds[1] === DOUBLE && Number.isInteger(toDouble(b)) && Math.abs(toDouble(b)) < 2 ** 31 ? Math.trunc(toDouble(b)) : b;
  if (kinds[0] === DOUBLE || numericKind(divisor) === DOUBLE) return double(toDouble(a) % toDouble(b));
  const remainder = toBigInt(a) % toBigInt(divisor);
  return kinds.includes(LONG) ? remainder : Number(remainder);
}

function absolute(value: Numeric): Numeric {
  const kind = numericKind(value);
  if (kind === DOUBLE) return double(Math.abs(toDouble(value)));
  if (kind === DECIMAL) return toDecimal128({ ...toDecimal(value), negative: false });
  const integer = toBigInt(value);
  if (integer === -(2n ** 63n)) throw new MongoError(28680, "can't take $abs of long long min");
  const magnitude = integer < 0n ? -integer : integer;
  return kind === LONG ? magnitude : intOrLong(magnitude);
}

/** An operator on one number; null and what is missing give null. */
export function onNumber(apply: (value: Numeric, name: string) => unknown): OperatorTable[string] {
  return (operand, parser, name) =>
    eager(1, 1, (value) => {
      if (isNullish(value)) return null;
      if (!isNumeric(value)) throw new MongoError(28765, `${name} only supports numeric types, not ${typeName(value)}`);
      return apply(value, name);
    })(operand, parser, name);
}

function wholeNumber(rounding: 'up' | 'down', doubles: (value: number) => number): OperatorTable[string] {
  return onNumber((value) => {
    const kind = numericKind(value);
    if (kind === DOUBLE) return double(doubles(toDouble(value)));
    if (kind !== DECIMAL) return value;
    const exact = toDecimal(value as Decimal128);
    return exact.exponent >= 0 ? value : toDecimal128(decimals.quantize(exact, 0, rounding));
  });
}

export const arithmeticOperators: OperatorTable = {
  $add: eager(0, Number.POSITIVE_INFINITY, addAll),
  $multiply: eager(0, Number.POSITIVE_INFINITY, multiplyAll),
  $subtract: eager(2, 2, subtract),
  $divide: eager(2, 2, divide),
  $mod: eager(2, 2, modulo),
  $abs: onNumber(absolute),
  $ceil: wholeNumber('up', Math.ceil),
  $floor: wholeNumber('down', Math.floor),
};
