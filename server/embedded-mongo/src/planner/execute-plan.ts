import type { CollectionState } from '../storage/collection-state.ts';
import { entryDocumentKey, storageKey } from '../storage/document-key.ts';
import { readDocument } from '../storage/document-reader.ts';
import { scanKeys } from '../storage/key-scan.ts';
import type { Store } from '../storage/store.ts';
import type { ScanRange } from './index-ranges.ts';
import { intersectKeys } from './intersect-keys.ts';
import type { Plan } from './plan.ts';

/** A document found: its key and its bytes. */
export interface Found {
  key: Buffer;
  bytes: Buffer;
}

/** What a query has cost, for `explain`. */
export interface ScanStats {
  keys: number;
  documents: number;
}

/** After so many documents in vain a scan gives its caller a chance to let others run. */
const PAUSE_EVERY = 256;

/**
 * Finds the documents of a plan one by one; nothing is read that is not asked for. `undefined` comes now and then from
 * a scan that finds nothing, for its reader to let others run.
 */
export function* executePlan(
  store: Store,
  collection: CollectionState,
  plan: Plan,
  stats?: ScanStats,
): Generator<Found | undefined, void, void> {
  const { primary } = plan.index;
  const keyOf = primary ? (entry: Buffer) => entry.subarray(4) : entryDocumentKey;
  let inVain = 0;
  const seen = plan.dedupe ? new Set<string>() : undefined;
  for (const entry of orderedKeys(store, plan)) {
    if (stats) stats.keys++;
    const key = keyOf(entry);
    if (seen && !isNew(seen, key)) continue;
    const bytes = readDocument(store.environment, primary ? entry : storageKey(collection.id, key));
    if (!bytes) continue;
    if (stats) stats.documents++;
    if (plan.residual && !plan.residual(bytes)) {
      if (++inVain % PAUSE_EVERY === 0) yield undefined;
      continue;
    }
    yield { key, bytes };
  }
}

function isNew(seen: Set<string>, key: Buffer): boolean {
  const name = key.toString('latin1');
  if (seen.has(name)) return false;
  seen.add(name);
  return true;
}

function orderedKeys(store: Store, plan: Plan): Iterable<Buffer> {
  if (plan.named) return (plan.backward ? [...plan.ranges].reverse() : plan.ranges).map(({ start }) => start);
  if (plan.intersected.length > 1) return intersectKeys(store.scanSource(plan.index), plan.intersected, plan.backward);
  if (plan.merge && plan.ranges.length > 1) return mergedKeys(store, plan);
  return consecutiveKeys(store, plan);
}

function* consecutiveKeys(store: Store, plan: Plan): Generator<Buffer, void, void> {
  const source = store.scanSource(plan.index);
  const ranges = plan.backward ? [...plan.ranges].reverse() : plan.ranges;
  for (const range of ranges) yield* scanKeys(source, range, plan.backward, plan.expected);
}

interface Reader {
  keys: Iterator<Buffer, void>;
  key: Buffer;
  tail: number;
}

/** Reads the ranges side by side, giving at each step the key that comes first by what follows the merged fields. */
function* mergedKeys(store: Store, plan: Plan): Generator<Buffer, void, void> {
  const source = store.scanSource(plan.index);
  const sign = plan.backward ? -1 : 1;
  const before = (a: Reader, b: Reader) => a.key.compare(b.key, b.tail, b.key.length, a.tail) * sign < 0;
  const readers: Reader[] = [];
  for (const range of plan.ranges) open(range);
  function open(range: ScanRange): void {
    const keys = scanKeys(source, range, plan.backward, plan.expected);
    const first = keys.next();
    if (!first.done) insert({ keys, key: first.value, tail: range.tail });
  }
  /** Keeps the readers in order: the next key is always the first reader's. */
  function insert(reader: Reader): void {
    let low = 0;
    let high = readers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(reader, readers[middle] as Reader)) high = middle;
      else low = middle + 1;
    }
    readers.splice(low, 0, reader);
  }
  for (let reader = readers.shift(); reader; reader = readers.shift()) {
    yield reader.key;
    const next = reader.keys.next();
    if (!next.done) insert({ ...reader, key: next.value });
  }
}
