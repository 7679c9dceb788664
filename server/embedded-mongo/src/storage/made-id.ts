import { ObjectId } from 'bson';

/**
 * An `_id` for a document that has none. It comes after all those that clients make in the same second: read in the
 * order of `_id`, what an upsert makes stands behind what was there before, as in the order of insertion.
 */
export function madeId(): ObjectId {
  const id = new ObjectId().toHexString();
  return ObjectId.createFromHexString(`${id.slice(0, 8)}ff${id.slice(10)}`);
}
