import { type Decimal128, Double, type Int32, type Long } from 'bson';
import { type Decimal, decimalFromDouble, decimalOf, decimalToDouble, signed } from './decimal.ts';

/**
 * The numeric types of BSON from the narrowest to the widest: the result of an operation has the widest of its
 * operands. A decoded 32-bit integer is a JavaScript number, a 64-bit one a `bigint`; a double is a JavaScript number
 * when it cannot be taken for a 32-bit integer, and a `Double` otherwise.
 */
export const INT = 0;
export const LONG = 1;
export const DOUBLE = 2;
export const DECIMAL = 3;

export type NumericKind = typeof INT | typeof LONG | typeof DOUBLE | typeof DECIMAL;
export type Numeric = number | bigint | Int32 | Long | Double | Decimal128;

const LOWEST_INT = -0x80000000;
const HIGHEST_INT = 0x7fffffff;
const LONG_LIMIT = 2n ** 63n;

/** The BSON type of a number, `undefined` for what is no number. */
export function numericKind(value: unknown): NumericKind | undefined {
  if (typeof value === 'number') return isInt32(value) ? INT : DOUBLE;
  if (typeof value === 'bigint') return LONG;
  if (typeof value !== 'object' || value === null) return undefined;
  switch ((value as { _bsontype?: string })._bsontype) {
    case 'Double':
      return DOUBLE;
    case 'Decimal128':
      return DECIMAL;
    case 'Int32':
      return INT;
    case 'Long':
      return LONG;
    default:
      return undefined;
  }
}

export function isNumeric(value: unknown): value is Numeric {
  return numericKind(value) !== undefined;
}

/** True for a number that is written as a 32-bit integer. */
export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= LOWEST_INT && value <= HIGHEST_INT && !Object.is(value, -0);
}

/** The nearest double of a number of any type. */
export function toDouble(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value._bsontype === 'Decimal128') return decimalToDouble(decimalOf(value));
  return Number(value);
}

/** The decimal MongoDB computes with when one of the operands is a decimal. */
export function toDecimal(value: Numeric): Decimal {
  const kind = numericKind(value);
  if (kind === DECIMAL) return decimalOf(value as Decimal128);
  return kind === DOUBLE ? decimalFromDouble(toDouble(value)) : signed(toBigInt(value));
}

/** A 32-bit or 64-bit integer as a `bigint`. */
export function toBigInt(value: Numeric): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  return value._bsontype === 'Long' ? value.toBigInt() : BigInt(Number(value));
}

/** A double that is written as one, whatever its value. */
export function double(value: number): number | Double {
  return isInt32(value) ? new Double(value) : value;
}

/** An integer in 32 bits when it fits, in 64 otherwise. */
export function intOrLong(value: bigint): number | bigint {
  return value >= BigInt(LOWEST_INT) && value <= BigInt(HIGHEST_INT) ? Number(value) : value;
}

export function fitsLong(value: bigint): boolean {
  return value < LONG_LIMIT && value >= -LONG_LIMIT;
}

/** The whole number a value of any numeric type stands for, `undefined` when it has a fraction or is beyond 64 bits. */
export function integralOf(value: unknown): bigint | undefined {
  const kind = numericKind(value);
  if (kind === undefined) return undefined;
  if (kind === INT || kind === LONG) return toBigInt(value as Numeric);
  if (kind === DECIMAL) return integralDecimal(decimalOf(value as Decimal128));
  const number = toDouble(value as Numeric);
  return Number.isInteger(number) && Math.abs(number) <= 2 ** 63 && fitsLong(BigInt(number)) ? BigInt(number) : undefined;
}

function integralDecimal({ kind, negative, coefficient, exponent }: Decimal): bigint | undefined {
  if (kind !== 'finite') return undefined;
  if (coefficient === 0n) return 0n;
  if (exponent > 19 || exponent < -34) return undefined;
  const unit = 10n ** BigInt(Math.abs(exponent));
  if (exponent < 0 && coefficient % unit !== 0n) return undefined;
  const whole = exponent < 0 ? coefficient / unit : coefficient * unit;
  return fitsLong(negative ? -whole : whole) ? (negative ? -whole : whole) : undefined;
}
