import { shown } from '../../bson/shown.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { isNumeric, type Numeric, toDouble } from '../../numbers/numeric.ts';
import type { SortSpec } from '../../query/sort-spec.ts';
import type { Comparison } from '../comparison.ts';
import { addUnits, isTimeUnit, type TimeUnit } from '../dates/date-arithmetic.ts';
import { UTC } from '../dates/time-zone.ts';
import { ADDITION, combine } from '../expressions/arithmetic-operators.ts';
import { constantValue, type ExpressionParser } from '../expressions/expression.ts';
import { int32Of } from '../expressions/values.ts';
import type { Partition } from './partition.ts';

type Bound = 'unbounded' | Numeric;

/** Which documents around each one a function looks at. */
export interface Bounds {
  lower: Bound;
  upper: Bound;
  /** By how far their places in the order are apart, rather than by how many documents. */
  range?: { unit: TimeUnit | undefined };
}

export const WHOLE: Bounds = { lower: 'unbounded', upper: 'unbounded' };

function refusal(message: string): MongoError {
  return new MongoError(9, message);
}

/** @throws MongoError 9, 5339900, 5339901 or 5339902 for what is no window */
export function parseBounds(window: unknown, sortBy: SortSpec | undefined, parser: ExpressionParser): Bounds {
  if (!isDocument(window)) throw refusal("'window' field must be an object");
  const { documents, range, unit, ...others } = window;
  if (documents !== undefined && range !== undefined) throw refusal("Window bounds can specify either 'documents' or 'unit', not both.");
  if (range === undefined && unit !== undefined) throw refusal("Window bounds can only specify 'unit' with range-based bounds.");
  if (Object.keys(others).length > 0)
    throw refusal("'window' field can only contain 'documents' as the only argument or 'range' with an optional 'unit' field");
  if (documents !== undefined) return documentBounds(documents, sortBy, parser);
  return range === undefined ? WHOLE : rangeBounds(range, unit, sortBy, parser);
}

function pair(bounds: unknown): [unknown, unknown] {
  if (!Array.isArray(bounds) || bounds.length !== 2) throw refusal(`Window bounds must be a 2-element array: ${shown(bounds)}`);
  return bounds as [unknown, unknown];
}

function parseBound(given: unknown, parser: ExpressionParser, check: (value: unknown) => Numeric): Bound {
  if (given === 'unbounded') return given;
  if (given === 'current') return 0;
  if (typeof given === 'string') throw refusal("Window bounds must be 'unbounded', 'current', or a number.");
  const expression = parser.parse(given);
  if (!expression.constant) throw refusal('Window bounds expression must be a constant.');
  return check(constantValue(expression));
}

function checkOrder({ lower, upper }: Bounds): void {
  if (lower !== 'unbounded' && upper !== 'unbounded' && toDouble(lower) > toDouble(upper))
    throw new MongoError(5339900, `Lower bound must not exceed upper bound: [${lower}, ${upper}]`);
}

function documentBounds(documents: unknown, sortBy: SortSpec | undefined, parser: ExpressionParser): Bounds {
  const whole = (value: unknown) => {
    const count = int32Of(value);
    if (count === undefined) throw refusal('Numeric document-based bounds must be an integer');
    return count;
  };
  const [lower, upper] = pair(documents).map((bound) => parseBound(bound, parser, whole)) as [Bound, Bound];
  const bounds = { lower, upper };
  checkOrder(bounds);
  if (!sortBy && !(lower === 'unbounded' && upper === 'unbounded')) throw new MongoError(5339901, 'Document-based bounds require a sortBy');
  return bounds;
}

function rangeBounds(range: unknown, unit: unknown, sortBy: SortSpec | undefined, parser: ExpressionParser): Bounds {
  if (unit !== undefined && typeof unit !== 'string') throw refusal("'unit' must be a string");
  if (unit !== undefined && !isTimeUnit(unit)) throw refusal(`unknown time unit value: ${unit}`);
  const number = (value: unknown): Numeric => {
    if (unit !== undefined && int32Of(value) === undefined) throw refusal("With 'unit', range-based bounds must be an integer");
    if (!isNumeric(value)) throw refusal('Range-based bounds expression must be a number');
    return value;
  };
  const [lower, upper] = pair(range).map((bound) => parseBound(bound, parser, number)) as [Bound, Bound];
  const bounds = { lower, upper, range: { unit } };
  checkOrder(bounds);
  if (sortBy?.length !== 1) throw new MongoError(5339902, 'Range-based bounds require sortBy a single field');
  if (sortBy[0]?.direction !== 1) throw new MongoError(8947401, 'Range-based bounds require an ascending sortBy');
  return bounds;
}

/** The first document of a window and the one after its last. */
export type Span = readonly [from: number, to: number];

/** The windows of the documents of a partition. */
export function spansOf(partition: Partition, bounds: Bounds, comparison: Comparison): Span[] {
  const count = partition.documents.length;
  if (bounds.range) return rangeSpans(partition, bounds, bounds.range.unit, comparison);
  const { lower, upper } = bounds;
  return Array.from({ length: count }, (_, index) => {
    const from = lower === 'unbounded' ? 0 : Math.max(0, index + toDouble(lower));
    const to = upper === 'unbounded' ? count : Math.min(count, index + toDouble(upper) + 1);
    return [Math.min(from, count), Math.max(to, 0)] as const;
  });
}

function rangeSpans(partition: Partition, { lower, upper }: Bounds, unit: TimeUnit | undefined, { compare }: Comparison): Span[] {
  const places = partition.places();
  for (const place of places) checkPlace(place, unit);
  let from = 0;
  let to = 0;
  return places.map((place) => {
    const low = lower === 'unbounded' ? undefined : moved(place, lower, unit);
    const high = upper === 'unbounded' ? undefined : moved(place, upper, unit);
    while (low !== undefined && from < places.length && compare(places[from], low) < 0) from++;
    while (to < places.length && (high === undefined || compare(places[to], high) <= 0)) to++;
    return [from, to] as const;
  });
}

function checkPlace(place: unknown, unit: TimeUnit | undefined): void {
  if (unit !== undefined && !(place instanceof Date))
    throw new MongoError(5429513, `Invalid range: Expected the sortBy field to be a Date, but it was ${typeName(place)}`);
  if (unit === undefined && place instanceof Date)
    throw new MongoError(5429413, "Invalid range: Expected the sortBy field to be a number, but it was a date. Use 'unit' with dates");
  if (unit === undefined && !isNumeric(place))
    throw new MongoError(5429414, `Invalid range: Expected the sortBy field to be a number, but it was ${typeName(place)}`);
}

function moved(place: unknown, by: Numeric, unit: TimeUnit | undefined): unknown {
  return unit === undefined ? combine(ADDITION, place as Numeric, by) : addUnits(place as Date, unit, toDouble(by), UTC);
}
