import type { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Document, Double, Int32, Long, ObjectId, Timestamp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { BSON } from './element-types.ts';
import { fieldNames } from './field-order.ts';
import { GrowingBuffer } from './growing-buffer.ts';
import { OpaqueValue } from './opaque-value.ts';

const out = new GrowingBuffer();

/**
 * The BSON of a document. A number is a 32-bit integer when it can be one and a double otherwise, a `bigint` a 64-bit
 * integer; fields that are `undefined` are left out.
 */
export function writeBson(document: Document): Buffer {
  out.length = 0;
  writeDocument(document);
  return out.take();
}

function writeDocument(document: Document): void {
  const start = out.length;
  out.int32(0);
  for (const name of fieldNames(document)) {
    const value = document[name];
    if (value !== undefined) writeElement(name, value);
  }
  end(start);
}

function writeArray(values: readonly unknown[]): void {
  const start = out.length;
  out.int32(0);
  for (let index = 0; index < values.length; index++) writeElement(String(index), values[index] ?? null);
  end(start);
}

function end(start: number): void {
  out.byte(0);
  out.bytes.writeInt32LE(out.length - start, start);
}

function head(type: number, name: string): void {
  out.byte(type);
  cstring(name);
}

function cstring(text: string): void {
  if (text.includes('\0')) throw new MongoError(22, `a name may not hold a null character: ${JSON.stringify(text)}`);
  out.utf8(text);
  out.byte(0);
}

function string(text: string): void {
  const start = out.length;
  out.int32(0);
  out.utf8(text);
  out.byte(0);
  out.bytes.writeInt32LE(out.length - start - 4, start);
}

function writeElement(name: string, value: unknown): void {
  switch (typeof value) {
    case 'string':
      head(BSON.string, name);
      return string(value);
    case 'number':
      return writeNumber(name, value);
    case 'bigint':
      head(BSON.int64, name);
      return out.int64(value);
    case 'boolean':
      head(BSON.boolean, name);
      return out.byte(value ? 1 : 0);
    case 'object':
      return value === null ? head(BSON.null, name) : writeObject(name, value);
  }
  throw new MongoError(1, `a ${typeof value} is no BSON value`);
}

function writeNumber(name: string, value: number): void {
  if ((value | 0) === value && !Object.is(value, -0)) {
    head(BSON.int32, name);
    out.int32(value);
  } else {
    head(BSON.double, name);
    out.double(value);
  }
}

function writeObject(name: string, value: object): void {
  if (Array.isArray(value)) {
    head(BSON.array, name);
    writeArray(value);
  } else if (value instanceof Date) {
    head(BSON.date, name);
    out.int64(BigInt(Number.isNaN(value.getTime()) ? 0 : value.getTime()));
  } else if (value instanceof OpaqueValue) {
    head(value.type, name);
    out.raw(value.bytes);
  } else if (value instanceof Uint8Array) {
    head(BSON.binary, name);
    out.int32(value.length);
    out.byte(0);
    out.raw(value);
  } else if (value instanceof RegExp) {
    writeRegex(name, value.source, [...value.flags].filter((flag) => 'imsu'.includes(flag)).join(''));
  } else if (isPlain(value)) {
    head(BSON.object, name);
    writeDocument(value);
  } else writeLibraryValue(name, value as Document);
}

/** Documents are plain objects; a field may bear any name, so nothing else tells them from the values of the library. */
export function isPlain(value: object): value is Document {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function writeLibraryValue(name: string, value: object): void {
  switch ((value as Document)._bsontype) {
    case 'ObjectId':
      head(BSON.objectId, name);
      return out.raw((value as ObjectId).id);
    case 'Double':
      head(BSON.double, name);
      return out.double((value as Double).value);
    case 'Int32':
      head(BSON.int32, name);
      return out.int32((value as Int32).value);
    case 'Long':
      head(BSON.int64, name);
      return out.int64((value as Long).toBigInt());
    case 'Decimal128':
      head(BSON.decimal, name);
      return out.raw((value as Decimal128).bytes);
    case 'Binary':
      head(BSON.binary, name);
      return writeBinary(value as Binary);
    case 'Timestamp':
      head(BSON.timestamp, name);
      return out.int64((value as Timestamp).toBigInt());
    default:
      return writeRareValue(name, value);
  }
}

function writeRareValue(name: string, value: object): void {
  switch ((value as Document)._bsontype) {
    case 'BSONRegExp':
      return writeRegex(name, (value as BSONRegExp).pattern, (value as BSONRegExp).options);
    case 'BSONSymbol':
      head(BSON.symbol, name);
      return string((value as BSONSymbol).value);
    case 'Code':
      return writeCode(name, value as Code);
    case 'MinKey':
      return head(BSON.minKey, name);
    case 'MaxKey':
      return head(BSON.maxKey, name);
  }
  throw new MongoError(1, `a ${value.constructor.name} is no BSON value`);
}

function writeRegex(name: string, pattern: string, options: string): void {
  head(BSON.regex, name);
  cstring(pattern);
  cstring(options);
}

function writeBinary(value: Binary): void {
  const bytes = value.buffer.subarray(0, value.position);
  const old = value.sub_type === 2;
  out.int32(old ? bytes.length + 4 : bytes.length);
  out.byte(value.sub_type);
  // The old general subtype counts its bytes a second time.
  if (old) out.int32(bytes.length);
  out.raw(bytes);
}

function writeCode(name: string, { code, scope }: Code): void {
  if (!scope) {
    head(BSON.code, name);
    return string(code);
  }
  head(BSON.codeWithScope, name);
  const start = out.length;
  out.int32(0);
  string(code);
  writeDocument(scope);
  out.bytes.writeInt32LE(out.length - start, start);
}
