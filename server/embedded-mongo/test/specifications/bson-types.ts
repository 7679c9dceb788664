import type { Document } from 'mongodb';

/** The driver turns all but the largest numbers into JavaScript's: an integer may have been any of the three types. */
const WHOLE = ['int', 'long', 'double', 'number'];

const TESTS: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !('_bsontype' in value),
  array: Array.isArray,
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp || bsonType(value) === 'BSONRegExp',
  binData: (value) => value instanceof Uint8Array || bsonType(value) === 'Binary',
  objectId: (value) => bsonType(value) === 'ObjectId',
  timestamp: (value) => bsonType(value) === 'Timestamp',
  decimal: (value) => bsonType(value) === 'Decimal128',
  javascript: (value) => bsonType(value) === 'Code',
  minKey: (value) => bsonType(value) === 'MinKey',
  maxKey: (value) => bsonType(value) === 'MaxKey',
};

function bsonType(value: unknown): string | undefined {
  return (value as Document | null | undefined)?._bsontype;
}

/** `$$type`: whether a value the driver gave has the BSON type of this alias. */
export function isType(value: unknown, alias: string): boolean {
  if (typeof value === 'number') return Number.isInteger(value) ? WHOLE.includes(alias) : alias === 'double' || alias === 'number';
  if (typeof value === 'bigint' || bsonType(value) === 'Long') return alias === 'long' || alias === 'number';
  return TESTS[alias]?.(value) ?? false;
}
