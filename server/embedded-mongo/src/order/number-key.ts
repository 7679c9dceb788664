import type { KeyWriter } from './key-writer.ts';

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
const bits = new BigUint64Array(float.buffer);
const EXACT_INTEGERS = 2 ** 53;

/**
 * Numbers of every type share one order. A number is its double, bits arranged so that bytes compare as numbers; from
 * 2^53 on, where several 64-bit integers share a double, two bytes follow with the distance to it.
 * Not-a-number sorts before all others.
 */
export function writeDouble(out: KeyWriter, value: number): void {
  writeOrderedDouble(out, value);
  if (Math.abs(value) >= EXACT_INTEGERS) out.uint16(0);
}

/** Writes a 64-bit integer among the doubles. */
export function writeBigInt(out: KeyWriter, value: bigint): void {
  let nearest = Number(value);
  if (Math.abs(nearest) < EXACT_INTEGERS) return writeOrderedDouble(out, nearest);
  if (BigInt(nearest) > value) nearest = previousDouble(nearest);
  writeOrderedDouble(out, nearest);
  out.uint16(Number(value - BigInt(nearest)));
}

function writeOrderedDouble(out: KeyWriter, value: number): void {
  out.reserve(8);
  if (Number.isNaN(value)) {
    out.bytes.fill(0, out.length, out.length + 8);
    out.length += 8;
    return;
  }
  float[0] = value === 0 ? 0 : value;
  let high = words[1] as number;
  let low = words[0] as number;
  if (high & 0x80000000) {
    high = ~high;
    low = ~low;
  } else high ^= 0x80000000;
  out.uint32(high);
  out.uint32(low);
}

function previousDouble(value: number): number {
  float[0] = value;
  bits[0] = (bits[0] as bigint) + (value > 0 ? -1n : 1n);
  return float[0];
}
