import type { CollectionState } from '../storage/collection-state.ts';
import { Store } from '../storage/store.ts';
import { findFaults } from './faults.ts';
import { findRemains } from './remains.ts';
import { repairCollection, retireRemains } from './repair.ts';

/** What was found of an index; all zero and false when it agrees with the documents. */
export interface IndexFindings {
  name: string;
  /** Documents it does not lead to. */
  missing: number;
  /** Entries that lead to no document, or to one that has another value. */
  extra: number;
  /** It does not know of arrays that documents have. */
  arrays: boolean;
  /** Values that two documents have where only one may. */
  duplicates: number;
}

export interface CollectionFindings {
  namespace: string;
  documents: number;
  /** Documents whose bytes are damaged. */
  unreadable: number;
  /** It counts other documents than it has. */
  miscounted: boolean;
  indexes: IndexFindings[];
}

export interface Findings {
  collections: CollectionFindings[];
  /** Numbers under which something is kept that no collection and no index bears. */
  remains: number;
}

/**
 * Compares every document with every index of a data directory that no server has open.
 *
 * @param repair indexes, counts and remains are put right as they are found
 * @throws Error when another process holds the directory
 */
export async function checkData(dataDir: string, repair = false): Promise<Findings> {
  const store = Store.open(dataDir);
  try {
    const collections: CollectionFindings[] = [];
    for (const collection of store.catalog.list()) {
      collections.push(checkCollection(store, collection));
      if (repair && !isSound(collections.at(-1) as CollectionFindings)) await repairCollection(store, collection);
    }
    const remains = findRemains(store);
    if (repair) await retireRemains(store, remains);
    return { collections, remains: remains.length };
  } finally {
    await store.close();
  }
}

/** True when a collection and its indexes agree. */
export function isSound({ unreadable, miscounted, indexes }: CollectionFindings): boolean {
  const agrees = ({ missing, extra, arrays, duplicates }: IndexFindings) => missing + extra + duplicates === 0 && !arrays;
  return unreadable === 0 && !miscounted && indexes.every(agrees);
}

function checkCollection(store: Store, collection: CollectionState): CollectionFindings {
  const indexes = new Map(collection.indexes.map((index) => [index, emptyFindings(index.name)]));
  let miscounted = false;
  const faults = findFaults(store, collection);
  let next = faults.next();
  for (; !next.done; next = faults.next()) {
    const fault = next.value;
    if (fault.kind === 'count') miscounted = true;
    if (!('index' in fault)) continue;
    const findings = indexes.get(fault.index) as IndexFindings;
    if (fault.kind === 'arrays') findings.arrays = true;
    else if (fault.kind === 'duplicate') findings.duplicates++;
    else findings[fault.kind]++;
  }
  const { count, unreadable } = next.value;
  return { namespace: collection.namespace, documents: count, unreadable, miscounted, indexes: [...indexes.values()] };
}

function emptyFindings(name: string): IndexFindings {
  return { name, missing: 0, extra: 0, arrays: false, duplicates: 0 };
}
