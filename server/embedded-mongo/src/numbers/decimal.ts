import { Decimal128 } from 'bson';

/** A decimal as IEEE 754-2008 has it: `coefficient * 10^exponent`, or not finite. Trailing zeros are part of it. */
export interface Decimal {
  readonly kind: 'finite' | 'infinite' | 'nan';
  readonly negative: boolean;
  /** Never negative, at most 34 digits once rounded. */
  readonly coefficient: bigint;
  readonly exponent: number;
}

export type Rounding = 'half-even' | 'down' | 'up' | 'towards-zero';

const PRECISION = 34;
const LOWEST_EXPONENT = -6176;
const HIGHEST_EXPONENT = 6111;

export const DECIMAL_NAN: Decimal = { kind: 'nan', negative: false, coefficient: 0n, exponent: 0 };

export function infinity(negative: boolean): Decimal {
  return { kind: 'infinite', negative, coefficient: 0n, exponent: 0 };
}

export function finite(negative: boolean, coefficient: bigint, exponent: number): Decimal {
  return { kind: 'finite', negative, coefficient, exponent };
}

/** The decimal of a signed coefficient. */
export function signed(value: bigint, exponent = 0): Decimal {
  return finite(value < 0n, value < 0n ? -value : value, exponent);
}

export function signedCoefficient({ negative, coefficient }: Decimal): bigint {
  return negative ? -coefficient : coefficient;
}

/** Reads the text of a decimal: `-1.50E+3`, `Infinity`, `NaN`; `undefined` for any other text. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-])?(?:(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?|(inf|infinity)|(nan))$/i.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0', isInfinite, isNan] = match;
  if (isNan) return DECIMAL_NAN;
  if (isInfinite) return infinity(sign === '-');
  if (whole + fraction === '') return undefined;
  return rounded(finite(sign === '-', BigInt(whole + fraction), Number(exponent) - fraction.length));
}

export function decimalOf(value: Decimal128): Decimal {
  return parseDecimal(value.toString()) ?? DECIMAL_NAN;
}

export function toDecimal128(value: Decimal): Decimal128 {
  if (value.kind === 'nan') return Decimal128.fromString('NaN');
  const { kind, negative, coefficient, exponent } = rounded(value);
  const sign = negative ? '-' : '';
  return Decimal128.fromString(kind === 'infinite' ? `${sign}Infinity` : `${sign}${coefficient}E${exponent}`);
}

/** How many digits a coefficient has, 1 for zero. */
export function digitsOf(coefficient: bigint): number {
  return coefficient.toString().length;
}

/** Drops the last digits of a coefficient. */
export function dropDigits(coefficient: bigint, count: number, rounding: Rounding, negative: boolean): bigint {
  if (count <= 0) return coefficient;
  const unit = 10n ** BigInt(count);
  const quotient = coefficient / unit;
  const remainder = coefficient % unit;
  if (remainder === 0n || rounding === 'towards-zero') return quotient;
  if (rounding === 'down') return negative ? quotient + 1n : quotient;
  if (rounding === 'up') return negative ? quotient : quotient + 1n;
  const twice = remainder * 2n;
  return twice > unit || (twice === unit && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** The nearest decimal of 34 digits whose exponent BSON can hold. */
export function rounded(value: Decimal): Decimal {
  if (value.kind !== 'finite') return value;
  const { negative, exponent } = value;
  const excess = Math.max(digitsOf(value.coefficient) - PRECISION, LOWEST_EXPONENT - exponent, 0);
  // A number far below the smallest one is zero, and need not be divided to find it.
  const dropped = excess > PRECISION * 200 ? 0n : dropDigits(value.coefficient, excess, 'half-even', negative);
  if (digitsOf(dropped) > PRECISION) return rounded(finite(negative, dropped, exponent + excess));
  const reached = exponent + excess;
  if (reached <= HIGHEST_EXPONENT) return finite(negative, dropped, reached);
  if (dropped === 0n) return finite(negative, 0n, HIGHEST_EXPONENT);
  const padding = reached - HIGHEST_EXPONENT;
  if (digitsOf(dropped) + padding > PRECISION) return infinity(negative);
  return finite(negative, dropped * 10n ** BigInt(padding), HIGHEST_EXPONENT);
}

const float = new Float64Array(1);
const bits = new BigUint64Array(float.buffer);

/** The exact value of a double, rounded to 34 digits. */
export function exactDecimal(value: number): Decimal {
  if (Number.isNaN(value)) return DECIMAL_NAN;
  if (!Number.isFinite(value)) return infinity(value < 0);
  if (value === 0) return finite(Object.is(value, -0), 0n, 0);
  float[0] = Math.abs(value);
  const word = bits[0] as bigint;
  const biased = Number(word >> 52n);
  const mantissa = (word & 0xfffffffffffffn) | (biased === 0 ? 0n : 1n << 52n);
  const power = Math.max(biased, 1) - 1075;
  const negative = value < 0;
  if (power >= 0) return rounded(finite(negative, mantissa << BigInt(power), 0));
  // A power of two below the point is a power of five with as many decimals; zeros at the end say nothing.
  let coefficient = mantissa * 5n ** BigInt(-power);
  let exponent = power;
  while (coefficient % 10n === 0n && exponent < 0) {
    coefficient /= 10n;
    exponent++;
  }
  return rounded(finite(negative, coefficient, exponent));
}

/** A double as MongoDB converts it to a decimal: 15 significant digits, no more and no fewer. */
export function decimalFromDouble(value: number): Decimal {
  const exact = exactDecimal(value);
  if (exact.kind !== 'finite' || exact.coefficient === 0n) return exact;
  const { negative, coefficient, exponent } = exact;
  const excess = digitsOf(coefficient) - 15;
  if (excess < 0) return finite(negative, coefficient * 10n ** BigInt(-excess), exponent + excess);
  const kept = dropDigits(coefficient, excess, 'half-even', negative);
  return digitsOf(kept) > 15 ? finite(negative, kept / 10n, exponent + excess + 1) : finite(negative, kept, exponent + excess);
}

/** The nearest double. */
export function decimalToDouble({ kind, negative, coefficient, exponent }: Decimal): number {
  if (kind === 'nan') return Number.NaN;
  if (kind === 'infinite') return negative ? -Infinity : Infinity;
  const magnitude = Number(`${coefficient}e${exponent}`);
  return negative ? -magnitude : magnitude;
}

/** The whole number a decimal rounds to; `undefined` when it is not finite or far beyond 64 bits. */
export function decimalToInteger(value: Decimal, rounding: Rounding): bigint | undefined {
  const { kind, negative, coefficient, exponent } = value;
  if (kind !== 'finite') return undefined;
  if (coefficient === 0n) return 0n;
  if (exponent > 40) return undefined;
  const whole =
    exponent >= 0 ? coefficient * 10n ** BigInt(exponent) : dropDigits(coefficient, Math.min(-exponent, 40), rounding, negative);
  return negative ? -whole : whole;
}

export function isZero({ kind, coefficient }: Decimal): boolean {
  return kind === 'finite' && coefficient === 0n;
}
