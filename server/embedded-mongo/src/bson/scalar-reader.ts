import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { BSON } from './element-types.ts';
import { malformed, nameEnd } from './elements.ts';
import { OpaqueValue } from './opaque-value.ts';

/** Which numbers a reader gives. */
export type Precision =
  /** Every value can be written back with the type it had: 64-bit integers are `bigint`, doubles that look like integers `Double`. */
  | 'exact'
  /** Plain numbers, to compute with; only integers beyond 2^53 stay `Long`. */
  | 'plain';

/** How far from 1970 a `Date` reaches, in milliseconds. */
const FARTHEST_DATE = 8.64e15;
const MIN_KEY = new MinKey();
const MAX_KEY = new MaxKey();

/** The library's own way of reading twelve bytes where they stand, which its declarations leave out. */
const StoredObjectId = ObjectId as unknown as new (bytes: Uint8Array, offset: number) => ObjectId;

/** Reads the value of a type that holds no others, whose bytes stand from `from` to `to`. */
export function readScalar(buffer: Buffer, type: number, from: number, to: number, precision: Precision): unknown {
  switch (type) {
    case BSON.string:
      return readString(buffer, from, to);
    case BSON.int32:
      return buffer.readInt32LE(from);
    case BSON.double:
      return readDouble(buffer, from, precision);
    case BSON.objectId:
      return new StoredObjectId(buffer, from);
    case BSON.date:
      return readDate(buffer, from, to);
    case BSON.boolean:
      return buffer[from] === 0 ? false : buffer[from] === 1 ? true : malformed('a boolean is neither true nor false');
    case BSON.null:
      return null;
    case BSON.int64:
      return readInt64(buffer, from, precision);
    case BSON.decimal:
      return new Decimal128(Buffer.from(buffer.subarray(from, to)));
    case BSON.binary:
      return readBinary(buffer, from, to);
    default:
      return readRare(buffer, type, from, to, precision);
  }
}

function readRare(buffer: Buffer, type: number, from: number, to: number, precision: Precision): unknown {
  switch (type) {
    case BSON.regex:
      return readRegex(buffer, from, to);
    case BSON.code:
      return new Code(readString(buffer, from, to));
    case BSON.symbol:
      return precision === 'exact' ? new BSONSymbol(readString(buffer, from, to)) : readString(buffer, from, to);
    case BSON.timestamp:
      return new Timestamp({ t: buffer.readUInt32LE(from + 4), i: buffer.readUInt32LE(from) });
    case BSON.minKey:
      return MIN_KEY;
    case BSON.maxKey:
      return MAX_KEY;
    default:
      return precision === 'plain' && type === BSON.undefined ? undefined : new OpaqueValue(type, buffer.subarray(from, to));
  }
}

/** A string with its length in front and a zero behind. */
export function readString(buffer: Buffer, from: number, to: number): string {
  if (to < from + 5 || buffer[to - 1] !== 0) malformed('a string is not ended');
  return buffer.toString('utf8', from + 4, to - 1);
}

/** A double that an integer could be taken for keeps a form of its own. */
function readDouble(buffer: Buffer, from: number, precision: Precision): number | Double {
  const value = buffer.readDoubleLE(from);
  if ((value | 0) !== value || precision === 'plain' || Object.is(value, -0)) return value;
  return new Double(value);
}

function readInt64(buffer: Buffer, from: number, precision: Precision): bigint | number | Long {
  const low = buffer.readUInt32LE(from);
  const high = buffer.readInt32LE(from + 4);
  const near = high * 0x100000000 + low;
  if (precision === 'plain') return Number.isSafeInteger(near) ? near : new Long(low | 0, high);
  return Number.isSafeInteger(near) ? BigInt(near) : buffer.readBigInt64LE(from);
}

function readDate(buffer: Buffer, from: number, to: number): Date | OpaqueValue {
  const time = buffer.readInt32LE(from + 4) * 0x100000000 + buffer.readUInt32LE(from);
  return Math.abs(time) <= FARTHEST_DATE ? new Date(time) : new OpaqueValue(BSON.date, buffer.subarray(from, to));
}

function readRegex(buffer: Buffer, from: number, to: number): BSONRegExp | OpaqueValue {
  const middle = nameEnd(buffer, from, to);
  const options = buffer.toString('utf8', middle + 1, to - 1);
  // The library refuses options no server has; they may still be stored.
  if (/[^ilmsux]/.test(options)) return new OpaqueValue(BSON.regex, buffer.subarray(from, to));
  return new BSONRegExp(buffer.toString('utf8', from, middle), options);
}

function readBinary(buffer: Buffer, from: number, to: number): Binary {
  const subType = buffer[from + 4] as number;
  // The old general subtype counts its bytes a second time.
  const start = subType === Binary.SUBTYPE_BYTE_ARRAY ? from + 9 : from + 5;
  if (start > to) malformed('a binary is cut short');
  return new Binary(Buffer.from(buffer.subarray(start, to)), subType);
}
