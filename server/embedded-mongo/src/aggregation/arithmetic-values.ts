import { BSONRegExp, Long } from 'bson';
import { isDocument } from '../bson-codec.ts';

/** The same value as expressions compute with it: whole numbers as numbers, regular expressions as JavaScript's. */
export function toArithmetic(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : Long.fromBigInt(value);
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options.replace(/[^imsu]/g, ''));
  if (Array.isArray(value)) return value.map(toArithmetic);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toArithmetic(inner)]));
}

/** Gives back their exact type to the numbers a computation has left as they were. */
export function restoreExact(computed: unknown, original: unknown): unknown {
  if (typeof original === 'bigint') return isEqualNumber(computed, original) ? original : computed;
  if (Array.isArray(computed) && Array.isArray(original)) return computed.map((value, index) => restoreExact(value, original[index]));
  if (!isDocument(computed) || !isDocument(original)) return computed;
  return Object.fromEntries(Object.entries(computed).map(([name, value]) => [name, restoreExact(value, original[name])]));
}

function isEqualNumber(computed: unknown, original: bigint): boolean {
  if (typeof computed === 'number') return Number.isInteger(computed) && BigInt(computed) === original;
  return computed instanceof Long && computed.toBigInt() === original;
}
