import { isBsonUndefined } from '../bson/opaque-value.ts';
import { keyMaker } from '../collation/collated-key.ts';
import type { Collation } from '../collation/collation.ts';
import { compareCollated } from '../collation/compare-collated.ts';
import { compareValues, orderKey } from '../order/order-key.ts';

/** How expressions, groups and sets tell values apart. */
export interface Comparison {
  /** Negative, zero or positive; what is missing comes before everything but MinKey. */
  compare(a: unknown, b: unknown): number;
  /** The same for equal values and for no others. */
  key(value: unknown): string;
  /** How strings compare, when not by their bytes. */
  readonly collation?: Collation;
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

/** Strings compare by a collation, which remembers those it has met to tell equal ones by. */
export function collatedComparison(collation: Collation | undefined): Comparison | undefined {
  if (!collation) return undefined;
  const keyOf = keyMaker(collation);
  return {
    collation,
    compare: (a, b) => (isMissing(a) || isMissing(b) ? binaryComparison.compare(a, b) : compareCollated(a, b, collation)),
    key: (value) => (isMissing(value) ? MISSING : keyOf(value)),
  };
}

function isMissing(value: unknown): boolean {
  return value === undefined || isBsonUndefined(value);
}

function isMinKey(value: unknown): boolean {
  return typeof value === 'object' && (value as { _bsontype?: string } | null)?._bsontype === 'MinKey';
}
