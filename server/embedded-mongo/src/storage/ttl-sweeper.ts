import type { Document } from 'bson';
import { decode, toNumber } from '../bson-codec.ts';
import { targets } from '../reading/find-documents.ts';
import type { CollectionState } from './collection-state.ts';
import type { IndexState } from './index-state.ts';
import type { Store } from './store.ts';

const PORTION = 1000;

/** Deletes the documents whose time is over, as the TTL indexes say. */
export class TtlSweeper {
  readonly #store: Store;
  readonly #timer: NodeJS.Timeout;
  #sweeping: Promise<void> | undefined;

  constructor(store: Store, interval: number) {
    this.#store = store;
    this.#timer = setInterval(() => void this.sweep(), interval).unref();
  }

  /** Goes once over all TTL indexes. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweepAll().finally(() => {
      this.#sweeping = undefined;
    });
    return this.#sweeping;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  async #sweepAll(): Promise<void> {
    for (const collection of this.#store.catalog.list()) {
      for (const index of collection.readyIndexes) {
        if (toNumber(index.spec.expireAfterSeconds) !== undefined) await this.#sweepIndex(collection, index);
      }
    }
  }

  async #sweepIndex(collection: CollectionState, index: IndexState): Promise<void> {
    const [field] = index.fields as [string];
    for (let removed = PORTION; removed === PORTION; ) {
      const limit = new Date(Date.now() - (toNumber(index.spec.expireAfterSeconds) as number) * 1000);
      const filter: Document = { [field]: { $lte: limit }, ...index.partialFilter };
      removed = await this.#store.write(() => this.#removeExpired(collection, index, filter));
    }
  }

  #removeExpired(collection: CollectionState, index: IndexState, filter: Document): number {
    if (!collection.indexes.includes(index)) return 0;
    const found = targets(this.#store, collection, { filter, sort: [], limit: PORTION });
    for (const { key, bytes } of found) this.#store.documents.remove(collection, { key, bytes, document: decode(bytes) });
    return found.length;
  }
}
