import type { Document } from 'bson';
import { decode } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { Predicate } from '../query/filter.ts';
import { documentRange } from '../storage/capped.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import { readDocument } from '../storage/document-reader.ts';
import { scanKeys } from '../storage/key-scan.ts';
import type { Store } from '../storage/store.ts';

/** The documents of a capped collection as they come in: what was read to its end is gone on with when more has come. */
export class Tail {
  readonly #store: Store;
  readonly #collection: CollectionState;
  readonly #accepts: Predicate;
  #last: Buffer | undefined;

  constructor(store: Store, collection: CollectionState, accepts: Predicate) {
    this.#store = store;
    this.#collection = collection;
    this.#accepts = accepts;
  }

  /** False as long as the collection was empty: there is no place in it to wait at. */
  get hasBegun(): boolean {
    return this.#last !== undefined;
  }

  /**
   * What has come in since the last time.
   *
   * @throws MongoError 136 when the place last read has been overwritten before what followed it was read
   */
  *read(): Generator<Uint8Array | undefined, void, void> {
    const { start, end } = documentRange(this.#collection);
    this.#checkPlace();
    const source = this.#store.scanSource(this.#collection.primary);
    for (const place of scanKeys(source, { start: this.#last ? after(this.#last) : start, end }, false)) {
      this.#last = place;
      const bytes = readDocument(this.#store.environment, place);
      yield bytes && this.#accepts(decode(bytes) as Document) ? bytes : undefined;
    }
  }

  #checkPlace(): void {
    if (!this.#last || readDocument(this.#store.environment, this.#last)) return;
    throw new MongoError(136, 'CollectionScan died due to position in capped collection being deleted.');
  }
}

/** The smallest key above another. */
function after(key: Buffer): Buffer {
  return Buffer.concat([key, Buffer.from([0])]);
}
