import type { Document } from 'bson';
import { DocumentValidator } from './document-validator.ts';
import { IndexState } from './index-state.ts';

/** A collection in memory: what its catalog record says, and how many documents it holds. */
export class CollectionState {
  readonly database: string;
  readonly name: string;
  readonly id: number;
  readonly uuid: Uint8Array;
  readonly primary: IndexState;
  /** Every index but that of `_id`, which is the map of documents itself. */
  indexes: IndexState[];
  count = 0;
  /** Sum of the sizes of the documents, in bytes. */
  size = 0;
  #options: Document = {};
  #validator: DocumentValidator | undefined;

  constructor(database: string, name: string, record: CollectionRecord) {
    this.database = database;
    this.name = name;
    this.id = record.id;
    this.uuid = record.uuid;
    this.options = record.options;
    this.primary = new IndexState(record.id, { v: 2, key: { _id: 1 }, name: '_id_' }, undefined, true);
    this.primary.ready = true;
    this.indexes = record.indexes.map(({ id, spec, multikey }) => new IndexState(id, spec, multikey));
  }

  /** The options as they are listed. */
  get options(): Document {
    return this.#options;
  }

  set options(options: Document) {
    const { validator, validationLevel, validationAction } = options;
    const enforced = validator && Object.keys(validator).length > 0 && validationLevel !== 'off' && validationAction !== 'warn';
    this.#options = options;
    this.#validator = enforced ? new DocumentValidator(validator, validationLevel) : undefined;
  }

  /** What documents must satisfy to be written, if anything. */
  get validator(): DocumentValidator | undefined {
    return this.#validator;
  }

  get namespace(): string {
    return `${this.database}.${this.name}`;
  }

  /** The indexes a query may use. */
  get readyIndexes(): IndexState[] {
    return this.indexes.filter((index) => index.ready && index.spec.hidden !== true);
  }

  toRecord(): CollectionRecord {
    const indexes = this.indexes.map(({ id, spec, multikey }) => ({ id, spec, multikey }));
    return { id: this.id, uuid: this.uuid, options: this.options, indexes };
  }
}

/** What the catalog stores of a collection. */
export interface CollectionRecord {
  id: number;
  uuid: Uint8Array;
  options: Document;
  indexes: { id: number; spec: Document; multikey: boolean[] }[];
}
