import { choosePlan } from '../planner/choose-plan.ts';
import { executePlan } from '../planner/execute-plan.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import { countKeys } from '../storage/key-scan.ts';
import type { Store } from '../storage/store.ts';
import type { Query } from './find-documents.ts';
import { eachOf } from './in-turns.ts';

/** Counts the documents of a query; when an index proves it, LMDB counts keys and no document is read. Others may run where it pauses. */
export function* countDocuments(store: Store, collection: CollectionState, query: Query): Generator<undefined, number, void> {
  const { skip = 0, limit = 0 } = query;
  const counted = Math.max(0, (yield* countMatching(store, collection, { ...query, sort: [] })) - skip);
  return limit > 0 ? Math.min(limit, counted) : counted;
}

function* countMatching(store: Store, collection: CollectionState, query: Query): Generator<undefined, number, void> {
  if (Object.keys(query.filter).length === 0) return collection.count;
  const plan = choosePlan(collection, query, (index) => store.scanSource(index));
  if (!plan.residual && !plan.dedupe && plan.intersected.length === 0) {
    return plan.ranges.reduce((sum, range) => sum + countKeys(store.scanSource(plan.index), range), 0);
  }
  let count = 0;
  yield* eachOf(executePlan(store, collection, plan), () => count++);
  return count;
}
