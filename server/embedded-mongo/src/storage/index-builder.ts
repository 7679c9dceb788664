import type { Document } from "bson";
import { decode } from "../bson-codec.ts";
import { prefixRange } from "../order/byte-range.ts";
import type { CollectionState } from "./collection-state.ts";
import { storageKey } from "./document-key.ts";
import { IndexState } from "./index-state.ts";
import { scanKeys } from "./key-scan.ts";
import type { Store } from "./store.ts";

/**
 * Adds indexes to a collection, with the entries of what it already holds: all of them or, when a document is refused,
 * none. Readers use them once their entries are on disk.
 *
 * @param make decides inside the transaction what is missing, so that two clients asking at once make it once
 * @throws MongoError 11000 when a unique index meets duplicates, 171 for parallel arrays
 */
export async function buildIndexes<T>(store: Store, make: () => { collection: CollectionState; specs: Document[]; result: T }): Promise<T> {
  let added: IndexState[] = [];
  let owner: CollectionState | undefined;
  try {
    const result = await store.writeOrUndo(() => {
      const { collection, specs, result } = make();
      owner = collection;
      added = specs.map((spec) => new IndexState(store.catalog.allocateId(), spec));
      for (const index of added) enterAll(store, collection, index);
      collection.indexes = [...collection.indexes, ...added];
      store.catalog.save(collection);
      return result;
    });
    for (const index of added) index.ready = true;
    return result;
  } catch (error) {
    if (owner) owner.indexes = owner.indexes.filter((index) => !added.includes(index));
    throw error;
  }
}

function enterAll(store: Store, collection: CollectionState, index: IndexState): void {
  const { environment, documents } = store;
  const all = prefixRange(storageKey(collection.id, Buffer.alloc(0)));
  for (const place of scanKeys({ map: environment.documents, epoch: () => 0 }, all, false)) {
    const bytes = environment.documents.getBinary(place);
    if (bytes) documents.enter(collection, index, place.subarray(4), decode(bytes));
  }
}
