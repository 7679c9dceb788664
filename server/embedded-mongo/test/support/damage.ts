import { encode } from '../../src/bson-codec.ts';
import { Catalog } from '../../src/storage/catalog.ts';
import type { CollectionState } from '../../src/storage/collection-state.ts';
import { documentKey, entryKey, storageKey } from '../../src/storage/document-key.ts';
import { closeEnvironment, type Environment, openEnvironment } from '../../src/storage/environment.ts';
import type { IndexState } from '../../src/storage/index-state.ts';

/** What a test can break behind the server's back. */
export class Damage {
  readonly #environment: Environment;
  readonly #catalog: Catalog;
  readonly collection: CollectionState;

  constructor(environment: Environment, name: string) {
    this.#environment = environment;
    this.#catalog = new Catalog(environment);
    this.collection = this.#catalog.find('test', name) as CollectionState;
  }

  #index(name: string): IndexState {
    return this.collection.indexes.find((index) => index.name === name) as IndexState;
  }

  #entries(name: string, document: Record<string, unknown>): Buffer[] {
    const index = this.#index(name);
    return index.keysOf(document).keys.map((fields) => entryKey(index.id, fields, documentKey(document._id)));
  }

  forgetEntries(index: string, document: Record<string, unknown>): void {
    for (const entry of this.#entries(index, document)) this.#environment.entries.removeSync(entry);
  }

  addEntries(index: string, document: Record<string, unknown>): void {
    for (const entry of this.#entries(index, document)) this.#environment.entries.putSync(entry, Buffer.alloc(0));
  }

  /** Puts a document, or bytes that are none, past every index and count. */
  putDocument(id: unknown, content: Record<string, unknown> | Buffer): void {
    const bytes = Buffer.isBuffer(content) ? content : encode(content);
    this.#environment.documents.putSync(storageKey(this.collection.id, documentKey(id)), bytes);
  }

  removeDocument(id: unknown): void {
    this.#environment.documents.removeSync(storageKey(this.collection.id, documentKey(id)));
  }

  forgetArrays(index: string): void {
    const damaged = this.#index(index);
    damaged.multikey = damaged.multikey.map(() => false);
    this.#catalog.save(this.collection);
  }

  /** Leaves a document and an entry under numbers nobody bears. */
  addRemains(): void {
    this.#environment.documents.putSync(storageKey(70_000, documentKey(1)), encode({ _id: 1 }));
    this.#environment.entries.putSync(entryKey(70_001, Buffer.from('x'), documentKey(1)), Buffer.alloc(0));
  }
}

/** Breaks the data of a collection of the database `test` while no server has it open. */
export async function damage(dataDir: string, name: string, breakIt: (damage: Damage) => void): Promise<void> {
  const environment = openEnvironment(dataDir);
  environment.root.transactionSync(() => breakIt(new Damage(environment, name)));
  await closeEnvironment(environment);
}
