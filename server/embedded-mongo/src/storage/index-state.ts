import type { Document } from 'bson';
import { parseCollation } from '../collation/collation.ts';
import { compileFilter, type Predicate } from '../query/filter.ts';
import { splitPath } from '../query/path-values.ts';
import { CollatedClaims } from './collated-claims.ts';
import { fieldsKey } from './document-key.ts';
import { indexedValues } from './index-values.ts';

/** What a document has in an index. */
export interface IndexedKeys {
  /** The fields of its entries. */
  keys: Buffer[];
  /** The names of its values, where these are unique by a collation. */
  claims: string[];
  /** Which fields met an array. */
  multikey: boolean[];
}

/** An index as the writers maintain it and the planner reads it. */
export class IndexState {
  readonly id: number;
  /** The definition as `listIndexes` answers it. */
  readonly spec: Document;
  readonly name: string;
  readonly fields: readonly string[];
  readonly paths: readonly (readonly string[])[];
  readonly directions: readonly (1 | -1)[];
  readonly unique: boolean;
  /** Who has what, where equal strings need not have equal bytes. */
  readonly claims: CollatedClaims | undefined;
  readonly sparse: boolean;
  readonly partialFilter: Document | undefined;
  /** Per field: some document has an array there. Once true it stays, which is safe and needs no counting. */
  multikey: boolean[];
  /** Writers maintain an index from its creation; readers use it once its entries are committed. */
  ready = false;
  /** The documents that were there before the index are still being entered. */
  building = false;
  /** Why an index under construction cannot be: what it would have refused to a write if it had been ready. */
  refusal: unknown;
  /** The index of `_id` is the map of documents itself. */
  readonly primary: boolean;
  readonly #covers: Predicate | undefined;

  constructor(id: number, spec: Document, multikey?: boolean[], primary = false) {
    this.id = id;
    this.spec = spec;
    this.name = spec.name;
    this.fields = Object.keys(spec.key);
    this.paths = this.fields.map(splitPath);
    this.directions = Object.values(spec.key).map((direction) => (Number(direction) < 0 ? -1 : 1));
    this.unique = spec.unique === true || spec.prepareUnique === true || primary || spec.name === '_id_';
    const collation = this.unique ? parseCollation(spec.collation) : undefined;
    this.claims = collation && new CollatedClaims(collation);
    this.sparse = spec.sparse === true;
    this.partialFilter = spec.partialFilterExpression;
    this.multikey = multikey ?? this.fields.map(() => false);
    this.primary = primary;
    this.#covers = this.partialFilter ? compileFilter(this.partialFilter) : undefined;
  }

  /** What a document has in the index, nothing when the index leaves it out. */
  keysOf(document: Document): IndexedKeys {
    if (this.#covers && !this.#covers(document)) return { keys: [], claims: [], multikey: [] };
    const { tuples, multikey } = indexedValues(document, this.paths);
    const kept = this.sparse ? tuples.filter((tuple) => tuple.some((value) => value !== undefined)) : tuples;
    const keys = kept.map((tuple) => fieldsKey(tuple, this.directions));
    const claims = this.claims ? kept.map((tuple) => (this.claims as CollatedClaims).nameOf(tuple)) : [];
    return { keys: keys.length > 1 ? distinct(keys) : keys, claims, multikey };
  }

  /** Remembers arrays; true when something was learned that has to be stored. */
  learnMultikey(multikey: readonly boolean[]): boolean {
    let learned = false;
    for (const [field, isMultikey] of multikey.entries()) {
      if (!isMultikey || this.multikey[field]) continue;
      this.multikey[field] = true;
      learned = true;
    }
    return learned;
  }

  /** True when a change of these top-level fields can change the entries of a document. */
  concerns(changedFields: ReadonlySet<string>): boolean {
    if (this.partialFilter) return true;
    return this.paths.some((path) => changedFields.has(path[0] as string));
  }
}

function distinct(keys: Buffer[]): Buffer[] {
  const seen = new Map<string, Buffer>();
  for (const key of keys) seen.set(key.toString('latin1'), key);
  return [...seen.values()];
}
