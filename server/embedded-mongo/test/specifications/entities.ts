import { type ClientSession, type Collection, type Db, type Document, GridFSBucket, type MongoClient } from 'mongodb';
import type { MatchContext } from './match.ts';
import { ObservedClient } from './observed-client.ts';
import { NotApplicable } from './test-format.ts';

/** What the operations of a case work on, by the names it gives them. */
export class Entities implements MatchContext {
  readonly #all = new Map<string, unknown>();
  readonly #sessionIds = new Map<string, unknown>();
  readonly #failPoints = new Set<string>();
  readonly #url: string;
  /** A client that no case observes. */
  readonly internal: MongoClient;

  constructor({ url, internal }: { url: string; internal: MongoClient }) {
    this.#url = url;
    this.internal = internal;
  }

  async create(specs: readonly Document[]): Promise<void> {
    for (const spec of specs) {
      const [kind, options] = Object.entries(spec)[0] as [string, Document];
      this.save(options.id, await this.#make(kind, options));
    }
  }

  async #make(kind: string, options: Document): Promise<unknown> {
    switch (kind) {
      case 'client':
        if (options.observeLogMessages) throw new NotApplicable('client-side only: log messages');
        return await ObservedClient.connect(this.#url, options);
      case 'database':
        return this.client(options.client).client.db(options.databaseName, options.databaseOptions);
      case 'collection':
        return this.get<Db>(options.database).collection(options.collectionName, options.collectionOptions);
      case 'bucket':
        return new GridFSBucket(this.get<Db>(options.database), options.bucketOptions);
      case 'session': {
        const session = this.client(options.client).client.startSession(options.sessionOptions);
        this.#sessionIds.set(options.id, session.id);
        return session;
      }
      case 'clientEncryption':
        throw new NotApplicable('client-side encryption');
    }
    throw new Error(`unknown entity ${kind}`);
  }

  save(id: string, entity: unknown): void {
    this.#all.set(id, entity);
  }

  /** @throws Error for a name that is not there: the case itself is wrong */
  get<T>(id: string): T {
    if (!this.#all.has(id)) throw new Error(`no entity ${id}`);
    return this.#all.get(id) as T;
  }

  entity(id: string): unknown {
    return this.get(id);
  }

  client(id: string): ObservedClient {
    return this.get<ObservedClient>(id);
  }

  collection(id: string): Collection {
    return this.get<Collection>(id);
  }

  sessionId(id: string): unknown {
    return this.#sessionIds.get(id);
  }

  /** Makes the server fail on purpose until the case ends. */
  async setFailPoint(failPoint: Document): Promise<void> {
    this.#failPoints.add(failPoint.configureFailPoint);
    await this.internal.db('admin').command(failPoint);
  }

  async close(): Promise<void> {
    for (const configureFailPoint of this.#failPoints) await this.internal.db('admin').command({ configureFailPoint, mode: 'off' });
    for (const entity of this.#all.values()) {
      if (isSession(entity)) await entity.endSession();
    }
    for (const entity of this.#all.values()) {
      if (entity instanceof ObservedClient) await entity.client.close();
    }
  }
}

function isSession(entity: unknown): entity is ClientSession {
  return typeof (entity as ClientSession | undefined)?.endSession === 'function';
}
