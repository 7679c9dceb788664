import type { Document } from 'bson';
import { toNumber } from '../bson-codec.ts';
import type { Collation } from '../collation/collation.ts';
import { compareCollated } from '../collation/compare-collated.ts';
import { MongoError } from '../mongo-error.ts';
import { KeyWriter } from '../order/key-writer.ts';
import { writeValue } from '../order/order-key.ts';
import { indexedValues } from '../storage/index-values.ts';
import { splitPath } from './path-values.ts';
import type { SortSpec } from './sort-spec.ts';

/** What a sort that no index supplies may hold, as MongoDB's own limit. */
const MEMORY_LIMIT = 100 * 1024 * 1024;

/** @throws MongoError for a direction that is neither 1 nor -1. */
export function parseSort(sort: unknown): SortSpec {
  if (sort === undefined || sort === null) return [];
  return Object.entries(sort as Document).map(([path, direction]) => {
    const number = toNumber(direction);
    if (typeof direction === 'object' && direction !== null && '$meta' in direction)
      throw new MongoError(238, '$meta sorts need a text index, which the embedded store does not have');
    if (number !== 1 && number !== -1) throw new MongoError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return { path, direction: number };
  });
}

/** Gives each document the bytes it sorts by: those an index on the same fields would hold first. */
export function sortKeyOf(sort: SortSpec): (document: Document) => Buffer {
  const paths = sort.map(({ path }) => splitPath(path));
  const writer = new KeyWriter();
  return (document) => {
    const { tuples } = indexedValues(document, paths);
    let first: Buffer | undefined;
    for (const tuple of tuples) {
      writer.reset();
      for (const [field, value] of tuple.entries()) {
        const start = writer.length;
        writeValue(writer, value);
        if (sort[field]?.direction === -1) writer.invertFrom(start);
      }
      const bytes = writer.bytes.subarray(0, writer.length);
      if (!first || Buffer.compare(bytes, first) < 0) first = Buffer.from(bytes);
    }
    return first as Buffer;
  };
}

/** What a document sorts by: bytes, or with a collation the values of the fields. */
export type SortKey = Buffer | unknown[];

/** What documents sort by, and how it compares. */
export interface SortOrder {
  keyOf(document: Document): SortKey;
  compare(a: SortKey, b: SortKey): number;
}

/** The order of a sort: by bytes, or with a collation by values one after the other. */
export function sortOrder(sort: SortSpec, collation: Collation | undefined): SortOrder {
  if (!collation) return { keyOf: sortKeyOf(sort), compare: Buffer.compare as SortOrder['compare'] };
  const paths = sort.map(({ path }) => splitPath(path));
  const compare = (a: SortKey, b: SortKey) => {
    for (const [field, { direction }] of sort.entries()) {
      const order = compareCollated(a[field], b[field], collation);
      if (order !== 0) return order * direction;
    }
    return 0;
  };
  const first = (tuples: unknown[][]) => tuples.reduce((least, tuple) => (compare(tuple, least) < 0 ? tuple : least));
  return { compare, keyOf: (document) => first(indexedValues(document, paths).tuples) };
}

/** Gathers what is to be sorted; keeps no more than `limit` items, however many are added. */
export class Sorter<T> {
  #items: { key: SortKey; order: number; item: T }[] = [];
  #added = 0;
  #bytes = 0;
  readonly #limit: number;
  readonly #compare: SortOrder['compare'];

  constructor(limit: number, compare: SortOrder['compare']) {
    this.#limit = limit;
    this.#compare = compare;
  }

  /** @throws MongoError 292 when more would be held than MongoDB allows. */
  add(key: SortKey, item: T, size: number): void {
    this.#items.push({ key, order: this.#added++, item });
    this.#bytes += size + key.length;
    if (this.#items.length > this.#limit * 2 + 1000) this.#cut();
    if (this.#bytes > MEMORY_LIMIT)
      throw new MongoError(292, `Sort exceeded memory limit of ${MEMORY_LIMIT} bytes. Add an index that supplies the order.`);
  }

  #cut(): void {
    const before = this.#items.length;
    this.#sort();
    this.#items.length = this.#limit;
    this.#bytes = Math.ceil((this.#bytes * this.#limit) / before);
  }

  #sort(): void {
    this.#items.sort((a, b) => this.#compare(a.key, b.key) || a.order - b.order);
  }

  sorted(): T[] {
    this.#sort();
    return this.#items.slice(0, this.#limit).map(({ item }) => item);
  }
}
