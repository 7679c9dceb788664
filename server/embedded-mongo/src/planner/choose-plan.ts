import type { Document } from "bson";
import { MongoError } from "../mongo-error.ts";
import { compileFilter, type Predicate, type Variables } from "../query/filter.ts";
import { hasMoreKeysThan, type ScanSource } from "../storage/key-scan.ts";
import type { CollectionState } from "../storage/collection-state.ts";
import type { IndexState } from "../storage/index-state.ts";
import { type Conjunct, conjunctsOf } from "./conjuncts.ts";
import { type Alternative, type Choice, type IndexRanges, indexRanges } from "./index-ranges.ts";
import { isUsable } from "./partial-index.ts";
import type { Plan } from "./plan.ts";
import { type SortSpec, type SuppliedOrder, suppliedOrder } from "./sort-order.ts";

/** What a query asks of the planner. */
export interface PlanRequest {
  filter: Document;
  sort: SortSpec;
  hint?: unknown;
  variables?: Variables | undefined;
  /** A limit makes an index in the right order worth more than a narrow one. */
  limited?: boolean;
}

interface Candidate {
  found: IndexRanges;
  order: SuppliedOrder | undefined;
  score: number;
}

/** Sizes at which alternative ranges are compared: the smallest is found without counting the others. */
const PROBES = [16, 128, 1024];

/**
 * Chooses how to find the documents of a query: the index whose leading fields are held to most values, preferring one
 * that gives the order asked for, or the collection itself.
 *
 * @throws MongoError 2 when the hint names no index.
 */
export function choosePlan(collection: CollectionState, request: PlanRequest, sourceOf: (index: IndexState) => ScanSource): Plan {
  const conjuncts = conjunctsOf(request.filter);
  const candidates = allowedIndexes(collection, request, conjuncts).map((index) => candidate(index, conjuncts, request, narrowest(sourceOf(index))));
  let best = candidates[0] as Candidate;
  for (const other of candidates) if (other.score > best.score) best = other;
  return toPlan(best, conjuncts, request);
}

function allowedIndexes(collection: CollectionState, { hint, sort }: PlanRequest, conjuncts: Conjunct[]): IndexState[] {
  if (hint !== undefined && hint !== null && hint !== "") return [hintedIndex(collection, hint)];
  if (sort[0]?.path === "$natural") return [collection.primary];
  return [collection.primary, ...collection.readyIndexes.filter((index) => isUsable(index, conjuncts))];
}

function hintedIndex(collection: CollectionState, hint: unknown): IndexState {
  if (typeof hint === "object" && hint !== null && "$natural" in hint) return collection.primary;
  const wanted = typeof hint === "string" ? hint : JSON.stringify(hint, numbers);
  const all = [collection.primary, ...collection.readyIndexes];
  const found = all.find((index) => index.name === wanted || JSON.stringify(index.spec["key"], numbers) === wanted);
  if (!found) throw new MongoError(2, "error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index");
  return found;
}

function numbers(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

function candidate(index: IndexState, conjuncts: Conjunct[], request: PlanRequest, choose: Choice): Candidate {
  const found = indexRanges(index, conjuncts, choose);
  const order = suppliedOrder(found, request.sort);
  return { found, order, score: score(found, order, request) };
}

/** Each field held to values outweighs a range, which outweighs the order; a unique key found whole beats all. */
function score({ index, points, ranged, severalPoints }: IndexRanges, order: SuppliedOrder | undefined, { sort, limited }: PlanRequest): number {
  if (index.unique && points === index.fields.length) return 1000 - (severalPoints.includes(true) ? 1 : 0);
  const narrowing = points * 10 - severalPoints.filter(Boolean).length + (ranged ? 6 : 0);
  const ordering = sort.length > 0 && order ? (limited ? 8 : 5) : 0;
  const useless = narrowing === 0 && ordering === 0 && !index.primary ? -1 : 0;
  return narrowing + ordering + useless + (index.partialFilter && narrowing > 0 ? 1 : 0);
}

function toPlan({ found, order }: Candidate, conjuncts: Conjunct[], { filter, sort, variables }: PlanRequest): Plan {
  const { index, ranges, points, severalPoints, ranged, proven } = found;
  const full = compileFilter(filter, variables);
  const rest = conjuncts.filter((conjunct) => !proven.has(conjunct));
  const natural = sort[0]?.path === "$natural";
  return {
    index,
    ranges,
    backward: natural ? sort[0]?.direction === -1 : (order?.backward ?? false),
    merge: order?.merge ?? false,
    dedupe: index.multikey.some((multikey, position) => multikey && !(position < points && !severalPoints[position])),
    residual: residualOf(rest, conjuncts, full, variables),
    full,
    sorted: natural || order !== undefined,
    collectionScan: index.primary && points === 0 && !ranged,
  };
}

function residualOf(rest: Conjunct[], all: Conjunct[], full: Predicate, variables?: Variables): Predicate | undefined {
  if (rest.length === 0) return undefined;
  if (rest.length === all.length) return full;
  return rest.length === 1 ? compileFilter((rest[0] as Conjunct).filter, variables) : compileFilter({ $and: rest.map(({ filter }) => filter) }, variables);
}

/** Of several conditions on an array, prefers single values, then the one with the fewest entries. */
function narrowest(source: ScanSource): Choice {
  return (alternatives) => {
    const points = alternatives.filter(({ bounds }) => bounds.intervals.every((interval) => interval.point));
    const rest = points.length > 0 ? points : alternatives;
    for (const probe of PROBES) {
      const small = rest.find((alternative) => isSmall(alternative, probe, source));
      if (small) return small;
    }
    return rest[0] as Alternative;
  };
}

function isSmall(alternative: Alternative, size: number, source: ScanSource): boolean {
  const ranges = alternative.ranges();
  return ranges.length <= size && !ranges.some((range) => hasMoreKeysThan(source, range, size));
}
