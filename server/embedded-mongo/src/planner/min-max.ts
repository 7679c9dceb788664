import type { Document } from 'bson';
import { fieldNames } from '../bson/field-order.ts';
import { MongoError } from '../mongo-error.ts';
import { successor } from '../order/byte-range.ts';
import { fieldsKey } from '../storage/document-key.ts';
import type { IndexState } from '../storage/index-state.ts';
import type { IndexRanges } from './index-ranges.ts';

/** Ends of an index named by the values of all its fields: the first is included, the second is not. */
export interface KeyBounds {
  min?: Document | undefined;
  max?: Document | undefined;
}

/**
 * The part of an index between two keys.
 *
 * @throws MongoError 51174 to 51176 for bounds that are not of this index, or the wrong way round
 */
export function rangesBetween(index: IndexState, { min, max }: KeyBounds): IndexRanges {
  if (min && max && fieldNames(min).join() !== fieldNames(max).join())
    throw new MongoError(51176, 'min and max must have the same field names');
  for (const bound of [min, max]) {
    if (bound && fieldNames(bound).join() !== index.fields.join())
      throw new MongoError(51174, 'The index chosen is not compatible with min/max');
  }
  const id = Buffer.allocUnsafe(4);
  id.writeUInt32BE(index.id, 0);
  const start = min ? keyOf(index, id, min) : id;
  const end = max ? keyOf(index, id, max) : successor(id);
  if (min && max && Buffer.compare(start, end) >= 0) throw new MongoError(51175, 'min must be less than max');
  return { index, ranges: [{ start, end, tail: 4 }], points: 0, severalPoints: [], ranged: true, proven: new Set(), intersected: [] };
}

function keyOf(index: IndexState, id: Buffer, bound: Document): Buffer {
  const values = index.fields.map((field) => bound[field]);
  return Buffer.concat([id, fieldsKey(values, index.directions)]);
}
