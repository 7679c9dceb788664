import { randomInt } from 'node:crypto';
import { MongoError } from '../mongo-error.ts';
import type { OpenCursor } from './cursor.ts';

const MOST_CURSORS = 10_000;
/** As MongoDB: a cursor nobody has asked for ten minutes is forgotten. */
const IDLE_LIMIT = 10 * 60_000;

/** The cursors that clients have left open, the one longest unused first. */
export class CursorRegistry {
  readonly #cursors = new Map<bigint, OpenCursor>();
  readonly #limit: number;

  constructor(limit = MOST_CURSORS) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#cursors.size;
  }

  /**
   * Keeps a cursor and gives the number the client will ask for it by. Too many make room for the new one by the one
   * longest unused, as its time would have done a little later.
   */
  keep(cursor: OpenCursor): bigint {
    if (this.#cursors.size >= this.#limit) this.#forgetLongestUnused();
    const id = BigInt(randomInt(1, 2 ** 47));
    this.#cursors.set(id, cursor);
    return id;
  }

  #forgetLongestUnused(): void {
    for (const id of this.#cursors.keys()) {
      this.kill(id);
      return;
    }
  }

  /** @throws MongoError 43 when the cursor is not there, 13 when not of this collection, 50736 to 50738 when of another session. */
  get(id: bigint, namespace: string, session: string | undefined): OpenCursor {
    const cursor = this.#cursors.get(id);
    if (!cursor) throw new MongoError(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new MongoError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    checkSession(id, cursor, session);
    this.#cursors.delete(id);
    this.#cursors.set(id, cursor);
    return cursor;
  }

  /** True when there was such a cursor. */
  kill(id: bigint): boolean {
    this.#cursors.get(id)?.kill();
    return this.#cursors.delete(id);
  }

  /** Ends what was left open in sessions that have ended. */
  killOfSessions(sessions: readonly string[]): void {
    const ended = new Set(sessions);
    for (const [id, { session }] of this.#cursors) if (session !== undefined && ended.has(session)) this.kill(id);
  }

  forgetIdle(): void {
    const now = Date.now();
    for (const [id, { lastUsed, noTimeout }] of this.#cursors) if (!noTimeout && now - lastUsed >= IDLE_LIMIT) this.kill(id);
  }

  close(): void {
    for (const id of this.#cursors.keys()) this.kill(id);
  }
}

function checkSession(id: bigint, cursor: OpenCursor, session: string | undefined): void {
  if (cursor.session === session) return;
  if (cursor.session === undefined)
    throw new MongoError(50737, `Cannot run getMore on cursor ${id}, which was not created in a session, in a session`);
  if (session === undefined) throw new MongoError(50736, `Cannot run getMore on cursor ${id}, which was created in a session, without one`);
  throw new MongoError(50738, `Cannot run getMore on cursor ${id}, which was created in another session`);
}
