import { successor } from '../order/byte-range.ts';
import type { Retired } from './catalog.ts';
import type { Store } from './store.ts';

/** Keys deleted in one transaction: small enough not to hold up the writes of clients. */
const PORTION = 2000;

/** Deletes what dropped collections and indexes have left, little by little, also after a restart. */
export class Reclaimer {
  readonly #store: Store;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Sets to work unless it already is. */
  wake(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolves when nothing is left to delete. */
  async finished(): Promise<void> {
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let [next] = this.#store.catalog.retired(); next && !this.#stopped; [next] = this.#store.catalog.retired()) {
      await this.#removePortion(next);
    }
  }

  async #removePortion(retired: Retired): Promise<void> {
    const { environment, catalog } = this.#store;
    const start = Buffer.allocUnsafe(4);
    start.writeUInt32BE(retired.id, 0);
    await this.#store.write(() => {
      const map = environment[retired.map];
      const keys = [...map.getKeys({ start, end: successor(start), limit: PORTION })];
      for (const key of keys) map.removeSync(key);
      if (keys.length < PORTION) catalog.forgetRetired(retired);
    });
  }
}
