import type { Document } from 'bson';
import { BsonReader } from './bson/reader.ts';
import { isPlain, writeBson } from './bson/writer.ts';

/**
 * Decodes a stored document without losing a bit: a number is a 32-bit integer or a double that cannot be taken for
 * one, a `Double` a double that can, a `bigint` a 64-bit integer; every other type has its class of the BSON library.
 *
 * @throws MongoError 22 for bytes that are no document, 15 when it is nested too deep
 */
export function decode(bytes: Uint8Array): Document {
  return new BsonReader(bytes).document();
}

/** Decodes some top-level fields of a document; the others, however large, are passed over. */
export function decodeFields(bytes: Uint8Array, fields: ReadonlySet<string>): Document {
  return new BsonReader(bytes).fields(fields);
}

/** Decodes a document to plain numbers, for computation in the aggregation pipeline. */
export function decodeForArithmetic(bytes: Uint8Array): Document {
  return new BsonReader(bytes, 'plain').document();
}

/** Decodes a command, leaving the array named `rawField` as the raw bytes of its documents. */
export function decodeCommand(bytes: Uint8Array, rawField: string | undefined): Document {
  return new BsonReader(bytes).document(rawField);
}

/** Encodes a document; `undefined` is left out, as the drivers do. */
export function encode(document: Document): Buffer {
  return writeBson(document);
}

/** True for an embedded document, false for every other BSON value. */
export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && isPlain(value);
}

/** The embedded document a value is, if it is one. */
export function asDocument(value: unknown): Document | undefined {
  return isDocument(value) ? value : undefined;
}

/** A number given by a client as any numeric type, or `undefined` when it is none. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null || isPlain(value)) return undefined;
  const type = (value as Document)._bsontype;
  return type === 'Double' || type === 'Decimal128' || type === 'Int32' || type === 'Long' ? Number(String(value)) : undefined;
}
