import { type Binary, type Document, UUID } from 'bson';
import { decode, encode } from '../bson-codec.ts';
import { builtInIndexes, CollectionState } from './collection-state.ts';
import type { Maps } from './environment.ts';
import { IndexState } from './index-state.ts';
import { ViewCatalog } from './view-catalog.ts';

const NAMESPACE = 'n';
const COUNT = 'c';
const RETIRED = 'r';
const NEXT_ID = Buffer.from('i');

/** What is left to delete of a dropped collection or index. */
export interface Retired {
  id: number;
  map: 'documents' | 'entries';
}

/**
 * The collections and indexes of the environment. Every method that changes something must run inside a write
 * transaction: memory and the catalog map then move together, in the order of the writes.
 */
export class Catalog {
  readonly #environment: Maps;
  readonly views: ViewCatalog;
  #collections = new Map<string, CollectionState>();
  #nextId = 1;

  constructor(environment: Maps) {
    this.#environment = environment;
    this.views = new ViewCatalog(environment);
    this.load();
  }

  /** Reads everything again, after a failed commit has left memory ahead of the disk. */
  load(): void {
    this.#collections = new Map();
    for (const { key, value } of this.#environment.catalog.getRange({})) {
      const name = key.subarray(1);
      if (key.equals(NEXT_ID)) this.#nextId = value.readUInt32BE(0);
      else if (key[0] === NAMESPACE.charCodeAt(0)) this.#add(name.toString('utf8'), decode(value));
    }
    for (const collection of this.#collections.values()) this.#loadCount(collection);
    this.views.load();
  }

  #add(namespace: string, record: Document): void {
    const dot = namespace.indexOf('.');
    const { id, uuid, options, indexes } = record as ReturnType<CollectionState['toRecord']>;
    const bytes = (uuid as unknown as Binary).buffer;
    const collection = new CollectionState(namespace.slice(0, dot), namespace.slice(dot + 1), { id, uuid: bytes, options, indexes });
    this.#collections.set(namespace, collection);
  }

  #loadCount(collection: CollectionState): void {
    const stored = this.#environment.catalog.get(countKey(collection.id));
    if (!stored) return;
    collection.count = stored.readDoubleBE(0);
    collection.size = stored.readDoubleBE(8);
  }

  find(database: string, name: string): CollectionState | undefined {
    return this.#collections.get(`${database}.${name}`);
  }

  /** The collections of one database, or of all. */
  list(database?: string): CollectionState[] {
    const all = [...this.#collections.values()];
    return database === undefined ? all : all.filter((collection) => collection.database === database);
  }

  create(database: string, name: string, options: Document = {}): CollectionState {
    const record = { id: this.allocateId(), uuid: UUID.generate(), options, indexes: [] };
    const collection = new CollectionState(database, name, record);
    collection.indexes = builtInIndexes(options).map((spec) => new IndexState(this.allocateId(), spec));
    for (const index of collection.indexes) index.ready = true;
    this.#collections.set(collection.namespace, collection);
    this.save(collection);
    this.saveCount(collection);
    return collection;
  }

  /** Gives a collection another name, in any database. */
  rename(collection: CollectionState, database: string, name: string): void {
    this.#collections.delete(collection.namespace);
    this.#environment.catalog.removeSync(namespaceKey(collection.namespace));
    collection.database = database;
    collection.name = name;
    this.#collections.set(collection.namespace, collection);
    this.save(collection);
  }

  /** Forgets a collection at once; its documents and entries are deleted little by little afterwards. */
  drop(collection: CollectionState): void {
    this.#collections.delete(collection.namespace);
    this.#environment.catalog.removeSync(namespaceKey(collection.namespace));
    this.#environment.catalog.removeSync(countKey(collection.id));
    this.retire({ id: collection.id, map: 'documents' });
    for (const index of collection.indexes) this.retire({ id: index.id, map: 'entries' });
    collection.indexes = [];
  }

  /** Begins an index; to be made ready by its builder. */
  addIndex(collection: CollectionState, spec: Document): IndexState {
    const index = new IndexState(this.allocateId(), spec);
    index.building = true;
    collection.indexes = [...collection.indexes, index];
    this.save(collection);
    return index;
  }

  /** Gives an index another definition of the same entries. */
  changeIndex(collection: CollectionState, index: IndexState, spec: Document): void {
    const changed = new IndexState(index.id, spec, index.multikey);
    changed.ready = index.ready;
    changed.building = index.building;
    collection.indexes = collection.indexes.map((other) => (other === index ? changed : other));
    this.save(collection);
  }

  dropIndex(collection: CollectionState, index: IndexState): void {
    collection.indexes = collection.indexes.filter((other) => other !== index);
    index.ready = false;
    this.retire({ id: index.id, map: 'entries' });
    this.save(collection);
  }

  save(collection: CollectionState): void {
    this.#environment.catalog.putSync(namespaceKey(collection.namespace), encode(collection.toRecord()));
  }

  saveCount(collection: CollectionState): void {
    const value = Buffer.allocUnsafe(16);
    value.writeDoubleBE(collection.count, 0);
    value.writeDoubleBE(collection.size, 8);
    this.#environment.catalog.putSync(countKey(collection.id), value);
  }

  /** Numbers are never given twice, so what a dropped collection leaves behind can never be read as another's. */
  allocateId(): number {
    const id = this.#nextId++;
    const value = Buffer.allocUnsafe(4);
    value.writeUInt32BE(this.#nextId, 0);
    this.#environment.catalog.putSync(NEXT_ID, value);
    return id;
  }

  /** Leaves what is numbered so to be deleted little by little. */
  retire(retired: Retired): void {
    this.#environment.catalog.putSync(retiredKey(retired), Buffer.from([1]));
  }

  retired(): Retired[] {
    const range = { start: Buffer.from(RETIRED), end: Buffer.from([RETIRED.charCodeAt(0) + 1]) };
    return [...this.#environment.catalog.getKeys(range)].map((key) => ({
      map: key[1] === 'd'.charCodeAt(0) ? 'documents' : 'entries',
      id: key.readUInt32BE(2),
    }));
  }

  forgetRetired(retired: Retired): void {
    this.#environment.catalog.removeSync(retiredKey(retired));
  }
}

function namespaceKey(namespace: string): Buffer {
  return Buffer.from(`${NAMESPACE}${namespace}`);
}

function countKey(id: number): Buffer {
  return numbered(COUNT, id);
}

function retiredKey({ id, map }: Retired): Buffer {
  return numbered(`${RETIRED}${map[0]}`, id);
}

function numbered(prefix: string, id: number): Buffer {
  const number = Buffer.allocUnsafe(4);
  number.writeUInt32BE(id, 0);
  return Buffer.concat([Buffer.from(prefix), number]);
}
