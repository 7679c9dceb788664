import { MongoError } from '../mongo-error.ts';
import { type ByteRange, prefixRange } from '../order/byte-range.ts';
import type { CollectionState } from './collection-state.ts';
import { storageKey } from './document-key.ts';
import type { Environment } from './environment.ts';

/** The key of a document in a collection that keeps them in the order they came in. */
export function arrivalKey(number: number): Buffer {
  const key = Buffer.allocUnsafe(8);
  key.writeBigUInt64BE(BigInt(number));
  return key;
}

/** Where the documents of a collection are. */
export function documentRange({ id }: CollectionState): ByteRange {
  return prefixRange(storageKey(id, Buffer.alloc(0)));
}

/** The number of the last document of a collection in the order of arrival, 0 when it is empty. */
export function lastArrival({ documents }: Environment, collection: CollectionState): number {
  const { start, end } = documentRange(collection);
  const [last] = documents.getKeys({ start: end, exclusiveStart: true, end: start, inclusiveEnd: true, reverse: true, limit: 1 });
  return last ? Number(last.readBigUInt64BE(4)) : 0;
}

/**
 * A capped collection makes room for a document by forgetting its oldest ones, but not for one larger than itself.
 *
 * @throws MongoError 2
 */
export function checkRoom({ options }: CollectionState, document: Uint8Array): void {
  if (options.capped === true && document.length > options.size) throw new MongoError(2, 'object to insert exceeds cappedMaxSize');
}

/** True when a capped collection has to forget its oldest document. */
export function isOverfull({ options, count, size }: CollectionState): boolean {
  return options.capped === true && (size > options.size || (options.max !== undefined && count > options.max));
}
