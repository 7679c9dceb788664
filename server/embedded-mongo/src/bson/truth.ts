import { isNumeric, toDouble } from '../numbers/numeric.ts';
import { isBsonUndefined } from './opaque-value.ts';

/** True for null, for what is missing and for the deprecated `undefined`. */
export function isNullish(value: unknown): value is null | undefined {
  return value === undefined || value === null || isBsonUndefined(value);
}

/** Everything is true but false, null, zero and what is missing; not-a-number is true. */
export function isTrue(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  return !isNullish(value) && (!isNumeric(value) || toDouble(value) !== 0);
}
