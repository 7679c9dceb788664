import { setImmediate as nextTurn } from 'node:timers/promises';
import { MongoError } from '../mongo-error.ts';
import type { Store } from '../storage/store.ts';

/** An answer never grows past what a client accepts, with room for what surrounds the documents. */
const BATCH_BYTES = 16 * 1024 * 1024;
/** How long one command may keep the others waiting before it lets them through, in milliseconds. */
const TURN = 15;

/** Documents for a client, and whether there are no others. */
export interface Batch {
  batch: Uint8Array[];
  exhausted: boolean;
}

export interface CursorOptions {
  namespace: string;
  /** The session the cursor was made in, which alone may go on with it. */
  session?: string | undefined;
  /** How many documents may come; known to be none, no client has to ask for more. */
  limit?: number | undefined;
  /** Milliseconds that finding all batches may take together. */
  maxTime?: number | undefined;
  /** The client asked for it to be kept however long nobody asks for it. */
  noTimeout?: boolean;
}

/** What a client goes on with by its number. */
export interface OpenCursor {
  readonly namespace: string;
  readonly session: string | undefined;
  readonly noTimeout: boolean;
  readonly lastUsed: number;
  /**
   * The next documents.
   *
   * @param waiting milliseconds the client would wait for documents to come
   */
  moreOf(size: number, waiting: number | undefined): Promise<Batch>;
  /** Stops the search for the next batch, if one is on. */
  kill(): void;
}

/** Documents on their way to a client, in batches. */
export class Cursor implements OpenCursor {
  readonly namespace: string;
  readonly session: string | undefined;
  readonly noTimeout: boolean;
  readonly #documents: Iterator<Uint8Array | undefined, void>;
  readonly #store: Store;
  #next: Uint8Array | undefined;
  #done = false;
  lastUsed = Date.now();
  #remaining: number;
  #timeLeft: number;
  #busy = false;
  #killed = false;

  /** @param documents the BSON of each document, with `undefined` where others may be let through */
  constructor(store: Store, documents: Iterable<Uint8Array | undefined>, options: CursorOptions) {
    this.#store = store;
    this.namespace = options.namespace;
    this.session = options.session;
    this.noTimeout = options.noTimeout === true;
    this.#remaining = options.limit || Number.POSITIVE_INFINITY;
    this.#timeLeft = options.maxTime || Number.POSITIVE_INFINITY;
    this.#documents = documents[Symbol.iterator]() as Iterator<Uint8Array | undefined, void>;
  }

  /**
   * The next documents, at most `size` of them; `exhausted` tells whether others remain.
   *
   * @throws MongoError 50 when they are not found in time, 143 while another asks for them, 237 when it is killed meanwhile
   */
  async nextBatch(size: number): Promise<Batch> {
    if (this.#busy) throw new MongoError(143, 'cursor is already in use');
    this.#busy = true;
    const started = Date.now();
    this.lastUsed = started;
    try {
      return await this.#gather(size, started);
    } finally {
      this.#busy = false;
      this.lastUsed = Date.now();
      this.#timeLeft -= this.lastUsed - started;
    }
  }

  /** @throws MongoError 2 when the client would wait, and nothing can come; and as `nextBatch` */
  async moreOf(size: number, waiting: number | undefined): Promise<Batch> {
    if (waiting !== undefined) throw new MongoError(2, 'cannot set maxTimeMS on getMore command for a non-awaitData cursor');
    return await this.nextBatch(size);
  }

  kill(): void {
    this.#killed = true;
  }

  async #gather(size: number, started: number): Promise<Batch> {
    this.#store.resumed();
    const batch: Uint8Array[] = [];
    let bytes = 0;
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
      if (Date.now() - turnStarted > TURN) turnStarted = await this.#letOthersThrough(turnStarted - started);
    }
    return { batch, exhausted: this.#done };
  }

  async #letOthersThrough(elapsed: number): Promise<number> {
    if (elapsed > this.#timeLeft) throw new MongoError(50, 'operation exceeded time limit');
    await nextTurn();
    if (this.#killed) throw new MongoError(237, 'operation was interrupted because the cursor was killed');
    this.#store.resumed();
    return Date.now();
  }

  #peek(): Uint8Array | undefined {
    if (this.#next) return this.#next;
    const { value, done } = this.#documents.next();
    this.#done = done === true;
    this.#next = value ?? undefined;
    return this.#next;
  }
}
