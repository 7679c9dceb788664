import type { Code } from 'bson';
import { BSON } from './element-types.ts';
import { OpaqueValue } from './opaque-value.ts';
import { isPlain } from './writer.ts';

/** The names MongoDB gives to types, with the numbers `$type` knows them by. */
export const TYPE_NUMBERS: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

const NAMES = new Map(Object.entries(TYPE_NUMBERS).map(([name, number]) => [number, name]));

const LIBRARY_TYPES: Readonly<Record<string, number>> = {
  Binary: BSON.binary,
  ObjectId: BSON.objectId,
  BSONRegExp: BSON.regex,
  BSONSymbol: BSON.symbol,
  Int32: BSON.int32,
  Timestamp: BSON.timestamp,
  Long: BSON.int64,
  Decimal128: BSON.decimal,
  Double: BSON.double,
  MinKey: -1,
  MaxKey: BSON.maxKey,
};

/** The type of a decoded value, as the number `$type` takes for it; what is missing has that of `undefined`. */
export function typeNumber(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return BSON.string;
    case 'boolean':
      return BSON.boolean;
    case 'bigint':
      return BSON.int64;
    case 'number':
      return (value | 0) === value && !Object.is(value, -0) ? BSON.int32 : BSON.double;
    case 'object':
      return value === null ? BSON.null : objectType(value);
    default:
      return BSON.undefined;
  }
}

function objectType(value: object): number {
  if (Array.isArray(value)) return BSON.array;
  if (isPlain(value)) return BSON.object;
  if (value instanceof Date) return BSON.date;
  if (value instanceof OpaqueValue) return value.type;
  if (value instanceof RegExp) return BSON.regex;
  if (value instanceof Uint8Array) return BSON.binary;
  const type = (value as { _bsontype?: string })._bsontype ?? '';
  if (type === 'Code') return (value as Code).scope ? BSON.codeWithScope : BSON.code;
  return LIBRARY_TYPES[type] ?? BSON.object;
}

/** The type of a decoded value by the name MongoDB gives it in messages. */
export function typeName(value: unknown): string {
  return value === undefined ? 'missing' : (NAMES.get(typeNumber(value)) as string);
}
