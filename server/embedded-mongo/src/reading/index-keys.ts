import { documentFrom } from '../bson/field-order.ts';
import { decode, encode } from '../bson-codec.ts';
import { choosePlan } from '../planner/choose-plan.ts';
import type { ScanRange } from '../planner/index-ranges.ts';
import type { Plan } from '../planner/plan.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import { fieldsKey } from '../storage/document-key.ts';
import { indexedValues } from '../storage/index-values.ts';
import type { Store } from '../storage/store.ts';
import { findDocuments, type Query } from './find-documents.ts';

/** Instead of the documents of a query, the keys by which the index has found them; nothing of those found without one. */
export function* findIndexKeys(store: Store, collection: CollectionState, query: Query): Generator<Uint8Array | undefined, void, void> {
  const wanted = query.limit ? query.limit + (query.skip ?? 0) : undefined;
  const plan = choosePlan(collection, { ...query, wanted }, (index) => store.scanSource(index));
  const usesIndex = !plan.collectionScan || (query.sort.length > 0 && plan.sorted && !collection.inArrivalOrder);
  for (const item of findDocuments(store, collection, query)) yield item && encode(usesIndex ? keyIn(plan, item.bytes) : {});
}

/** Of a document with several keys the first that lies in what was read. */
function keyIn({ index, ranges }: Plan, bytes: Uint8Array) {
  const { tuples } = indexedValues(decode(bytes), index.paths);
  const tuple = tuples.find((values) => isRead(ranges, fieldsKey(values, index.directions))) ?? tuples[0] ?? [];
  return documentFrom(
    index.fields.map((field, position) => [field, typeof tuple[position] === 'symbol' ? undefined : (tuple[position] ?? null)]),
  );
}

function isRead(ranges: readonly ScanRange[], key: Buffer): boolean {
  return ranges.some(({ start, end }) => Buffer.compare(start.subarray(4), key) <= 0 && Buffer.compare(key, end.subarray(4)) < 0);
}
