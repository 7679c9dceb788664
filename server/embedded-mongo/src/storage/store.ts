import { randomBytes } from 'node:crypto';
import { MongoError } from '../mongo-error.ts';
import { Catalog } from './catalog.ts';
import type { CollectionState } from './collection-state.ts';
import { CommitQueue } from './commit-queue.ts';
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
  /** The collections to which indexes are being added; the promises resolve when they are there, or failed. */
  readonly builds = new Map<CollectionState, Promise<void>>();
  /** How long one portion of a long work may keep the other commands waiting, in milliseconds. */
  readonly turn: number;
  readonly #commits: CommitQueue;
  #closing = false;

  private constructor(environment: Environment, turn: number) {
    this.turn = turn;
    this.environment = environment;
    this.catalog = new Catalog(environment);
    this.documents = new DocumentWriter(environment, this.catalog);
    this.#commits = new CommitQueue(environment.root, () => this.catalog.load());
  }

  /** @throws Error when the directory cannot be opened or is held by another process. */
  static open(dataDir: string, turn = 15): Store {
    const environment = openEnvironment(dataDir);
    try {
      const store = new Store(environment, turn);
      environment.root.transactionSync(() => store.dropUnfinished());
      return store;
    } catch (error) {
      environment.lock.release();
      throw error;
    }
  }

  /** Drops, inside a write transaction, the indexes that nobody builds any more: a crash or a failed commit ended their building. */
  dropUnfinished(): void {
    for (const collection of this.catalog.list()) {
      if (this.builds.has(collection)) continue;
      for (const index of collection.indexes) if (index.building) this.catalog.dropIndex(collection, index);
    }
  }

  endBuild(running: Promise<void>): void {
    for (const [collection, build] of this.builds) if (build === running) this.builds.delete(collection);
  }

  /**
   * Runs `work` in a write transaction and answers once its commit is on disk. Works waiting at the same time share one
   * transaction, hence one flush; they run one after the other, each seeing what the former wrote.
   *
   * `work` must check before it writes: what it throws is given to its caller alone, and undoes nothing.
   *
   * @throws MongoError 14031 when the disk does not take the write, of which nothing is left then
   */
  async write<T>(work: () => T): Promise<T> {
    if (this.#closing) throw new MongoError(91, 'the server is shutting down');
    return await this.#commits.run(work);
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
    await this.#commits.flush();
    await closeEnvironment(this.environment);
  }
}
