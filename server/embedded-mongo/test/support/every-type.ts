import { Binary, BSONRegExp, Code, Decimal128, type Document, MaxKey, MinKey, ObjectId, Timestamp } from 'mongodb';

export const decimal = (text: string) => Decimal128.fromString(text);
export const regex = (pattern: string, options = '') => new BSONRegExp(pattern, options);
export const min = new MinKey();
export const max = new MaxKey();
export const nan = Number.NaN;
export const date = new Date('2024-01-01T00:00:00Z');
export const id = new ObjectId('64b000000000000000000001');

/** The field is not there. */
export const MISSING = Symbol('missing');

/** One value at least of each type, to be sure that no other type is ever matched. */
export const EVERY_TYPE = [
  min,
  null,
  MISSING,
  nan,
  0,
  1.5,
  5n,
  decimal('5'),
  '',
  'text',
  {},
  { x: 1 },
  [],
  [[]],
  new Binary(Buffer.from('ab')),
  id,
  false,
  true,
  date,
  new Timestamp({ t: 1, i: 1 }),
  regex('a'),
  new Code('f'),
  max,
];

/** Those of the values of every type that are of none of these. */
export const notAmong = (...types: string[]) => EVERY_TYPE.filter((value) => !types.includes(kindOf(value)));

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === MISSING) return 'missing';
  if (typeof value === 'bigint') return 'number';
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return 'array';
  const type = (value as Document)._bsontype as string | undefined;
  return type === 'Decimal128' ? 'number' : (type ?? value.constructor.name);
}
