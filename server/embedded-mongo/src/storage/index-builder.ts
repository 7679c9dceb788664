import type { Document } from 'bson';
import { decode } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { documentRange } from './capped.ts';
import type { CollectionState } from './collection-state.ts';
import type { IndexState } from './index-state.ts';
import { scanKeys } from './key-scan.ts';
import type { Store } from './store.ts';

/** Behind a key, makes the smallest one above it. */
const JUST_AFTER = Buffer.from([0]);

/** What a client wants of a collection. */
interface IndexRequest<T> {
  collection: CollectionState;
  /** The indexes that are missing. */
  specs: Document[];
  result: T;
}

/** New indexes on their way through the documents of their collection. */
interface Build {
  collection: CollectionState;
  indexes: IndexState[];
  /** Where to go on, nowhere when all documents are entered. */
  next: Buffer | undefined;
}

/**
 * Adds indexes to a collection: all of them or, when a document is refused, none. What the collection already holds is
 * entered portion by portion, with other commands running in between; writes maintain the indexes from the beginning,
 * readers use them once all is on disk. A crash leaves indexes marked as unfinished, which the next start drops.
 *
 * @param make decides inside a transaction what is missing, so that two clients asking at once make it once
 * @throws MongoError 11000 when a unique index meets duplicates, 171 for parallel arrays, 276 when the collection or an
 *   index is dropped meanwhile
 */
export async function buildIndexes<T>(store: Store, make: () => IndexRequest<T>): Promise<T> {
  for (;;) {
    let end = () => {};
    const running = new Promise<void>((resolve) => {
      end = resolve;
    });
    let build: Build | undefined;
    try {
      const begun = await store.write(() => begin(store, make, running));
      build = begun.build;
      while (build?.next) await store.write(() => enterPortion(store, build as Build));
      for (const index of build?.indexes ?? []) index.ready = true;
      if (begun.elsewhere === undefined) return begun.result;
      // The same index may be on its way for another client: what is missing is known when that one is there, or failed.
      await begun.elsewhere;
    } finally {
      store.endBuild(running);
      end();
    }
  }
}

interface Begun<T> {
  result: T;
  build?: Build;
  /** Indexes of the collection that another client waits for. */
  elsewhere?: Promise<void>;
}

function begin<T>(store: Store, make: () => IndexRequest<T>, running: Promise<void>): Begun<T> {
  store.dropUnfinished();
  const { collection, specs, result } = make();
  const elsewhere = store.builds.get(collection);
  if (elsewhere !== undefined) return { result, elsewhere };
  if (specs.length === 0) return { result };
  const indexes = specs.map((spec) => store.catalog.addIndex(collection, spec));
  const build = { collection, indexes, next: documentRange(collection).start };
  store.builds.set(collection, running);
  enterPortion(store, build);
  return { result, build };
}

function enterPortion(store: Store, build: Build): void {
  const { collection, indexes } = build;
  try {
    checkStillWanted(store, build);
    build.next = enterFrom(store, build, build.next as Buffer);
    if (build.next) return;
    for (const index of indexes) {
      if (index.refusal) throw index.refusal;
      index.building = false;
    }
    store.catalog.save(collection);
  } catch (error) {
    for (const index of indexes) if (collection.indexes.includes(index)) store.catalog.dropIndex(collection, index);
    throw error;
  }
}

/** Also after a failed commit: what memory knew of the index, the refusals above all, went with it. */
function checkStillWanted({ catalog }: Store, { collection, indexes }: Build): void {
  const wanted = catalog.list().includes(collection) && indexes.every((index) => collection.indexes.includes(index));
  if (!wanted)
    throw new MongoError(276, `Index build failed: ${collection.namespace} :: caused by :: the collection or the index was dropped`);
}

/** Enters documents until all are, or time is over; answers where to go on. */
function enterFrom({ environment, documents, turn }: Store, { collection, indexes }: Build, start: Buffer): Buffer | undefined {
  const started = performance.now();
  const range = { start, end: documentRange(collection).end };
  for (const place of scanKeys({ map: environment.documents, epoch: () => 0 }, range, false)) {
    const bytes = environment.documents.getBinary(place);
    if (!bytes) continue;
    const document = decode(bytes);
    for (const index of indexes) documents.enter(collection, index, place.subarray(4), document);
    if (performance.now() - started > turn) return Buffer.concat([place, JUST_AFTER]);
  }
  return undefined;
}
