import type { Decimal128 } from 'bson';
import { type Decimal, decimalOf, decimalToDouble, signed } from '../numbers/decimal.ts';
import type { KeyWriter } from './key-writer.ts';

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
const bits = new BigUint64Array(float.buffer);
const EXACT_INTEGERS = 2 ** 53;

/** Follows the double of a number that is this double exactly. */
const EXACT = 0;
/** Follows the double next below a number that no double is; the digits of the number come after. */
const BETWEEN = 1;
const EXPONENT_BIAS = 8192;

/**
 * Numbers of every type share one order. A number is the double next below it, bits arranged so that bytes compare as
 * numbers; 64-bit integers and decimals that lie between two doubles are told apart by their digits.
 * Not-a-number sorts before all others.
 */
export function writeDouble(out: KeyWriter, value: number): void {
  writeOrderedDouble(out, value);
  out.byte(EXACT);
}

/** Writes a 64-bit integer among the doubles. */
export function writeBigInt(out: KeyWriter, value: bigint): void {
  const nearest = Number(value);
  if (Math.abs(nearest) < EXACT_INTEGERS || BigInt(nearest) === value) return writeDouble(out, nearest);
  writeBetween(out, BigInt(nearest) > value ? previousDouble(nearest) : nearest, signed(value));
}

/** Writes a decimal among the doubles. */
export function writeDecimal(out: KeyWriter, value: Decimal128): void {
  const decimal = decimalOf(value);
  const nearest = decimalToDouble(decimal);
  if (decimal.kind !== 'finite' || decimal.coefficient === 0n) return writeDouble(out, nearest);
  const order = compareToDouble(decimal, nearest);
  if (order === 0) writeDouble(out, nearest);
  else writeBetween(out, order < 0 ? previousDouble(nearest) : nearest, decimal);
}

/** The exact order of a finite decimal and a double. */
function compareToDouble({ negative, coefficient, exponent }: Decimal, double: number): number {
  if (!Number.isFinite(double)) return double > 0 ? -1 : 1;
  const { mantissa, power } = partsOf(double);
  // Both sides multiplied by the powers of two and ten that leave whole numbers.
  const left = (negative ? -coefficient : coefficient) * 10n ** BigInt(Math.max(exponent, 0)) * 2n ** BigInt(Math.max(-power, 0));
  const right = mantissa * 2n ** BigInt(Math.max(power, 0)) * 10n ** BigInt(Math.max(-exponent, 0));
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A finite double as `mantissa * 2^power`. */
function partsOf(double: number): { mantissa: bigint; power: number } {
  float[0] = double;
  const raw = bits[0] as bigint;
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = (raw & 0xfffffffffffffn) | (biased === 0 ? 0n : 0x10000000000000n);
  return { mantissa: double < 0 ? -fraction : fraction, power: Math.max(biased, 1) - 1075 };
}

function writeBetween(out: KeyWriter, below: number, { negative, coefficient, exponent }: Decimal): void {
  writeOrderedDouble(out, below);
  out.byte(BETWEEN);
  const start = out.length;
  const digits = coefficient.toString().replace(/0+$/, '');
  out.uint16(exponent + coefficient.toString().length + EXPONENT_BIAS);
  // Two digits a byte, each one more than it is: the zero after the last is below every digit.
  for (let i = 0; i <= digits.length; i += 2) out.byte((digitAt(digits, i) << 4) | digitAt(digits, i + 1));
  if (negative) out.invertFrom(start);
}

function digitAt(digits: string, index: number): number {
  return index < digits.length ? digits.charCodeAt(index) - 47 : 0;
}

function writeOrderedDouble(out: KeyWriter, value: number): void {
  if (Number.isNaN(value)) {
    out.uint32(0);
    return out.uint32(0);
  }
  float[0] = value === 0 ? 0 : value;
  const high = words[1] as number;
  const low = words[0] as number;
  const flip = high & 0x80000000 ? 0xffffffff : 0;
  out.uint32(high ^ (flip | 0x80000000));
  out.uint32(low ^ flip);
}

/** The double next below a number; nothing is below the first of all. */
function previousDouble(value: number): number {
  if (value === Number.POSITIVE_INFINITY) return Number.MAX_VALUE;
  if (value === 0) return -Number.MIN_VALUE;
  float[0] = value;
  bits[0] = (bits[0] as bigint) + (value > 0 ? -1n : 1n);
  return float[0] as number;
}
