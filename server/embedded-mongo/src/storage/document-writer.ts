import type { Document } from 'bson';
import { shown } from '../bson/shown.ts';
import { decode } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { successor } from '../order/byte-range.ts';
import { arrivalKey, checkRoom, documentRange, isOverfull, lastArrival } from './capped.ts';
import type { Catalog } from './catalog.ts';
import type { CollectionState } from './collection-state.ts';
import { documentKey, entryDocumentKey, entryKey, storageKey } from './document-key.ts';
import { additions, difference, type EntryChange, refuse, removals } from './entry-changes.ts';
import type { Environment } from './environment.ts';
import type { IndexState } from './index-state.ts';
import { knownClaims } from './known-claims.ts';
import { checkMeasurement } from './time-series.ts';

const NOTHING = Buffer.alloc(0);

/** A document in its two forms: as stored, and decoded to compute its index entries. */
export interface Stored {
  key: Buffer;
  bytes: Buffer;
  document: Document;
}

/**
 * Writes documents together with their index entries. To be used inside a write transaction only. Everything that can
 * be refused is checked before the first byte is written, so a refused document leaves nothing behind in a transaction
 * it shares with others.
 */
export class DocumentWriter {
  readonly #environment: Environment;
  readonly #catalog: Catalog;
  /** Moves with every write: readers holding keys from before look again. */
  epoch = 0;

  constructor(environment: Environment, catalog: Catalog) {
    this.#environment = environment;
    this.#catalog = catalog;
  }

  /** @throws MongoError 11000 when `_id` or a unique index already has the value. */
  insert(collection: CollectionState, bytes: Buffer, document: Document): void {
    checkRoom(collection, bytes);
    checkMeasurement(collection, document);
    const key = collection.inArrivalOrder ? this.#arrivalKey(collection) : documentKey(document._id);
    const place = storageKey(collection.id, key);
    if (this.#environment.documents.getBinaryFast(place) !== undefined) throw duplicateKey(collection, collection.primary, document);
    const changes = collection.indexes.map((index) => additions(index, document));
    this.#checkUnique(collection, changes, key, document);
    this.#environment.documents.putSync(place, bytes);
    this.#apply(collection, changes, key);
    this.#counted(collection, 1, bytes.length);
    while (isOverfull(collection)) this.#removeOldest(collection);
  }

  /** The key of the next document of a collection in the order of arrival. */
  #arrivalKey(collection: CollectionState): Buffer {
    collection.lastArrival ??= lastArrival(this.#environment, collection);
    return arrivalKey(++collection.lastArrival);
  }

  #removeOldest(collection: CollectionState): void {
    const [place] = this.#environment.documents.getKeys({ ...documentRange(collection), limit: 1 });
    const bytes = place && this.#environment.documents.getBinary(place);
    if (!bytes) throw new MongoError(1, `the oldest document of ${collection.namespace} is missing`);
    this.remove(collection, { key: place.subarray(4), bytes, document: decode(bytes) });
  }

  /**
   * Replaces a document by another of the same `_id`.
   *
   * @param changedFields top-level fields that differ, to leave the other indexes alone
   */
  replace(collection: CollectionState, old: Stored, bytes: Buffer, document: Document, changedFields?: ReadonlySet<string>): void {
    const concerned = changedFields ? collection.indexes.filter((index) => index.concerns(changedFields)) : collection.indexes;
    const changes = concerned.map((index) => difference(index, old.document, document));
    this.#checkUnique(collection, changes, old.key, document);
    this.#environment.documents.putSync(storageKey(collection.id, old.key), bytes);
    this.#apply(collection, changes, old.key);
    this.#counted(collection, 0, bytes.length - old.bytes.length);
  }

  remove(collection: CollectionState, old: Stored): void {
    const removed = collection.indexes.map((index) => removals(index, old.document));
    this.#environment.documents.removeSync(storageKey(collection.id, old.key));
    this.#apply(collection, removed, old.key);
    this.#counted(collection, -1, -old.bytes.length);
  }

  /**
   * Enters an existing document in an index under construction.
   *
   * @throws MongoError 11000 when the index is unique and has the value, 171 for parallel arrays
   */
  enter(collection: CollectionState, index: IndexState, key: Buffer, document: Document): void {
    const change = additions(index, document);
    this.#checkUnique(collection, [change], key, document);
    if (index.refusal) throw index.refusal;
    this.#apply(collection, [change], key);
  }

  #checkUnique(collection: CollectionState, changes: EntryChange[], key: Buffer, document: Document): void {
    for (const { index, added, claimed } of changes) {
      if (!index.unique) continue;
      const claims = index.claims && knownClaims(index.claims, this.#environment, collection, index);
      const isTaken = claims
        ? claimed.some((name) => claims.isTaken(name, key))
        : added.some((fields) => this.#isTaken(index, fields, key));
      if (isTaken) refuse(index, duplicateKey(collection, index, document));
    }
  }

  #isTaken(index: IndexState, fields: Buffer, key: Buffer): boolean {
    const start = storageKey(index.id, fields);
    for (const entry of this.#environment.entries.getKeys({ start, end: successor(start), limit: 2 })) {
      if (!entryDocumentKey(entry).equals(key)) return true;
    }
    return false;
  }

  #apply(collection: CollectionState, changes: EntryChange[], key: Buffer): void {
    this.epoch++;
    let learned = false;
    for (const { index, added, removed, claimed, released, multikey } of changes) {
      for (const fields of removed) this.#environment.entries.removeSync(entryKey(index.id, fields, key));
      for (const fields of added) this.#environment.entries.putSync(entryKey(index.id, fields, key), NOTHING);
      if (index.claims?.known) {
        for (const name of released) index.claims.release(name, key);
        for (const name of claimed) index.claims.claim(name, key);
      }
      learned = index.learnMultikey(multikey) || learned;
    }
    if (learned) this.#catalog.save(collection);
  }

  #counted(collection: CollectionState, documents: number, bytes: number): void {
    collection.count += documents;
    collection.size += bytes;
    this.#catalog.saveCount(collection);
  }
}

function duplicateKey(collection: CollectionState, index: IndexState, document: Document): MongoError {
  const keyValue = Object.fromEntries(index.fields.map((field, i) => [field, valueAt(document, index.paths[i] as string[])]));
  const fields = Object.entries(keyValue).map(([field, value]) => `${field}: ${show(value)}`);
  const collation = index.spec.collation ? ` collation: ${shown(index.spec.collation)}` : '';
  const message = `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name}${collation} dup key: { ${fields.join(', ')} }`;
  return new MongoError(11000, message, { keyPattern: index.spec.key, keyValue });
}

function valueAt(document: Document, path: readonly string[]): unknown {
  let value: unknown = document;
  for (const part of path) value = (value as Document | null | undefined)?.[part];
  return value ?? null;
}

function show(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'toHexString' in value) return `ObjectId('${String(value)}')`;
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}
