import { Binary } from 'bson';
import type { Found } from '../planner/execute-plan.ts';
import type { Projection } from '../query/projection.ts';
import { documentOf, encodedElement, rawElements } from '../raw-document.ts';
import type { CollectionState } from '../storage/collection-state.ts';

/**
 * Adds to each document where it is kept: its number in a collection in the order of arrival, else the bytes of its key,
 * as MongoDB does for clustered collections.
 */
export function* withRecordId(
  found: Iterable<Found | undefined>,
  collection: CollectionState,
  projection: Projection | undefined,
): Generator<Uint8Array | undefined, void, void> {
  for (const item of found) {
    if (!item) {
      yield undefined;
      continue;
    }
    const bytes = projection ? projection(item.bytes) : item.bytes;
    const id = collection.inArrivalOrder ? item.key.readBigUInt64BE(0) : new Binary(item.key);
    const fields = rawElements(bytes).map(({ from, to }) => bytes.subarray(from, to));
    yield documentOf([...fields, encodedElement('$recordId', id) as Buffer]);
  }
}
