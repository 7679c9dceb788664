import type { Document } from 'bson';
import { decode } from '../bson-codec.ts';
import { prefixRange } from '../order/byte-range.ts';
import { documentRange } from '../storage/capped.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import { documentKey, entryDocumentKey, entryFields, entryKey, storageKey } from '../storage/document-key.ts';
import { duplicateEntries } from '../storage/index-duplicates.ts';
import type { IndexState } from '../storage/index-state.ts';
import { countKeys, scanKeys } from '../storage/key-scan.ts';
import type { Store } from '../storage/store.ts';

/** Where documents and what is said of them part. */
export type Fault =
  /** A document that an index does not have, or has no longer: `entry` is to be put, or removed. */
  | { kind: 'missing' | 'extra'; index: IndexState; entry: Buffer }
  /** Documents have arrays where the index, which is read otherwise then, knows of none. */
  | { kind: 'arrays'; index: IndexState; multikey: boolean[] }
  /** Two documents have what only one may. */
  | { kind: 'duplicate'; index: IndexState }
  /** Bytes that are no document, or that do not stand where their `_id` puts them. */
  | { kind: 'unreadable' }
  /** The collection counts other documents than it has. */
  | { kind: 'count'; count: number; size: number };

/** What a collection has, for who compares it with what is said of it. */
interface Tally {
  count: number;
  size: number;
  /** The entries its documents call for and that are there, by index. */
  entries: Map<IndexState, number>;
  unreadable: number;
}

/**
 * Goes through a collection and all its indexes and gives each fault as it is met: nothing is gathered, however large
 * the damage. What it gives may be repaired meanwhile.
 */
export function* findFaults(store: Store, collection: CollectionState): Generator<Fault, Tally, void> {
  const tally: Tally = { count: 0, size: 0, entries: new Map(), unreadable: 0 };
  yield* missingEntries(store, collection, tally);
  if (tally.count !== collection.count || tally.size !== collection.size) yield { kind: 'count', count: tally.count, size: tally.size };
  for (const index of collection.indexes) {
    // Where there are no more entries than documents call for, none leads nowhere.
    if (countKeys(store.scanSource(index), rangeOf(index)) !== tally.entries.get(index)) yield* extraEntries(store, collection, index);
    if (index.unique) yield* index.claims ? collatedDuplicates(store, collection, index) : duplicates(store, index);
  }
  return tally;
}

function* missingEntries(store: Store, collection: CollectionState, tally: Tally): Generator<Fault, void, void> {
  const { environment } = store;
  for (const index of collection.indexes) tally.entries.set(index, 0);
  for (const place of scanKeys({ map: environment.documents, epoch: () => 0 }, documentRange(collection), false)) {
    const bytes = environment.documents.getBinary(place) ?? Buffer.alloc(0);
    tally.count++;
    tally.size += bytes.length;
    const key = place.subarray(4);
    const document = readable(collection, key, bytes);
    if (!document) {
      tally.unreadable++;
      yield { kind: 'unreadable' };
      continue;
    }
    for (const index of collection.indexes) {
      const { entries, multikey } = entriesOf(index, key, document);
      for (const entry of entries) {
        if (environment.entries.doesExist(entry)) tally.entries.set(index, (tally.entries.get(index) as number) + 1);
        else yield { kind: 'missing', index, entry };
      }
      if (multikey.some((met, field) => met && !index.multikey[field])) yield { kind: 'arrays', index, multikey };
    }
  }
}

function* extraEntries(store: Store, collection: CollectionState, index: IndexState): Generator<Fault, void, void> {
  const { documents } = store.environment;
  for (const entry of scanKeys(store.scanSource(index), rangeOf(index), false)) {
    const key = entryDocumentKey(entry);
    const bytes = documents.getBinary(storageKey(collection.id, key));
    const document = bytes && readable(collection, key, bytes);
    // What cannot be read may have called for the entry.
    if (bytes && !document) continue;
    if (!document || !entriesOf(index, key, document).entries.some((wanted) => wanted.equals(entry))) yield { kind: 'extra', index, entry };
  }
}

/** Equal fields stand side by side. */
function* duplicates(store: Store, index: IndexState): Generator<Fault, void, void> {
  let last: Buffer | undefined;
  for (const entry of scanKeys(store.scanSource(index), rangeOf(index), false)) {
    const fields = entryFields(entry);
    if (last?.equals(fields)) yield { kind: 'duplicate', index };
    last = fields;
  }
}

/** What a collation takes as equal stands anywhere. */
function* collatedDuplicates(store: Store, collection: CollectionState, index: IndexState): Generator<Fault, void, void> {
  for (const holders of duplicateEntries(store, collection, index)) for (const _ of holders.slice(1)) yield { kind: 'duplicate', index };
}

function rangeOf(index: IndexState) {
  return prefixRange(storageKey(index.id, Buffer.alloc(0)));
}

function readable(collection: CollectionState, key: Buffer, bytes: Buffer): Document | undefined {
  try {
    const document = decode(bytes);
    return collection.inArrivalOrder || documentKey(document._id).equals(key) ? document : undefined;
  } catch {
    // What it could not be decoded for makes no difference: there is no document to find by an index.
    return undefined;
  }
}

/** A document the index would refuse, which only damage can have let in, has no entries. */
function entriesOf(index: IndexState, key: Buffer, document: Document): { entries: Buffer[]; multikey: boolean[] } {
  try {
    const { keys, multikey } = index.keysOf(document);
    return { entries: keys.map((fields) => entryKey(index.id, fields, key)), multikey };
  } catch {
    return { entries: [], multikey: [] };
  }
}
