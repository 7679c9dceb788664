import type { Binary, BSONRegExp, Code, Decimal128, Document, Long, ObjectId, Timestamp } from 'bson';
import { fieldNames } from '../bson/field-order.ts';
import { OpaqueValue } from '../bson/opaque-value.ts';
import { isDocument } from '../bson-codec.ts';
import { KeyWriter } from './key-writer.ts';
import { writeBigInt, writeDecimal, writeDouble } from './number-key.ts';
import { writeDate, writeOpaque, writeUint64 } from './opaque-key.ts';
import { TYPE } from './type-order.ts';

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

/** True for the key of a number that is none. */
export function isNotANumber(key: Buffer): boolean {
  return key[0] === TYPE.number && key.readBigUInt64BE(1) === 0n;
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
  if (isDocument(value)) {
    out.byte(TYPE.object);
    return writeFields(out, value);
  }
  if (value instanceof Date) return writeDate(out, value.getTime());
  if (value instanceof OpaqueValue) return writeOpaque(out, value);
  writeLibraryValue(out, value);
}

function writeArray(out: KeyWriter, values: unknown[]): void {
  out.byte(TYPE.array);
  for (const value of values) writeValue(out, value);
  out.byte(END);
}

/** MongoDB compares the type, then the name, then the value of each field in turn. */
function writeFields(out: KeyWriter, document: Document): void {
  for (const name of fieldNames(document)) {
    const start = out.length;
    writeValue(out, document[name]);
    const encoded = Buffer.from(out.bytes.subarray(start + 1, out.length));
    out.length = start + 1;
    out.string(name);
    out.raw(encoded);
  }
  out.byte(END);
}

function writeLibraryValue(out: KeyWriter, value: object): void {
  switch ((value as Document)._bsontype) {
    case 'ObjectId':
      out.byte(TYPE.objectId);
      return out.raw((value as ObjectId).id);
    case 'Binary':
      return writeBinary(out, value as Binary);
    case 'Long':
      out.byte(TYPE.number);
      return writeBigInt(out, (value as Long).toBigInt());
    case 'Int32':
    case 'Double':
      out.byte(TYPE.number);
      return writeDouble(out, Number(value));
    case 'Decimal128':
      out.byte(TYPE.number);
      return writeDecimal(out, value as Decimal128);
    case 'Timestamp':
      out.byte(TYPE.timestamp);
      return writeUint64(out, (value as Timestamp).toBigInt());
    default:
      return writeRareValue(out, value);
  }
}

function writeRareValue(out: KeyWriter, value: object): void {
  switch ((value as Document)._bsontype) {
    case 'MinKey':
      return out.byte(TYPE.minKey);
    case 'MaxKey':
      return out.byte(TYPE.maxKey);
    case 'BSONRegExp':
      out.byte(TYPE.regex);
      out.string((value as BSONRegExp).pattern);
      return out.string((value as BSONRegExp).options);
    case 'Code':
      return writeCode(out, value as Code);
    default:
      out.byte(TYPE.string);
      return out.string(String(value));
  }
}

function writeBinary(out: KeyWriter, { buffer, position, sub_type }: Binary): void {
  out.byte(TYPE.binary);
  // The old general subtype counts its length a second time among its bytes.
  out.uint32(sub_type === 2 ? position + 4 : position);
  out.byte(sub_type);
  out.raw(buffer.subarray(0, position));
}

function writeCode(out: KeyWriter, { code, scope }: Code): void {
  out.byte(scope ? TYPE.codeWithScope : TYPE.code);
  out.string(code);
  if (scope) writeFields(out, scope);
}
