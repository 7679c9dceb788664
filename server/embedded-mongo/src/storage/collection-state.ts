import type { Document } from 'bson';
import { type Collation, parseCollation } from '../collation/collation.ts';
import { DocumentValidator } from './document-validator.ts';
import { IndexState } from './index-state.ts';

const ID_INDEX = { v: 2, key: { _id: 1 }, name: '_id_' };
/** Finds what is to expire where the collection itself says so, and no client asked for an index. */
const EXPIRY_INDEX = '$expiry';

/**
 * A collection in memory: what its catalog record says, and how many documents it holds.
 *
 * Documents are kept in the order of their `_id`, which finds them; those of a capped collection or a time series in the
 * order they came in: an index finds the former by `_id`, the latter may share one.
 */
export class CollectionState {
  database: string;
  name: string;
  readonly id: number;
  readonly uuid: Uint8Array;
  readonly primary: IndexState;
  /** Documents are kept in the order they came in. */
  readonly inArrivalOrder: boolean;
  /** The indexes beside the map of documents itself. */
  indexes: IndexState[];
  count = 0;
  /** Number of the last document that came in, once it is known. */
  lastArrival: number | undefined;
  /** Sum of the sizes of the documents, in bytes. */
  size = 0;
  #options: Document = {};
  #validator: DocumentValidator | undefined;
  #collation: Collation | undefined;

  constructor(database: string, name: string, record: CollectionRecord) {
    this.database = database;
    this.name = name;
    this.id = record.id;
    this.uuid = record.uuid;
    this.options = record.options;
    const { capped, timeseries, clusteredIndex } = record.options;
    this.inArrivalOrder = capped === true || timeseries !== undefined;
    const natural = { v: 2, key: { $natural: 1 }, name: '$natural' };
    const byId = clusteredIndex ? { ...clusteredIndex, clustered: true } : ID_INDEX;
    this.primary = new IndexState(record.id, this.inArrivalOrder ? natural : byId, undefined, true);
    this.primary.ready = true;
    this.indexes = record.indexes.map(({ id, spec, multikey, building = false }) => {
      const index = new IndexState(id, spec, multikey);
      index.building = building;
      index.ready = !building;
      return index;
    });
  }

  /** The options as they are listed. */
  get options(): Document {
    return this.#options;
  }

  set options(options: Document) {
    const { validator, validationLevel, validationAction } = options;
    const enforced = validator && Object.keys(validator).length > 0 && validationLevel !== 'off' && validationAction !== 'warn';
    this.#options = options;
    this.#collation = parseCollation(options.collation);
    this.#validator = enforced ? new DocumentValidator(validator, validationLevel) : undefined;
  }

  /** What documents must satisfy to be written, if anything. */
  get validator(): DocumentValidator | undefined {
    return this.#validator;
  }

  /** How strings compare where a command does not say it. */
  get collation(): Collation | undefined {
    return this.#collation;
  }

  /** The indexes as they are listed. */
  get allIndexes(): IndexState[] {
    const listed = this.indexes.filter(({ name }) => name !== EXPIRY_INDEX);
    return this.inArrivalOrder ? listed : [this.primary, ...listed];
  }

  get idIndex(): IndexState | undefined {
    return this.inArrivalOrder ? this.indexes.find(({ name }) => name === ID_INDEX.name) : this.primary;
  }

  get namespace(): string {
    return `${this.database}.${this.name}`;
  }

  /** The indexes a query may use. */
  get readyIndexes(): IndexState[] {
    return this.indexes.filter((index) => index.ready && index.spec.hidden !== true);
  }

  toRecord(): CollectionRecord {
    const indexes = this.indexes.map(({ id, spec, multikey, building }) => ({ id, spec, multikey, ...(building ? { building } : {}) }));
    return { id: this.id, uuid: this.uuid, options: this.options, indexes };
  }
}

/** The indexes a collection with these options is made with, beside the map of documents. */
export function builtInIndexes({ capped, timeseries, expireAfterSeconds }: Document): Document[] {
  if (capped === true) return [ID_INDEX];
  if (expireAfterSeconds === undefined) return [];
  return [{ v: 2, key: { [timeseries?.timeField ?? '_id']: 1 }, name: EXPIRY_INDEX, expireAfterSeconds }];
}

/** What the catalog stores of a collection. */
export interface CollectionRecord {
  id: number;
  uuid: Uint8Array;
  options: Document;
  indexes: { id: number; spec: Document; multikey: boolean[]; building?: boolean }[];
}
