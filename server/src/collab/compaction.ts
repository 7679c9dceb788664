import { inTurn } from '../platform/in-turn.ts';
import { logger } from '../platform/logger.ts';
import { dropCovered, insertSnapshot, type LogLength } from './document-store.ts';
import type { Room } from './room.ts';

/** A log as long as this is replaced by a snapshot: reading it back stays a matter of milliseconds. */
const LOG_MAX = { updates: 500, bytes: 512 * 1024 };
/** A document nobody has open any more is left with a log this long at most: a snapshot of all of it for a word costs more. */
const REST_MAX = { updates: 50, bytes: 16 * 1024 };
const exceeds = (log: LogLength, max: LogLength): boolean => log.updates > max.updates || log.bytes > max.bytes;

/** While a document is written at full speed, not more often than this. */
const EVERY_MS = 3_000;
const TURN = 'snapshot of a live document';

/** Writes snapshots in the background, one at a time, and then drops the log they hold. */
export class Compaction {
  readonly #waiting = new Set<Room>();
  #running: Promise<void> | null = null;

  /** Puts the room in the queue when its log has grown long. */
  consider(room: Room): void {
    if (!exceeds(room.log, LOG_MAX) || Date.now() - room.compactedAt < EVERY_MS) return;
    this.#waiting.add(room);
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
  }

  /** Writes a snapshot of a room that is about to leave memory, unless its log is short. */
  async rest(room: Room): Promise<void> {
    if (exceeds(room.log, REST_MAX) || room.heardFromOthers) await inTurn(TURN, () => this.#compact(room));
  }

  async #work(): Promise<void> {
    for (const room of this.#waiting) {
      this.#waiting.delete(room);
      await inTurn(TURN, () => this.#compact(room)).catch((err: unknown) => {
        logger.error({ err, documentId: room.documentId }, 'snapshot failed; the log stays');
      });
    }
  }

  /** The snapshot first, then the log below it: cut short between them, both are there and say the same. */
  async #compact(room: Room): Promise<void> {
    const { documentId } = room;
    const state = room.encode();
    const covered = new Map(room.covered);
    const replaced = room.snapshotIds;
    const { updates, bytes } = room.log;
    room.compactedAt = Date.now();
    const id = await insertSnapshot(documentId, state);
    room.snapshotIds = [id];
    room.heardFromOthers = false;
    room.log.updates -= updates;
    room.log.bytes -= bytes;
    await dropCovered(documentId, covered, replaced);
  }
}
