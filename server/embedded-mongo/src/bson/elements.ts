import { MongoError } from '../mongo-error.ts';
import { BSON } from './element-types.ts';

/** @throws MongoError 22, always */
export function malformed(why: string): never {
  throw new MongoError(22, `Malformed BSON: ${why}`);
}

/** A view of bytes with the methods of a `Buffer`. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Where the document beginning at `at` ends.
 *
 * @throws MongoError 22 when its length cannot be
 */
export function documentEnd(buffer: Buffer, at: number, limit: number): number {
  if (at + 5 > limit) malformed('a document is cut short');
  const size = buffer.readInt32LE(at);
  if (size < 5 || at + size > limit) malformed('the length of a document cannot be');
  if (buffer[at + size - 1] !== 0) malformed('a document is not ended');
  return at + size;
}

/** Where the zero-ended string beginning at `at` has its zero. */
export function nameEnd(buffer: Buffer, at: number, limit: number): number {
  const end = buffer.indexOf(0, at);
  if (end < 0 || end >= limit) malformed('a name is not ended');
  return end;
}

/** Bytes of the values whose length their type tells; -1 for the others. */
const FIXED = table({
  [BSON.double]: 8,
  [BSON.undefined]: 0,
  [BSON.objectId]: 12,
  [BSON.boolean]: 1,
  [BSON.date]: 8,
  [BSON.null]: 0,
  [BSON.int32]: 4,
  [BSON.timestamp]: 8,
  [BSON.int64]: 8,
  [BSON.decimal]: 16,
  [BSON.maxKey]: 0,
  [BSON.minKey]: 0,
});

/** For the values whose first four bytes are a length: how many bytes come besides those it counts. */
const COUNTED = table({
  [BSON.string]: 4,
  [BSON.code]: 4,
  [BSON.symbol]: 4,
  [BSON.binary]: 5,
  [BSON.dbPointer]: 16,
  [BSON.object]: 0,
  [BSON.array]: 0,
  [BSON.codeWithScope]: 0,
});

function table(lengths: Record<number, number>): Int8Array {
  return Int8Array.from({ length: 256 }, (_, type) => lengths[type] ?? -1);
}

/**
 * Where the value of type `type` beginning at `at` ends, found without reading it.
 *
 * @throws MongoError 22 when it reaches beyond `limit` or its type is unknown
 */
export function valueEnd(buffer: Buffer, type: number, at: number, limit: number): number {
  const fixed = FIXED[type] as number;
  const end = fixed >= 0 ? at + fixed : countedEnd(buffer, type, at, limit);
  if (end > limit) malformed('a value is cut short');
  return end;
}

function countedEnd(buffer: Buffer, type: number, at: number, limit: number): number {
  if (type === BSON.regex) return nameEnd(buffer, nameEnd(buffer, at, limit) + 1, limit) + 1;
  const more = COUNTED[type] as number;
  if (more < 0) malformed(`unknown type ${type}`);
  if (at + 4 > limit) malformed('a value is cut short');
  const length = buffer.readInt32LE(at);
  if (length < 0) malformed('the length of a value cannot be');
  return at + length + more;
}
