import { type DeserializeOptions, type Document, deserialize, serialize } from 'bson';

/**
 * Documents are read with 64-bit integers as `bigint`, which JavaScript compares exactly with numbers,
 * and with regular expressions and binaries in their BSON form, so that nothing is lost by reading.
 */
const EXACT: DeserializeOptions = {
  useBigInt64: true,
  promoteBuffers: false,
  bsonRegExp: true,
  // Bytes of a client are kept as they are: a bad sequence is the client's own, and reading must not fail on it.
  validation: { utf8: false },
};

/** Aggregation expressions compute with plain numbers; only integers beyond 2^53 stay `Long`. */
const ARITHMETIC: DeserializeOptions = { promoteLongs: true, promoteBuffers: false, bsonRegExp: true, validation: { utf8: false } };

/** Decodes a stored document without losing a bit. */
export function decode(bytes: Uint8Array): Document {
  return deserialize(bytes, EXACT);
}

/** Decodes a document for computation in the aggregation pipeline. */
export function decodeForArithmetic(bytes: Uint8Array): Document {
  return deserialize(bytes, ARITHMETIC);
}

/** Decodes a command, leaving the array named `rawField` as the raw bytes of its documents. */
export function decodeCommand(bytes: Uint8Array, rawField: string | undefined): Document {
  return deserialize(bytes, rawField ? { ...EXACT, fieldsAsRaw: { [rawField]: true } } : EXACT);
}

/** Encodes a document; `undefined` is left out, as the drivers do. */
export function encode(document: Document): Buffer {
  const bytes = serialize(document, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** True for an embedded document, false for every other BSON value. */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date) && !(value instanceof Uint8Array) && !('_bsontype' in value);
}

/**
 * The embedded document behind a value, if it is one. The BSON library turns `{$ref, $id}` into an object of its own;
 * for queries and indexes it is a document like any other.
 */
export function asDocument(value: unknown): Document | undefined {
  if (isDocument(value)) return value;
  if (typeof value === 'object' && value !== null && (value as Document)._bsontype === 'DBRef') {
    const ref = value as { collection: string; oid: unknown; db?: string; fields: Document };
    return { $ref: ref.collection, $id: ref.oid, ...(ref.db ? { $db: ref.db } : {}), ...ref.fields };
  }
  return undefined;
}

/** A whole number given by a client as any numeric type, or `undefined` when it is none. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'object' && value !== null && (value as Document)._bsontype === 'Decimal128') return Number(String(value));
  return undefined;
}
