import { randomInt } from 'node:crypto';
import { MongoError } from '../mongo-error.ts';
import type { Cursor } from './cursor.ts';

const MOST_CURSORS = 10_000;
/** As MongoDB: a cursor nobody has asked for ten minutes is forgotten. */
const IDLE_LIMIT = 10 * 60_000;

/** The cursors that clients have left open. */
export class CursorRegistry {
  readonly #cursors = new Map<bigint, Cursor>();
  readonly #sweep: NodeJS.Timeout;

  constructor() {
    this.#sweep = setInterval(() => this.#forgetIdle(), 60_000).unref();
  }

  get size(): number {
    return this.#cursors.size;
  }

  /** Keeps a cursor and gives the number the client will ask for it by. */
  keep(cursor: Cursor): bigint {
    if (this.#cursors.size >= MOST_CURSORS) this.#forgetIdle(0);
    const id = BigInt(randomInt(1, 2 ** 47));
    this.#cursors.set(id, cursor);
    return id;
  }

  /** @throws MongoError 43 when the cursor is not there, or not of this collection. */
  get(id: bigint, namespace: string): Cursor {
    const cursor = this.#cursors.get(id);
    if (!cursor) throw new MongoError(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new MongoError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    return cursor;
  }

  /** True when there was such a cursor. */
  kill(id: bigint): boolean {
    return this.#cursors.delete(id);
  }

  #forgetIdle(limit = IDLE_LIMIT): void {
    const now = Date.now();
    for (const [id, cursor] of this.#cursors) {
      if (now - cursor.lastUsed >= limit) this.#cursors.delete(id);
      if (limit === 0) return;
    }
  }

  close(): void {
    clearInterval(this.#sweep);
    this.#cursors.clear();
  }
}
