import type { Document } from 'bson';
import { toNumber } from '../bson-codec.ts';
import type { Collation } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { decoderOf, filterFields } from '../partial-decode.ts';
import { compileFilter, type Variables } from '../query/filter.ts';
import type { SortSpec } from '../query/sort-spec.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import type { IndexState } from '../storage/index-state.ts';
import { hasMoreKeysThan, type ScanSource } from '../storage/key-scan.ts';
import { type Conjunct, conjunctsOf, withoutText } from './conjuncts.ts';
import { type Alternative, type Choice, type IndexRanges, indexRanges } from './index-ranges.ts';
import { type KeyBounds, rangesBetween } from './min-max.ts';
import { isUsable } from './partial-index.ts';
import type { Plan } from './plan.ts';
import { type SuppliedOrder, suppliedOrder } from './sort-order.ts';

/** What a query asks of the planner. */
export interface PlanRequest {
  filter: Document;
  sort: SortSpec;
  hint?: unknown;
  variables?: Variables | undefined;
  /** How strings compare; indexes hold them in the order of their bytes. */
  collation?: Collation | undefined;
  /** How many documents are wanted, if not all: an index in the right order is then worth more than a narrow one. */
  wanted?: number | undefined;
  /** The part of the hinted index to be read. */
  between?: KeyBounds | undefined;
}

interface Candidate {
  found: IndexRanges;
  order: SuppliedOrder | undefined;
  score: number;
}

/** Sizes at which alternative ranges are compared: the smallest is found without counting the others. */
const PROBES = [16, 128];

/**
 * Chooses how to find the documents of a query: the index whose leading fields are held to most values, preferring one
 * that gives the order asked for, or the collection itself.
 *
 * @throws MongoError 2 when the hint names no index.
 */
export function choosePlan(collection: CollectionState, request: PlanRequest, sourceOf: (index: IndexState) => ScanSource): Plan {
  const all = conjunctsOf(request.filter);
  const conjuncts = request.collation ? all.map(withoutText) : all;
  if (request.between) return planBetween(collection, conjuncts, request, request.between);
  const byId = planById(collection, request, conjuncts);
  if (byId) return byId;
  const candidates = allowedIndexes(collection, request, conjuncts).map((index) =>
    candidate(collection, index, conjuncts, request, narrowest(sourceOf(index))),
  );
  let best = candidates[0] as Candidate;
  for (const other of candidates) if (other.score > best.score) best = other;
  return toPlan(best, conjuncts, request);
}

function planBetween(collection: CollectionState, conjuncts: Conjunct[], request: PlanRequest, bounds: KeyBounds): Plan {
  if (isUnset(request.hint)) throw new MongoError(51173, 'When using min()/max() a hint of which index to use must be provided');
  const found = rangesBetween(hintedIndex(collection, request.hint), bounds);
  const order = request.collation ? undefined : suppliedOrder(found, request.sort, !collection.inArrivalOrder);
  return toPlan({ found, order, score: 0 }, conjuncts, request);
}

function isUnset(hint: unknown): boolean {
  return hint === undefined || hint === null || hint === '';
}

function allowedIndexes(collection: CollectionState, { hint, sort }: PlanRequest, conjuncts: Conjunct[]): IndexState[] {
  if (!isUnset(hint)) return [hintedIndex(collection, hint)];
  if (sort[0]?.path === '$natural') return [collection.primary];
  const useful = (index: IndexState) =>
    sort[0]?.path === index.fields[0] ||
    conjuncts.some(({ bounds, exists }) => exists === index.fields[0] || bounds.some(({ path }) => path === index.fields[0]));
  return [
    collection.primary,
    ...collection.readyIndexes.filter((index) => (useful(index) || sort.length > 1) && isUsable(index, conjuncts)),
  ];
}

/** The most frequent of all queries, by one `_id`, needs no comparison of indexes. */
function planById(collection: CollectionState, request: PlanRequest, conjuncts: Conjunct[]): Plan | undefined {
  const [only] = conjuncts;
  const interval = only?.bounds[0]?.intervals[0];
  if (
    collection.inArrivalOrder ||
    conjuncts.length !== 1 ||
    request.hint !== undefined ||
    only?.bounds[0]?.path !== '_id' ||
    !interval?.point ||
    only.bounds[0].intervals.length > 1
  )
    return undefined;
  const found = indexRanges(collection.primary, conjuncts, (alternatives) => ({ first: alternatives[0] as Alternative, together: [] }));
  return toPlan({ found, order: { backward: false, merge: false }, score: 0 }, conjuncts, request);
}

