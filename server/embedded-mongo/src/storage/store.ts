import { randomBytes } from 'node:crypto';
import { MongoError, toMongoError } from '../mongo-error.ts';
import { Catalog } from './catalog.ts';
import { DocumentWriter } from './document-writer.ts';
import { closeEnvironment, type Environment, openEnvironment } from './environment.ts';
import type { IndexState } from './index-state.ts';
import type { ScanSource } from './key-scan.ts';

/** The stored data: reads are synchronous, writes go through `write`. */
export class Store {
  readonly environment: Environment;
  readonly catalog: Catalog;
  readonly documents: DocumentWriter;
  readonly startedAt = new Date();
  readonly processId = randomBytes(12);
  #closing = false;

  private constructor(environment: Environment) {
    this.environment = environment;
    this.catalog = new Catalog(environment);
    this.documents = new DocumentWriter(environment, this.catalog);
  }

  /** @throws Error when the directory cannot be opened or is held by another process. */
  static open(dataDir: string): Store {
    return new Store(openEnvironment(dataDir));
  }

  /**
   * Runs `work` in a write transaction and answers once its commit is on disk. Works waiting at the same time share one
   * transaction, hence one flush; they run one after the other, each seeing what the former wrote.
   *
   * `work` must check before it writes: what it throws is given to its caller alone, and undoes nothing.
   */
  async write<T>(work: () => T): Promise<T> {
    return await this.#commit(() => this.environment.root.transaction(() => capture(work)));
  }

  /** The same for long works that may fail half-way: what `work` has written is undone when it throws. */
  async writeOrUndo<T>(work: () => T): Promise<T> {
    return await this.#commit(async () => {
      let failed: { error: unknown } | undefined;
      const undoOnError = () => {
        try {
          return work();
        } catch (error) {
          failed = { error };
          throw error;
        }
      };
      try {
        return { value: await this.environment.root.childTransaction(undoOnError) };
      } catch (error) {
        if (failed) return failed;
        throw error;
      }
    });
  }

  async #commit<T>(run: () => Promise<Outcome<T>>): Promise<T> {
    if (this.#closing) throw new MongoError(91, 'the server is shutting down');
    let outcome: Outcome<T>;
    try {
      outcome = await run();
    } catch (error) {
      // The commit itself failed: nothing of it is on disk, and memory must not remember it either.
      this.catalog.load();
      throw toMongoError(await causeOf(error));
    }
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  }

  /** Where the keys of an index are, with the writes that a reader has to notice. */
  scanSource(index: IndexState): ScanSource {
    const map = index.primary ? this.environment.documents : this.environment.entries;
    return { map, epoch: () => this.documents.epoch };
  }

  /** To be called by a reader that goes on after it has let others run: keys it still holds may be of the past. */
  resumed(): void {
    this.documents.epoch++;
  }

  async close(): Promise<void> {
    this.#closing = true;
    await closeEnvironment(this.environment);
  }
}

type Outcome<T> = { value: T } | { error: unknown };

function capture<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

/** LMDB tells why a commit failed in a promise of its own, which nobody else would look at. */
async function causeOf(error: unknown): Promise<unknown> {
  const { commitError } = error as { commitError?: Promise<never> };
  return commitError !== undefined ? await commitError.catch((cause: unknown) => cause) : error;
}
