import type { Document } from 'bson';
import type { IndexedKeys, IndexState } from './index-state.ts';

/** What a write changes in one index. */
export interface EntryChange {
  index: IndexState;
  added: Buffer[];
  removed: Buffer[];
  claimed: string[];
  released: string[];
  multikey: boolean[];
}

/** As in MongoDB, an index under construction refuses no write: its building fails instead. */
export function refuse(index: IndexState, error: unknown): void {
  if (!index.building) throw error;
  index.refusal ??= error;
}

function keysIn(index: IndexState, document: Document): IndexedKeys {
  try {
    return index.keysOf(document);
  } catch (error) {
    refuse(index, error);
    return { keys: [], claims: [], multikey: [] };
  }
}

export function additions(index: IndexState, document: Document): EntryChange {
  const { keys, claims, multikey } = keysIn(index, document);
  return { index, added: keys, removed: [], claimed: claims, released: [], multikey };
}

export function removals(index: IndexState, document: Document): EntryChange {
  const { keys, claims } = keysIn(index, document);
  return { index, added: [], removed: keys, claimed: [], released: claims, multikey: [] };
}

export function difference(index: IndexState, before: Document, after: Document): EntryChange {
  const old = keysIn(index, before);
  const { keys, claims, multikey } = keysIn(index, after);
  const added = keys.filter((key) => !old.keys.some((other) => other.equals(key)));
  const removed = old.keys.filter((key) => !keys.some((other) => other.equals(key)));
  const claimed = claims.filter((name) => !old.claims.includes(name));
  const released = old.claims.filter((name) => !claims.includes(name));
  return { index, added, removed, claimed, released, multikey };
}
