import { logger } from '../platform/logger.ts';
import { commitSeconds, failedWrites, held } from './collab-metrics.ts';
import type { LoggedBatch } from './document-log.model.ts';
import { MIB } from './limits.ts';
import { joinUpdates } from './wire.ts';

/**
 * What one has seen on screen for a second is on disk: changes wait this long for others to be written with. Longer saves
 * little (a write a room costs as much as its updates), shorter costs the editors' latency.
 */
const LINGER_MS = 250;
const RETRY_MS_MAX = 5_000;
/** A batch that holds as much takes no more: with what one `add` brings it stays far below what a MongoDB document may hold. */
const BATCH_BYTES_MAX = 2 * MIB;
/** Beyond these nothing more is read from the sockets until some are written. */
const UNWRITTEN_BYTES_MAX = 32 * MIB;

/** Changes of one document on their way to disk. */
interface Batch {
  documentId: string;
  seq: number;
  updates: Uint8Array[];
  bytes: number;
  by: Set<string>;
  at: Date;
  written: Promise<void>;
  settle: () => void;
}

const openBatch = (documentId: string): Batch => {
  let settle = () => {};
  const written = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { documentId, seq: 0, updates: [], bytes: 0, by: new Set(), at: new Date(), written, settle };
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Parts {
  writer: string;
  append: (batches: LoggedBatch[]) => Promise<void>;
  /** Called for each batch that is on disk. */
  written: (batch: Pick<LoggedBatch, 'documentId' | 'by' | 'at'>) => void;
}

/**
 * Writes the changes of all rooms together: one write at a time, everything that came meanwhile with the next. What cannot be
 * written stays, in its order, and is tried again.
 */
export class GroupCommit {
  readonly #writer: string;
  readonly #append: Parts['append'];
  readonly #written: Parts['written'];
  /** The batches being filled; the last of a document takes what comes. */
  #open = new Map<string, Batch[]>();
  #last = new Map<string, Batch>();
  #timer: NodeJS.Timeout | null = null;
  #committing: Promise<void> | null = null;
  #hurried = false;
  #waitingForRoom: (() => void)[] = [];

  constructor({ writer, append, written }: Parts) {
    this.#writer = writer;
    this.#append = append;
    this.#written = written;
  }

  /** Takes changes of one document; `seq` is above every number it was given before. */
  add(documentId: string, seq: number, update: Uint8Array, by: Iterable<string>): void {
    const batch = this.#batchOf(documentId);
    batch.updates.push(update);
    batch.bytes += update.length;
    held.unwrittenBytes += update.length;
    batch.seq = seq;
    batch.at = new Date();
    for (const personId of by) batch.by.add(personId);
    this.#timer ??= setTimeout(() => this.hurry(), LINGER_MS);
  }

  #batchOf(documentId: string): Batch {
    const batches = this.#open.get(documentId) ?? [];
    const last = batches.at(-1);
    if (last && last.bytes < BATCH_BYTES_MAX) return last;
    const batch = openBatch(documentId);
    batches.push(batch);
    this.#open.set(documentId, batches);
    this.#last.set(documentId, batch);
    return batch;
  }

  /** Resolves once all that was added of this document is on disk; null when it is. */
  pending(documentId: string): Promise<void> | null {
    return this.#last.get(documentId)?.written ?? null;
  }

  /** Whether so much waits that no more should be taken; `then` is called once it does not. */
  isFull(then: () => void): boolean {
    if (held.unwrittenBytes < UNWRITTEN_BYTES_MAX) return false;
    this.#waitingForRoom.push(then);
    this.hurry();
    return true;
  }

  /** Writes now what waits, or as soon as the write under way is done. */
  hurry(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#committing !== null) this.#hurried = true;
    else if (this.#open.size > 0) this.#committing = this.#commitAll();
  }

  /** Resolves once everything is on disk. */
  async finish(): Promise<void> {
    while (this.#open.size > 0 || this.#committing !== null) {
      this.hurry();
      await this.#committing;
    }
  }

  /** One round; what comes during it waits its time for the next. */
  async #commitAll(): Promise<void> {
    const batches = [...this.#open.values()].flat();
    this.#open = new Map();
    await this.#write(batches.map((batch) => this.#logged(batch)));
    for (const batch of batches) {
      held.unwrittenBytes -= batch.bytes;
      if (this.#last.get(batch.documentId) === batch) this.#last.delete(batch.documentId);
      batch.settle();
      this.#written({ documentId: batch.documentId, by: [...batch.by], at: batch.at });
    }
    this.#committing = null;
    if (this.#hurried) this.hurry();
    else if (this.#open.size > 0) this.#timer ??= setTimeout(() => this.hurry(), LINGER_MS);
    this.#hurried = false;
    if (held.unwrittenBytes < UNWRITTEN_BYTES_MAX) for (const goOn of this.#waitingForRoom.splice(0)) goOn();
  }

  #logged({ documentId, seq, updates, by, at }: Batch): LoggedBatch {
    return { documentId, writer: this.#writer, seq, count: updates.length, updates: Buffer.from(joinUpdates(updates)), by: [...by], at };
  }

  async #write(batches: LoggedBatch[]): Promise<void> {
    for (let wait = 200; ; wait = Math.min(wait * 2, RETRY_MS_MAX)) {
      const end = commitSeconds.startTimer();
      try {
        await this.#append(batches);
        end();
        return;
      } catch (err) {
        failedWrites.inc();
        logger.error({ err, batches: batches.length }, 'live documents could not be written; trying again');
        await pause(wait);
      }
    }
  }
}
