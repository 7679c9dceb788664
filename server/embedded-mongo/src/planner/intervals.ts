import { isBsonUndefined } from '../bson/opaque-value.ts';
import { invert, successor } from '../order/byte-range.ts';
import { isNotANumber, orderKey, stringPrefixKey } from '../order/order-key.ts';
import { TYPE } from '../order/type-order.ts';
import { isOperatorDocument } from '../query/operator-document.ts';
import { isRegex, literalPrefix, regexOf } from '../query/regex.ts';

/** Encoded values of one field from `start` (included) to `end` (excluded). */
export interface Interval {
  start: Buffer;
  end: Buffer;
  /** The interval is one value, whose key is `start`. */
  point: boolean;
}

/** The values a condition allows at a path. */
export interface Bounds {
  /** In order and apart from each other; none when nothing can match. */
  intervals: Interval[];
  /** Being in an interval is enough to satisfy the condition: no need to look at the document. */
  exact: boolean;
  /** Null is among the values: an index holds it also for what is missing, which inside an array is not the same. */
  nullable: boolean;
}

const LOWEST_NUMBER = successor(orderKey(Number.NaN));

const TEXT = { start: Buffer.from([TYPE.string]), end: Buffer.from([TYPE.array + 1]) };

/** True when an interval has room for strings, or for what may hold strings. */
export function mayHoldText({ start, end }: Interval): boolean {
  return Buffer.compare(start, TEXT.end) < 0 && Buffer.compare(TEXT.start, end) < 0;
}

/** One value. */
export function pointInterval(value: unknown): Interval {
  const key = orderKey(value);
  return { start: key, end: successor(key), point: true };
}

/** The intervals of a condition on a field, or `undefined` when an index cannot help with it. */
export function boundsOf(operator: string, operand: unknown, options?: unknown): Bounds | undefined {
  switch (operator) {
    case '$eq':
      return equalityBounds(operand);
    case '$in':
      return Array.isArray(operand) ? inBounds(operand) : undefined;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return comparisonBounds(operator, operand);
    case '$regex':
      return regexBounds(operand, options);
    default:
      return undefined;
  }
}

function equalityBounds(operand: unknown): Bounds | undefined {
  // An array equals a whole array, which an index holds only element by element.
  if (Array.isArray(operand)) return undefined;
  // What a filter refuses is left for it to refuse.
  if (isRegex(operand) || isOperatorDocument(operand) || isBsonUndefined(operand)) return undefined;
  return { intervals: [pointInterval(operand)], exact: true, nullable: operand === null || operand === undefined };
}

function inBounds(operand: unknown[]): Bounds | undefined {
  const all: Interval[] = [];
  let exact = true;
  let nullable = false;
  for (const value of operand) {
    const bounds = isRegex(value) ? regexBounds(value, undefined) : equalityBounds(value);
    if (!bounds) return undefined;
    all.push(...bounds.intervals);
    exact &&= bounds.exact;
    nullable ||= bounds.nullable;
  }
  return { intervals: union(all), exact, nullable };
}

function comparisonBounds(operator: '$gt' | '$gte' | '$lt' | '$lte', operand: unknown): Bounds | undefined {
  if (Array.isArray(operand) || operand === undefined) return undefined;
  const key = orderKey(operand);
  const type = key[0] as number;
  if (type === TYPE.minKey || type === TYPE.maxKey || type === TYPE.null || isNotANumber(key)) return undefined;
  const first = type === TYPE.number ? LOWEST_NUMBER : Buffer.from([type]);
  const afterLast = Buffer.from([type + 1]);
  const start = operator === '$gt' ? successor(key) : operator === '$gte' ? key : first;
  const end = operator === '$lt' ? key : operator === '$lte' ? successor(key) : afterLast;
  return { intervals: [{ start, end, point: false }], exact: true, nullable: false };
}

function regexBounds(operand: unknown, options: unknown): Bounds | undefined {
  const regex = regexOf(options === undefined ? { $regex: operand } : { $regex: operand, $options: options });
  const literal = literalPrefix(regex);
  if (!literal) return undefined;
  const start = stringPrefixKey(literal.prefix);
  // A regular expression also matches itself, stored as a value.
  const itself = { ...pointInterval(regex), point: false };
  return { intervals: [{ start, end: successor(start), point: false }, itself], exact: literal.exact, nullable: false };
}

/** Puts intervals in order and joins those that touch. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => Buffer.compare(a.start, b.start) || Buffer.compare(b.end, a.end));
  const result: Interval[] = [];
  for (const interval of sorted) {
    const last = result.at(-1);
    const apart = !last || Buffer.compare(interval.start, last.end) > 0;
    const touches = last && interval.start.equals(last.end);
    if (apart || (touches && last.point && interval.point)) result.push({ ...interval });
    else if (last && Buffer.compare(interval.end, last.end) > 0)
      result[result.length - 1] = { start: last.start, end: interval.end, point: false };
  }
  return result;
}

/** The values in both lists. */
export function intersection(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const x of a) {
    for (const y of b) {
      const start = Buffer.compare(x.start, y.start) >= 0 ? x.start : y.start;
      const end = Buffer.compare(x.end, y.end) <= 0 ? x.end : y.end;
      if (Buffer.compare(start, end) < 0) result.push({ start, end, point: x.point || y.point });
    }
  }
  return result.sort((x, y) => Buffer.compare(x.start, y.start));
}

/** True when every value of `inner` is one of `outer`. */
export function isWithin(inner: readonly Interval[], outer: readonly Interval[]): boolean {
  return inner.every((x) => outer.some((y) => Buffer.compare(x.start, y.start) >= 0 && Buffer.compare(x.end, y.end) <= 0));
}

/** The same values as a descending field of an index holds them. */
export function descending(intervals: readonly Interval[]): Interval[] {
  const inverted = intervals.map(({ start, end, point }) => {
    if (point) return { start: invert(start), end: successor(invert(start)), point };
    return { start: successor(invert(end)), end: successor(invert(start)), point };
  });
  return inverted.reverse();
}
