import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BSON } from '../bson/element-types.ts';
import { OpaqueValue } from '../bson/opaque-value.ts';
import { invert, successor } from './byte-range.ts';
import { compareValues, EMPTY_ARRAY, orderKey, stringPrefixKey } from './order-key.ts';

const decimal = (text: string) => Decimal128.fromString(text);

/** One line per value, in MongoDB's order. */
const ORDERED: unknown[] = [
  new MinKey(),
  EMPTY_ARRAY,
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  decimal('-9.999999999999999999999999999999999E+6144'),
  decimal('-1E+400'),
  -Number.MAX_VALUE,
  -(2n ** 62n) - 1n,
  -(2n ** 62n),
  -1.5,
  decimal('-1.000000000000000000000000000000001'),
  -1,
  decimal('-1E-6176'),
  0,
  decimal('1E-6176'),
  decimal('1E-6000'),
  Number.MIN_VALUE,
  decimal('0.1'),
  0.1,
  decimal('0.1000000000000000055511151231257828'),
  0.5,
  decimal('0.75'),
  1,
  decimal('1.000000000000000000000000000000001'),
  decimal('1.000000000000000000000000000000002'),
  2n,
  Long.fromNumber(3),
  2 ** 53,
  decimal('9007199254740992.5'),
  2n ** 53n + 1n,
  2n ** 53n + 2n,
  2n ** 62n + 1n,
  2n ** 63n - 1n,
  2 ** 63,
  decimal('9223372036854775808.000000000000001'),
  Number.MAX_VALUE,
  decimal('1E+400'),
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
  new Binary(Buffer.from(''), 2),
  new ObjectId('000000000000000000000001'),
  new ObjectId('000000000000000000000002'),
  false,
  true,
  new OpaqueValue(BSON.date, Buffer.from('0000000000000080', 'hex')),
  new Date(-8.64e15),
  new Date(-(2 ** 32) - 1),
  new Date(-1),
  new Date(0),
  new Date(2 ** 32),
  new OpaqueValue(BSON.date, Buffer.from('ffffffffffffff7f', 'hex')),
  new Timestamp({ t: 1, i: 1 }),
  new Timestamp({ t: 1, i: 2 }),
  new BSONRegExp('a', ''),
  new BSONRegExp('a', 'i'),
  new OpaqueValue(BSON.dbPointer, Buffer.from('\x02\0\0\0b\x0a3456789012', 'latin1')),
  new Code('f'),
  new Code('f', {}),
  new Code('f', { x: 1 }),
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
  ['a decimal and a double', decimal('2.5'), 2.5],
  ['a decimal, an integer and its zeros', decimal('1.00'), 1],
  ['a double that could be an integer', new Double(1), 1],
  ['a decimal and a long integer', decimal('9007199254740993'), 2n ** 53n + 1n],
  ['a long integer and a double', 2n ** 62n, 2 ** 62],
  ['zeros of decimals', decimal('-0E+10'), 0],
  ['what is no number', decimal('NaN'), Number.NaN],
  ['infinities', decimal('-Infinity'), Number.NEGATIVE_INFINITY],
  ['a string and a symbol', new BSONSymbol('x'), 'x'],
  ['the deprecated undefined and null', new OpaqueValue(BSON.undefined, Buffer.alloc(0)), null],
  ['missing and null', undefined, null],
  ['objects holding equal numbers', { a: [1] }, { a: [1n] }],
])('takes as equal %s', (_, a, b) => {
  expect(orderKey(a)).toEqual(orderKey(b));
  expect(compareValues(a, b)).toBe(0);
});

/** A value with the whole numbers it is a fraction of. */
interface Fraction {
  value: unknown;
  above: bigint;
  below: bigint;
}

function ofDouble(value: number): Fraction {
  let above = value;
  let below = 1n;
  for (; !Number.isInteger(above); above *= 2) below *= 2n;
  return { value, above: BigInt(above), below };
}

function ofDecimal([coefficient, exponent]: readonly [bigint, number]): Fraction {
  const power = 10n ** BigInt(Math.abs(exponent));
  const value = decimal(`${coefficient}E${exponent}`);
  return exponent >= 0 ? { value, above: coefficient * power, below: 1n } : { value, above: coefficient, below: power };
}

test('compares any two numbers of any types as numbers', () => {
  const digits = fc.oneof(fc.bigInt({ min: -(10n ** 34n), max: 10n ** 34n }), fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }));
  const parts = fc.tuple(digits, fc.integer({ min: -200, max: 200 }));
  const decimals = parts.map(ofDecimal);
  const others = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(ofDouble),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => ({ value, above: value, below: 1n })),
    fc.integer().map(ofDouble),
  );
  // A decimal and the double it rounds to are as near to each other as can be.
  const near = parts.map((both): [Fraction, Fraction] => [ofDouble(Number(`${both[0]}e${both[1]}`)), ofDecimal(both)]);
  const number = fc.oneof(others, decimals);
  fc.assert(
    fc.property(fc.oneof(fc.tuple(number, number), near), ([a, b]) => {
      const left = a.above * b.below;
      const right = b.above * a.below;
      expect(Math.sign(Buffer.compare(orderKey(a.value), orderKey(b.value)))).toBe(left < right ? -1 : left > right ? 1 : 0);
    }),
    { numRuns: 1000 },
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
