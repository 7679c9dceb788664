import { createHash } from 'node:crypto';
import { KeyWriter } from '../order/key-writer.ts';
import { writeValue } from '../order/order-key.ts';

/** LMDB keys hold 1978 bytes: the id of the map, the fields, the document key and its length must fit together. */
const MAX_FIELDS = 1400;
const MAX_DOCUMENT_KEY = 480;
const HASH = 32;
const writer = new KeyWriter();

/** The key of a document among those of its collection: the order of its _id. */
export function documentKey(id: unknown): Buffer {
  writer.reset();
  writeValue(writer, id);
  return writer.length <= MAX_DOCUMENT_KEY ? writer.take() : shorten(writer.take(), MAX_DOCUMENT_KEY);
}

/** Where a document is stored: the number of its collection, then its key. */
export function storageKey(collection: number, key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(4 + key.length);
  result.writeUInt32BE(collection, 0);
  key.copy(result, 4);
  return result;
}

/**
 * The ordered bytes of one tuple of indexed values. Of those too long for a key the end is replaced by a hash: equal
 * values still have equal keys, and order holds up to there.
 */
export function fieldsKey(values: readonly unknown[], directions: readonly (1 | -1)[]): Buffer {
  writer.reset();
  for (const [index, value] of values.entries()) {
    const start = writer.length;
    writeValue(writer, value);
    if (directions[index] === -1) writer.invertFrom(start);
  }
  const bytes = writer.take();
  return bytes.length <= MAX_FIELDS ? bytes : shorten(bytes, MAX_FIELDS);
}

/** A bound longer than the keys can be reaches every key it shares its beginning with. */
export function shortenBound(bytes: Buffer, ofDocuments: boolean): { bytes: Buffer; truncated: boolean } {
  const limit = (ofDocuments ? MAX_DOCUMENT_KEY : MAX_FIELDS) - HASH;
  return bytes.length <= limit ? { bytes, truncated: false } : { bytes: bytes.subarray(0, limit), truncated: true };
}

/** An entry of an index: its number, the fields, the document's key, and that key's length to read it back. */
export function entryKey(index: number, fields: Buffer, key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(4 + fields.length + key.length + 2);
  result.writeUInt32BE(index, 0);
  fields.copy(result, 4);
  key.copy(result, 4 + fields.length);
  result.writeUInt16BE(key.length, result.length - 2);
  return result;
}

/** The document's key in an entry. */
export function entryDocumentKey(entry: Buffer): Buffer {
  return entry.subarray(entry.length - 2 - entry.readUInt16BE(entry.length - 2), entry.length - 2);
}

/** The fields in an entry. */
export function entryFields(entry: Buffer): Buffer {
  return entry.subarray(4, entry.length - 2 - entry.readUInt16BE(entry.length - 2));
}

function shorten(bytes: Buffer, limit: number): Buffer {
  const kept = bytes.subarray(0, limit - HASH);
  return Buffer.concat([kept, createHash('sha256').update(bytes).digest()]);
}
