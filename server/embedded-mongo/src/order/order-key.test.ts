import { Binary, BSONRegExp, Code, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invert, successor } from './byte-range.ts';
import { compareValues, EMPTY_ARRAY, orderKey, stringPrefixKey } from './order-key.ts';

/** One line per value, in MongoDB's order. */
const ORDERED: unknown[] = [
  new MinKey(),
  EMPTY_ARRAY,
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  -(2n ** 62n),
  -1.5,
  -1,
  0,
  Number.MIN_VALUE,
  0.5,
  Decimal128.fromString('0.75'),
  1,
  2n,
  Long.fromNumber(3),
  2 ** 53,
  2n ** 53n + 1n,
  2n ** 53n + 2n,
  2n ** 62n + 1n,
  2n ** 63n - 1n,
  Number.POSITIVE_INFINITY,
  '',
  'a',
  'a\0',
  'a\0b',
  'ab',
  'b',
  '\u{FFFD}',
  '\u{1F600}',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { b: 1 },
  { a: 'x' },
  [],
  [1],
  [1, 1],
  [2],
  ['a'],
  new Binary(Buffer.from('z')),
  new Binary(Buffer.from('aa')),
  new Binary(Buffer.from('aa'), 5),
  new ObjectId('000000000000000000000001'),
  new ObjectId('000000000000000000000002'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Timestamp({ t: 1, i: 1 }),
  new Timestamp({ t: 1, i: 2 }),
  new BSONRegExp('a', ''),
  new BSONRegExp('a', 'i'),
  new Code('f'),
  new MaxKey(),
];

test('orders the types and values as MongoDB does', () => {
  for (const [i, a] of ORDERED.entries()) {
    for (const [j, b] of ORDERED.entries())
      expect(Math.sign(Buffer.compare(orderKey(a), orderKey(b))), `${i} and ${j}`).toBe(Math.sign(i - j));
  }
});

test('keeps the order backward when inverted', () => {
  const inverted = ORDERED.map((value) => invert(orderKey(value)));
  expect([...inverted].sort(Buffer.compare).reverse()).toEqual(inverted);
});

test('no key is the beginning of another', () => {
  const keys = ORDERED.map(orderKey);
  for (const a of keys) for (const b of keys) expect(a !== b && b.subarray(0, a.length).equals(a)).toBe(false);
});

test.each<[string, unknown, unknown]>([
  ['numbers of all types', 5, 5n],
  ['a double and a long', 5.0, Long.fromNumber(5)],
  ['both zeros', 0, -0],
  ['a decimal and a double', Decimal128.fromString('2.5'), 2.5],
  ['missing and null', undefined, null],
  ['objects holding equal numbers', { a: [1] }, { a: [1n] }],
])('takes as equal %s', (_, a, b) => {
  expect(orderKey(a)).toEqual(orderKey(b));
  expect(compareValues(a, b)).toBe(0);
});

test('compares any two numbers as numbers', () => {
  const number = fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }));
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(Math.sign(Buffer.compare(orderKey(a), orderKey(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

test('compares any two strings by their UTF-8 bytes', () => {
  const string = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(string, string, (a, b) => {
      expect(Math.sign(Buffer.compare(orderKey(a), orderKey(b)))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
    }),
  );
});

test('a string lies in the range of its beginnings and of no other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const start = stringPrefixKey(b);
      const key = orderKey(a);
      const inside = Buffer.compare(start, key) <= 0 && Buffer.compare(key, successor(start)) < 0;
      expect(inside).toBe(a.startsWith(b));
    }),
  );
});
