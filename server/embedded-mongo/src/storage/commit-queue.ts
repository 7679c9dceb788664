import type { RootDatabase } from 'lmdb';
import { MongoError } from '../mongo-error.ts';

/** How long the writes of one transaction may keep readers waiting, in milliseconds; the others wait for the next one. */
const TURN = 20;

interface Waiting {
  work: () => unknown;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** A write whose commit is awaited. */
interface Done {
  reject: (error: unknown) => void;
  settle: () => void;
}

/**
 * Groups the writes that wait into one transaction, hence one flush. One transaction at a time: what memory says of the
 * data is put right after a failed commit before the next write relies on it.
 */
export class CommitQueue {
  readonly #root: RootDatabase<Buffer, Buffer>;
  readonly #forget: () => void;
  #waiting: Waiting[] = [];
  #draining = false;
  #broken: MongoError | undefined;

  /** @param forget called after a failed commit: nothing of it is on disk, and memory must not remember it either */
  constructor(root: RootDatabase<Buffer, Buffer>, forget: () => void) {
    this.#root = root;
    this.#forget = forget;
  }

  /**
   * Runs `work` in a write transaction and answers what it returns, or throws what it throws, once the commit is on disk.
   *
   * @throws MongoError 14031 when the commit fails
   */
  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (!this.#draining) void this.#drain();
    });
  }

  /** Resolves when what waited has been written, or refused. */
  async flush(): Promise<void> {
    await this.run(() => undefined).catch(() => undefined);
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    while (this.#waiting.length > 0) {
      if (this.#broken) for (const { reject } of this.#waiting.splice(0)) reject(this.#broken);
      else await this.#commitNext();
    }
    this.#draining = false;
  }

  async #commitNext(): Promise<void> {
    const done: Done[] = [];
    try {
      await this.#root.transaction(() => this.#runWaiting(done));
    } catch (error) {
      const cause = await causeOf(error);
      this.#forget();
      this.#broken = this.#unusable();
      // LMDB calls a write cut short by a full disk an input/output error: whatever its name, the disk did not take it.
      const refusal = new MongoError(14031, `the write could not be brought to disk: ${messageOf(cause)}`, {}, { cause });
      for (const { reject } of [...done, ...this.#waiting.splice(0)]) reject(refusal);
      return;
    }
    for (const { settle } of done) settle();
  }

  /** Those that wait when the transaction begins, in their order, each seeing what the former wrote. */
  #runWaiting(done: Done[]): void {
    const started = performance.now();
    do {
      const { work, resolve, reject } = this.#waiting.shift() as Waiting;
      try {
        const value = work();
        done.push({ reject, settle: () => resolve(value) });
      } catch (error) {
        done.push({ reject, settle: () => reject(error) });
      }
    } while (this.#waiting.length > 0 && performance.now() - started < TURN);
  }

  /** LMDB refuses every write after it failed to write a root, and its own thread would wait for ever: asked here first. */
  #unusable(): MongoError | undefined {
    try {
      this.#root.transactionSync(() => undefined);
      return undefined;
    } catch (error) {
      return new MongoError(
        14031,
        `the data file cannot be written any more, restart the server: ${messageOf(error)}`,
        {},
        { cause: error },
      );
    }
  }
}

/** LMDB tells why a commit failed in a promise of its own, which nobody else would look at. */
async function causeOf(error: unknown): Promise<unknown> {
  const { commitError } = error as { commitError?: Promise<never> };
  return commitError !== undefined ? await commitError.catch((cause: unknown) => cause) : error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
