import { createHash } from "node:crypto";
import { KeyWriter } from "../order/key-writer.ts";
import { writeValue } from "../order/order-key.ts";

/** LMDB keys hold 1978 bytes: the id of the map, the fields, the document key and its length must fit together. */
const MAX_FIELDS = 1400;
const MAX_DOCUMENT_KEY = 480;
const HASH = 32;
const TRUNCATED = 0x8000;
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

/** The ordered bytes of one tuple of indexed values. */
export interface FieldsKey {
  bytes: Buffer;
  /** Too long for a key: the end is replaced by a hash, equality still holds but order does not beyond it. */
  truncated: boolean;
}

export function fieldsKey(values: readonly unknown[], directions: readonly (1 | -1)[]): FieldsKey {
  writer.reset();
  for (const [index, value] of values.entries()) {
    const start = writer.length;
    writeValue(writer, value);
    if (directions[index] === -1) writer.invertFrom(start);
  }
  const bytes = writer.take();
  return bytes.length <= MAX_FIELDS ? { bytes, truncated: false } : { bytes: shorten(bytes, MAX_FIELDS), truncated: true };
}

/** A bound longer than the keys can be reaches every key it shares its beginning with. */
export function shortenBound(bytes: Buffer, ofDocuments: boolean): { bytes: Buffer; truncated: boolean } {
  const limit = (ofDocuments ? MAX_DOCUMENT_KEY : MAX_FIELDS) - HASH;
  return bytes.length <= limit ? { bytes, truncated: false } : { bytes: bytes.subarray(0, limit), truncated: true };
}

/** An entry of an index: its number, the fields, the document's key, and that key's length to read it back. */
export function entryKey(index: number, fields: FieldsKey, key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(4 + fields.bytes.length + key.length + 2);
  result.writeUInt32BE(index, 0);
  fields.bytes.copy(result, 4);
  key.copy(result, 4 + fields.bytes.length);
  result.writeUInt16BE(fields.truncated ? key.length | TRUNCATED : key.length, result.length - 2);
  return result;
}

/** The document's key in an entry. */
export function entryDocumentKey(entry: Buffer): Buffer {
  const length = entry.readUInt16BE(entry.length - 2) & ~TRUNCATED;
  return entry.subarray(entry.length - 2 - length, entry.length - 2);
}

export function isTruncated(entry: Buffer): boolean {
  return (entry.readUInt16BE(entry.length - 2) & TRUNCATED) !== 0;
}

function shorten(bytes: Buffer, limit: number): Buffer {
  const kept = bytes.subarray(0, limit - HASH);
  return Buffer.concat([kept, createHash("sha256").update(bytes).digest()]);
}
