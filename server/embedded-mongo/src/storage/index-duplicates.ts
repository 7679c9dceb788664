import { prefixRange } from '../order/byte-range.ts';
import type { CollectionState } from './collection-state.ts';
import { entryDocumentKey, storageKey } from './document-key.ts';
import type { IndexState } from './index-state.ts';
import { scanKeys } from './key-scan.ts';
import { knownClaims } from './known-claims.ts';
import type { Store } from './store.ts';

const NOTHING = Buffer.alloc(0);

/** The keys of the documents that have the same values in an index, each group of them together. */
export function* duplicateEntries(store: Store, collection: CollectionState, index: IndexState): Generator<Buffer[], void, void> {
  if (index.claims) return yield* knownClaims(index.claims, store.environment, collection, index).shared();
  let fields: Buffer = NOTHING;
  let group: Buffer[] = [];
  for (const entry of scanKeys(store.scanSource(index), prefixRange(storageKey(index.id, NOTHING)), false)) {
    const key = entryDocumentKey(entry);
    const own = entry.subarray(0, entry.length - 2 - key.length);
    if (!own.equals(fields)) {
      if (group.length > 1) yield group;
      group = [];
    }
    fields = own;
    group.push(key);
  }
  if (group.length > 1) yield group;
}
