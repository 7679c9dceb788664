import { isBsonUndefined } from '../bson/opaque-value.ts';
import { compareValues, orderKey } from '../order/order-key.ts';

/** How expressions, groups and sets tell values apart. */
export interface Comparison {
  /** Negative, zero or positive; what is missing comes before everything but MinKey. */
  compare(a: unknown, b: unknown): number;
  /** The same for equal values and for no others. */
  key(value: unknown): string;
}

const MISSING = '';
const STRING = '"';

/** Strings compare by their bytes. */
export const binaryComparison: Comparison = {
  compare(a, b) {
    const noA = isMissing(a);
    const noB = isMissing(b);
    if (noA || noB) return noA ? (noB ? 0 : isMinKey(b) ? 1 : -1) : isMinKey(a) ? -1 : 1;
    return compareValues(a, b);
  },
  key(value) {
    if (typeof value === 'string') return STRING + value;
    return isMissing(value) ? MISSING : orderKey(value).toString('latin1');
  },
};

function isMissing(value: unknown): boolean {
  return value === undefined || isBsonUndefined(value);
}

function isMinKey(value: unknown): boolean {
  return typeof value === 'object' && (value as { _bsontype?: string } | null)?._bsontype === 'MinKey';
}
