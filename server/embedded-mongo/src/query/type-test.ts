import { toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { ValueTest } from './path-values.ts';

const NUMBERS: Record<string, number> = {
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
const ALL_NUMBERS = [1, 16, 18, 19];

/** `$type`: names, numbers, or a list of either. */
export function typeTest(operand: unknown): ValueTest {
  const types = new Set((Array.isArray(operand) ? operand : [operand]).flatMap(typeNumbers));
  if (types.size === 0) throw new MongoError(9, '$type must match at least one type');
  return (value) => value !== undefined && types.has(typeNumber(value));
}

/** The BSON type numbers an alias stands for. */
export function typeNumbers(alias: unknown): number[] {
  if (typeof alias === 'string') {
    if (alias === 'number') return ALL_NUMBERS;
    const number = NUMBERS[alias];
    if (number === undefined) throw new MongoError(2, `Unknown type name alias: ${alias}`);
    return [number];
  }
  const number = toNumber(alias);
  if (number === undefined) throw new MongoError(14, 'type must be represented as a number or a string');
  if (!Object.values(NUMBERS).includes(number)) throw new MongoError(2, `Invalid numerical type code: ${number}`);
  return [number];
}

/** The BSON type number of a decoded value. */
export function typeNumber(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return 2;
    case 'boolean':
      return 8;
    case 'bigint':
      return 18;
    case 'number':
      return Number.isInteger(value) && Math.abs(value) <= 0x7fffffff && !Object.is(value, -0) ? 16 : 1;
    case 'undefined':
      return 6;
  }
  if (value === null) return 10;
  if (Array.isArray(value)) return 4;
  if (value instanceof Date) return 9;
  return BSON_TYPES[(value as { _bsontype?: string })._bsontype ?? ''] ?? 3;
}

const BSON_TYPES: Record<string, number> = {
  Binary: 5,
  ObjectId: 7,
  BSONRegExp: 11,
  Code: 13,
  BSONSymbol: 14,
  Int32: 16,
  Timestamp: 17,
  Long: 18,
  Decimal128: 19,
  Double: 1,
  MinKey: -1,
  MaxKey: 127,
};

/** The type of a decoded value by the name `$type` knows it by. */
export function typeName(value: unknown): string {
  const number = typeNumber(value);
  return Object.keys(NUMBERS).find((name) => NUMBERS[name] === number) as string;
}
