import { setImmediate as nextTurn } from 'node:timers/promises';
import { MongoError } from '../mongo-error.ts';
import type { Store } from '../storage/store.ts';

/** An answer never grows past what a client accepts, with room for what surrounds the documents. */
const BATCH_BYTES = 16 * 1024 * 1024;
/** How long one command may keep the others waiting before it lets them through, in milliseconds. */
const TURN = 15;

/** Documents on their way to a client, in batches. */
export class Cursor {
  readonly namespace: string;
  readonly #documents: Iterator<Uint8Array | undefined, void>;
  readonly #store: Store;
  #next: Uint8Array | undefined;
  #done = false;
  lastUsed = Date.now();
  /** How many documents may still come; known to be none, no client has to ask for them. */
  #remaining: number;

  /** @param documents the BSON of each document, with `undefined` where others may be let through */
  constructor(store: Store, namespace: string, documents: Iterable<Uint8Array | undefined>, limit = Number.POSITIVE_INFINITY) {
    this.#store = store;
    this.#remaining = limit;
    this.namespace = namespace;
    this.#documents = documents[Symbol.iterator]() as Iterator<Uint8Array | undefined, void>;
  }

  /**
   * The next documents, at most `size` of them; `exhausted` tells whether others remain.
   *
   * @param maxTime milliseconds
   * @throws MongoError 50 when they are not found in time
   */
  async nextBatch(size: number, maxTime = Number.POSITIVE_INFINITY): Promise<{ batch: Uint8Array[]; exhausted: boolean }> {
    this.lastUsed = Date.now();
    this.#store.resumed();
    const batch: Uint8Array[] = [];
    let bytes = 0;
    const started = Date.now();
    let turnStarted = started;
    while (batch.length < size && !this.#done) {
      const document = this.#peek();
      if (this.#done) break;
      if (document) {
        if (batch.length > 0 && bytes + document.length > BATCH_BYTES) break;
        batch.push(document);
        bytes += document.length + 8;
        this.#next = undefined;
        if (--this.#remaining === 0) this.#done = true;
      }
      if (Date.now() - turnStarted > TURN) {
        if (turnStarted - started > maxTime) throw new MongoError(50, 'operation exceeded time limit');
        await nextTurn();
        this.#store.resumed();
        turnStarted = Date.now();
      }
    }
    return { batch, exhausted: this.#done };
  }

  #peek(): Uint8Array | undefined {
    if (this.#next) return this.#next;
    const { value, done } = this.#documents.next();
    this.#done = done === true;
    this.#next = value ?? undefined;
    return this.#next;
  }
}
