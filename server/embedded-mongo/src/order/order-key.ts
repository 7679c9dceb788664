import type { Binary, BSONRegExp, Code, Decimal128, Document, Long, ObjectId, Timestamp } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { KeyWriter } from './key-writer.ts';
import { writeBigInt, writeDouble } from './number-key.ts';

/** First byte of an encoded value: MongoDB's order between types. */
export const TYPE = {
  minKey: 1,
  emptyArray: 3,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  code: 60,
  maxKey: 127,
} as const;

/** Stands for an empty array in an index or a sort, where MongoDB puts it before null. */
export const EMPTY_ARRAY = Symbol('empty array');

const END = 0;
const shared = new KeyWriter();

/**
 * The bytes of a value such that comparing bytes compares values as MongoDB does. An encoded value is never the
 * beginning of another, so values can be put one after the other and still compare field by field.
 */
export function orderKey(value: unknown): Buffer {
  shared.reset();
  writeValue(shared, value);
  return shared.take();
}

/** The common beginning of the keys of all strings starting with `prefix`. */
export function stringPrefixKey(prefix: string): Buffer {
  shared.reset();
  shared.byte(TYPE.string);
  shared.stringPrefix(prefix);
  return shared.take();
}

/** Compares two values in MongoDB's order. */
export function compareValues(a: unknown, b: unknown): number {
  if (isComparable(a) && isComparable(b)) return a < b ? -1 : a > b ? 1 : 0;
  return Buffer.compare(orderKey(a), orderKey(b));
}

/** Numbers that JavaScript orders as MongoDB does: all but not-a-number. */
function isComparable(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

/** Appends the key of one value. */
export function writeValue(out: KeyWriter, value: unknown): void {
  switch (typeof value) {
    case 'string':
      out.byte(TYPE.string);
      return out.string(value);
    case 'number':
      out.byte(TYPE.number);
      return writeDouble(out, value);
    case 'bigint':
      out.byte(TYPE.number);
      return writeBigInt(out, value);
    case 'boolean':
      out.byte(TYPE.boolean);
      return out.byte(value ? 1 : 0);
    case 'object':
      return value === null ? out.byte(TYPE.null) : writeObject(out, value);
    default:
      return out.byte(value === EMPTY_ARRAY ? TYPE.emptyArray : TYPE.null);
  }
}

function writeObject(out: KeyWriter, value: object): void {
  if (Array.isArray(value)) return writeArray(out, value);
  if (value instanceof Date) {
    out.byte(TYPE.date);
    return writeInt64(out, BigInt(Number.isNaN(value.getTime()) ? 0 : value.getTime()));
  }
  const type = (value as Document)._bsontype as string | undefined;
  if (type && type !== 'DBRef') return writeBsonValue(out, type, value);
  out.byte(TYPE.object);
  writeFields(out, asDocument(value) ?? {});
}

function writeArray(out: KeyWriter, values: unknown[]): void {
  out.byte(TYPE.array);
  for (const value of values) writeValue(out, value);
  out.byte(END);
}

/** MongoDB compares the type, then the name, then the value of each field in turn. */
function writeFields(out: KeyWriter, document: Document): void {
  for (const [name, value] of Object.entries(document)) {
    const start = out.length;
    writeValue(out, value);
    const encoded = Buffer.from(out.bytes.subarray(start + 1, out.length));
    out.length = start + 1;
    out.string(name);
    out.raw(encoded);
  }
  out.byte(END);
}

function writeBsonValue(out: KeyWriter, type: string, value: object): void {
  switch (type) {
    case 'ObjectId':
      out.byte(TYPE.objectId);
      return out.raw((value as ObjectId).id);
    case 'Binary': {
      const binary = value as Binary;
      out.byte(TYPE.binary);
      out.uint32(binary.position);
      out.byte(binary.sub_type);
      return out.raw(binary.buffer.subarray(0, binary.position));
    }
    case 'Long':
      out.byte(TYPE.number);
      return writeBigInt(out, (value as Long).toBigInt());
    case 'Int32':
    case 'Double':
      out.byte(TYPE.number);
      return writeDouble(out, Number(value));
    case 'Decimal128':
      out.byte(TYPE.number);
      return writeDouble(out, Number((value as Decimal128).toString()));
    case 'Timestamp':
      out.byte(TYPE.timestamp);
      return writeUint64(out, (value as Timestamp).toBigInt());
    default:
      return writeRareValue(out, type, value);
  }
}

function writeRareValue(out: KeyWriter, type: string, value: object): void {
  switch (type) {
    case 'MinKey':
      return out.byte(TYPE.minKey);
    case 'MaxKey':
      return out.byte(TYPE.maxKey);
    case 'BSONRegExp':
      out.byte(TYPE.regex);
      out.string((value as BSONRegExp).pattern);
      return out.string((value as BSONRegExp).options);
    case 'Code':
      out.byte(TYPE.code);
      out.string((value as Code).code);
      return writeFields(out, (value as Code).scope ?? {});
    default:
      out.byte(TYPE.string);
      return out.string(String(value));
  }
}

function writeInt64(out: KeyWriter, value: bigint): void {
  writeUint64(out, BigInt.asUintN(64, value ^ (1n << 63n)));
}

function writeUint64(out: KeyWriter, value: bigint): void {
  out.reserve(8);
  out.length = out.bytes.writeBigUInt64BE(BigInt.asUintN(64, value), out.length);
}
