import { decoderOf } from '../partial-decode.ts';
import { choosePlan, type PlanRequest } from '../planner/choose-plan.ts';
import { executePlan, type Found, type ScanStats } from '../planner/execute-plan.ts';
import { Sorter, sortOrder } from '../query/sort.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import type { Store } from '../storage/store.ts';

/** A query over one collection, as `find` takes it. */
export interface Query extends Omit<PlanRequest, 'wanted'> {
  skip?: number | undefined;
  /** 0 or absent for no limit. */
  limit?: number | undefined;
}

/** Finds the documents of a query in its order, skipping and limiting; sorts only when no index gives the order. */
export function* findDocuments(
  store: Store,
  collection: CollectionState,
  query: Query,
  stats?: ScanStats,
): Generator<Found | undefined, void, void> {
  const { sort, skip = 0, limit = 0 } = query;
  const plan = choosePlan(collection, { ...query, wanted: limit > 0 ? limit + skip : undefined }, (index) => store.scanSource(index));
  const found = executePlan(store, collection, plan, stats);
  const ordered = plan.sorted || sort.length === 0 ? found : sortFound(found, query);
  let skipped = 0;
  let given = 0;
  for (const item of ordered) {
    if (item && skipped < skip) {
      skipped++;
      continue;
    }
    yield item;
    if (item && ++given === limit) return;
  }
}

/** A long sort lets others run while it gathers. */
const PAUSE_EVERY = 256;

function* sortFound(
  found: Iterable<Found | undefined>,
  { sort, skip = 0, limit = 0, collation }: Query,
): Generator<Found | undefined, void, void> {
  const { keyOf, compare } = sortOrder(sort, collation);
  const decoder = decoderOf(new Set(sort.map(({ path }) => path.split('.')[0] as string)));
  const sorter = new Sorter<Found>(limit > 0 ? limit + skip : Number.POSITIVE_INFINITY, compare);
  let read = 0;
  for (const item of found) {
    if (!item) {
      yield undefined;
      continue;
    }
    if (++read % PAUSE_EVERY === 0) yield undefined;
    sorter.add(keyOf(decoder(item.bytes)), item, item.bytes.length);
  }
  yield* sorter.sorted();
}

/** All documents a write is meant for, known before the first is touched: a write must not meet its own results. */
export function targets(store: Store, collection: CollectionState, query: Query): Found[] {
  const found: Found[] = [];
  for (const item of findDocuments(store, collection, query)) if (item) found.push(item);
  return found;
}
