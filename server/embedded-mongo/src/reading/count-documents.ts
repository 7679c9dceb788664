import { choosePlan } from "../planner/choose-plan.ts";
import { executePlan } from "../planner/execute-plan.ts";
import type { CollectionState } from "../storage/collection-state.ts";
import { countKeys } from "../storage/key-scan.ts";
import type { Store } from "../storage/store.ts";
import type { Query } from "./find-documents.ts";

/** Values long enough to be cut in an index prove nothing; bounds this short cannot reach only such keys. */

/** Counts the documents of a filter; when an index proves it, LMDB counts keys and no document is read. */
export function countDocuments(store: Store, collection: CollectionState, query: Query): number {
  if (Object.keys(query.filter).length === 0) return collection.count;
  const plan = choosePlan(collection, query, (index) => store.scanSource(index));
  if (!plan.residual && !plan.dedupe && plan.index.primary) {
    return plan.ranges.reduce((sum, range) => sum + countKeys(store.scanSource(plan.index), range), 0);
  }
  let count = 0;
  for (const item of executePlan(store, collection, plan)) if (item) count++;
  return count;
}