function hintedIndex(collection: CollectionState, hint: unknown): IndexState {
  if (typeof hint === 'object' && hint !== null && '$natural' in hint) return collection.primary;
  const wanted = typeof hint === 'string' ? hint : JSON.stringify(hint, numbers);
  const all = [collection.primary, ...collection.readyIndexes];
  const found = all.find((index) => index.name === wanted || JSON.stringify(index.spec.key, numbers) === wanted);
  if (!found)
    throw new MongoError(
      2,
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return found;
}

function isBackward(sort: SortSpec, hint: unknown, order: SuppliedOrder | undefined): boolean {
  if (sort[0]?.path === '$natural') return sort[0].direction === -1;
  if (sort.length > 0 && order) return order.backward;
  return typeof hint === 'object' && hint !== null && '$natural' in hint && toNumber(hint.$natural) === -1;
}

function numbers(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

function candidate(collection: CollectionState, index: IndexState, conjuncts: Conjunct[], request: PlanRequest, choose: Choice): Candidate {
  const found = indexRanges(index, conjuncts, choose);
  const order = request.collation ? undefined : suppliedOrder(found, request.sort, !collection.inArrivalOrder);
  return { found, order, score: score(found, order, request) };
}

/** Each field held to values outweighs a range, which outweighs the order; a unique key found whole beats all. */
function score(
  { index, points, ranged, severalPoints }: IndexRanges,
  order: SuppliedOrder | undefined,
  { sort, wanted }: PlanRequest,
): number {
  if (index.unique && points === index.fields.length) return 1000 - (severalPoints.includes(true) ? 1 : 0);
  const narrowing = points * 10 - severalPoints.filter(Boolean).length + (ranged ? 6 : 0);
  const ordering = sort.length > 0 && order ? (wanted ? 8 : 5) : 0;
  // Not even a range: of a partial index all is read, which is seldom much; of another it is as much as the collection and more.
  const whole = index.partialFilter ? 1 : -1;
  const useless = narrowing === 0 && ordering === 0 && !index.primary ? whole : 0;
  return narrowing + ordering + useless + (index.partialFilter && narrowing > 0 ? 1 : 0);
}

function toPlan({ found, order }: Candidate, conjuncts: Conjunct[], { sort, hint, variables, collation, wanted }: PlanRequest): Plan {
  const { index, ranges, points, severalPoints, ranged, proven, intersected } = found;
  const rest = conjuncts.filter((conjunct) => !proven.has(conjunct));
  const natural = sort[0]?.path === '$natural';
  const residual = residualOf(rest, variables, collation);
  return {
    index,
    ranges,
    backward: isBackward(sort, hint, order),
    merge: order?.merge ?? false,
    dedupe: index.multikey.some((multikey, position) => multikey && !(position < points && !severalPoints[position])),
    residual,
    sorted: natural || order !== undefined,
    collectionScan: index.primary && points === 0 && !ranged,
    named: index.primary && points === 1 && proven.size > 0,
    intersected,
    expected: residual || (sort.length > 0 && !order) ? undefined : wanted,
  };
}

function residualOf(rest: Conjunct[], variables?: Variables, collation?: Collation): Plan['residual'] {
  if (rest.length === 0) return undefined;
  const filter = rest.length === 1 ? (rest[0] as Conjunct).filter : { $and: rest.map(({ filter }) => filter) };
  const predicate = compileFilter(filter, variables, collation);
  const decoder = decoderOf(filterFields(filter));
  return (bytes) => predicate(decoder(bytes));
}

/**
 * Of several conditions on an array, prefers single values, then the one with the fewest entries. When all have many,
 * the keys they share are found by going through them together.
 */
function narrowest(source: ScanSource): Choice {
  return (alternatives) => {
    const points = alternatives.filter(({ bounds }) => bounds.intervals.length === 1 && bounds.intervals[0]?.point);
    const rest = points.length > 0 ? points : alternatives;
    for (const probe of PROBES) {
      const small = rest.find((alternative) => isSmall(alternative, probe, source));
      if (small) return { first: small, together: [] };
    }
    return { first: rest[0] as Alternative, together: points };
  };
}

function isSmall(alternative: Alternative, size: number, source: ScanSource): boolean {
  const ranges = alternative.ranges();
  return ranges.length <= size && !ranges.some((range) => hasMoreKeysThan(source, range, size));
}
