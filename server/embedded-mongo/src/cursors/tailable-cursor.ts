import { setTimeout as wait } from 'node:timers/promises';
import { MongoError } from '../mongo-error.ts';
import type { Projection } from '../query/projection.ts';
import type { Tail } from '../reading/tail-documents.ts';
import type { Store } from '../storage/store.ts';
import { type Batch, Cursor, type CursorOptions, type OpenCursor } from './cursor.ts';

/** How long a client waits for a document unless it says otherwise, as MongoDB, in milliseconds. */
const LONGEST_WAIT = 1000;
/** How often it is looked for, in milliseconds. */
const INTERVAL = 10;

export interface TailableOptions extends CursorOptions {
  /** A client that has read everything waits for more. */
  awaitData: boolean;
}

/** The documents of a capped collection, and those that come in afterwards. */
export class TailableCursor implements OpenCursor {
  readonly namespace: string;
  readonly session: string | undefined;
  readonly noTimeout: boolean;
  lastUsed = Date.now();
  readonly #read: () => Cursor;
  readonly #tail: Tail;
  readonly #awaitData: boolean;
  #current: Cursor;
  #waiting = false;
  #killed = false;

  constructor(store: Store, tail: Tail, projection: Projection | undefined, options: TailableOptions) {
    this.namespace = options.namespace;
    this.session = options.session;
    this.noTimeout = options.noTimeout === true;
    this.#tail = tail;
    this.#awaitData = options.awaitData;
    this.#read = () => new Cursor(store, projected(tail, projection), options);
    this.#current = this.#read();
  }

  /** What has come so far; a collection that has been empty from the start has no place to wait at. */
  async nextBatch(size: number): Promise<Batch> {
    const { batch, exhausted } = await this.#current.nextBatch(size);
    this.lastUsed = Date.now();
    if (exhausted) this.#current = this.#read();
    return { batch, exhausted: !this.#tail.hasBegun };
  }

  async moreOf(size: number, waiting: number | undefined): Promise<Batch> {
    if (!this.#awaitData) {
      if (waiting !== undefined) throw new MongoError(2, 'cannot set maxTimeMS on getMore command for a non-awaitData cursor');
      return await this.nextBatch(size);
    }
    if (this.#waiting) throw new MongoError(143, 'cursor is already in use');
    this.#waiting = true;
    try {
      return await this.#waitFor(size, Date.now() + (waiting ?? LONGEST_WAIT));
    } finally {
      this.#waiting = false;
    }
  }

  kill(): void {
    this.#killed = true;
    this.#current.kill();
  }

  async #waitFor(size: number, deadline: number): Promise<Batch> {
    for (;;) {
      const answer = await this.nextBatch(size);
      if (answer.batch.length > 0 || Date.now() >= deadline) return answer;
      await wait(INTERVAL);
      if (this.#killed) throw new MongoError(237, 'operation was interrupted because the cursor was killed');
    }
  }
}

function* projected(tail: Tail, projection: Projection | undefined): Generator<Uint8Array | undefined, void, void> {
  for (const bytes of tail.read()) yield bytes && projection ? projection(bytes) : bytes;
}
