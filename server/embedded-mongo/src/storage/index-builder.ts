import type { Document } from 'bson';
import { decode } from '../bson-codec.ts';
import { prefixRange } from '../order/byte-range.ts';
import type { CollectionState } from './collection-state.ts';
import { storageKey } from './document-key.ts';
import { IndexState } from './index-state.ts';
import { scanKeys } from './key-scan.ts';
import type { Store } from './store.ts';

/**
 * Adds indexes to a collection, with the entries of what it already holds: all of them or, when a document is refused,
 * none. Readers use them once their entries are on disk.
 *
 * @param make decides inside the transaction what is missing, so that two clients asking at once make it once
 * @throws MongoError 11000 when a unique index meets duplicates, 171 for parallel arrays
 */
export async function buildIndexes<T>(store: Store, make: () => IndexRequest<T>): Promise<T> {
  let added: IndexState[] = [];
  const result = await store.writeOrUndo(() => {
    const { collection, created, specs, result } = make();
    try {
      added = specs.map((spec) => new IndexState(store.catalog.allocateId(), spec));
      for (const index of added) enterAll(store, collection, index);
    } catch (error) {
      // What the transaction undoes on disk, memory has to forget before the next write of the same turn sees it.
      if (created) store.catalog.forget(collection);
      throw error;
    }
    collection.indexes = [...collection.indexes, ...added];
    store.catalog.save(collection);
    return result;
  });
  for (const index of added) index.ready = true;
  return result;
}

interface IndexRequest<T> {
  collection: CollectionState;
  /** The collection has just been made for its indexes. */
  created: boolean;
  specs: Document[];
  result: T;
}

function enterAll(store: Store, collection: CollectionState, index: IndexState): void {
  const { environment, documents } = store;
  const all = prefixRange(storageKey(collection.id, Buffer.alloc(0)));
  for (const place of scanKeys({ map: environment.documents, epoch: () => 0 }, all, false)) {
    const bytes = environment.documents.getBinary(place);
    if (bytes) documents.enter(collection, index, place.subarray(4), decode(bytes));
  }
}
