import { Decimal128, type Document, Timestamp } from 'bson';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../bson-codec.ts';
import { compileUpdate } from './compile-update.ts';
import { upsertedDocument } from './upsert.ts';

function apply(document: Document, update: unknown, more: { query?: Document; arrayFilters?: Document[] } = {}): Document {
  return compileUpdate({ query: {}, update, ...more }).apply(decode(encode(document)), false);
}

/** A document, an update of it, and what becomes of it. */
const TABLE: [Document, Document, Document][] = [
  [{ a: 1 }, { $set: { b: 2, 'c.d': 3 } }, { a: 1, b: 2, c: { d: 3 } }],
  [{}, { $set: { z: 1, a: 1, 'm.2': 1, 'm.10': 1 } }, { a: 1, m: { 2: 1, 10: 1 }, z: 1 }],
  [{ a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  [{ a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
  [{ a: 1, b: { c: 1, d: 1 } }, { $unset: { a: '', 'b.c': '', missing: '', 'b.x.y': '' } }, { b: { d: 1 } }],
  [{ a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  [{ n: 1 }, { $inc: { n: 2, 'new.m': -1 } }, { n: 3, new: { m: -1 } }],
  [{ n: 0x7fffffff }, { $inc: { n: 1 } }, { n: 0x80000000n }],
  [{ n: 5n }, { $inc: { n: 1 } }, { n: 6n }],
  [{ n: 1 }, { $inc: { n: 0.5 } }, { n: 1.5 }],
  [{ n: Decimal128.fromString('1.5') }, { $inc: { n: 1 } }, { n: Decimal128.fromString('2.5') }],
  [{ n: 3 }, { $mul: { n: 2, m: 5 } }, { n: 6, m: 0 }],
  [
    { a: 5, b: 5, c: 5 },
    { $min: { a: 3, b: 7, d: 1 }, $max: { c: 9 } },
    { a: 3, b: 5, c: 9, d: 1 },
  ],
  [{ a: 1 }, { $max: { a: 'text sorts after numbers' } }, { a: 'text sorts after numbers' }],
  [{ a: 1, b: 2 }, { $rename: { a: 'c.d', missing: 'x' } }, { b: 2, c: { d: 1 } }],
  [{ a: 13 }, { $bit: { a: { and: 10, or: 1 } } }, { a: 9 }],
  [{}, { $setOnInsert: { a: 1 } }, {}],
  [{ l: [1] }, { $push: { l: 2, m: 1 } }, { l: [1, 2], m: [1] }],
  [{ l: [1] }, { $push: { l: { $each: [3, 2], $sort: 1, $slice: -2 } } }, { l: [2, 3] }],
  [{ l: [1, 2] }, { $push: { l: { $each: [9], $position: -1 } } }, { l: [1, 9, 2] }],
  [{ l: [{ n: 2 }] }, { $push: { l: { $each: [{ n: 1 }], $sort: { n: -1 } } } }, { l: [{ n: 2 }, { n: 1 }] }],
  [{ l: [1] }, { $push: { l: { $each: [], $slice: 0 } } }, { l: [] }],
  [{ l: [1, { a: 1 }] }, { $addToSet: { l: { $each: [1, 2, { a: 1 }, 2] } } }, { l: [1, { a: 1 }, 2] }],
  [{ l: [] }, { $addToSet: { l: [1] } }, { l: [[1]] }],
  [{ l: [1, 2, 3] }, { $pop: { l: 1 } }, { l: [1, 2] }],
  [{ l: [1, 2, 3] }, { $pop: { l: -1 } }, { l: [2, 3] }],
  [{ l: [1, 2, 1] }, { $pull: { l: 1 } }, { l: [2] }],
  [{ l: [1, 5, 9] }, { $pull: { l: { $gt: 4 } } }, { l: [1] }],
  [{ l: [{ a: 1, b: 2 }, { a: 2 }] }, { $pull: { l: { a: 1 } } }, { l: [{ a: 2 }] }],
  [{ l: [1, 2, 3] }, { $pullAll: { l: [1, 3] } }, { l: [2] }],
  [{ _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
];

test.each(TABLE)('%o updated by %o', (before, update, after) => {
  expect(apply(before, update)).toEqual(after);
  expect(Object.keys(apply(before, update))).toEqual(Object.keys(after));
});

describe('positions in arrays', () => {
  test('the element the query matched', () => {
    const document = {
      grades: [
        { g: 80, n: 1 },
        { g: 90, n: 1 },
      ],
    };
    expect(apply(document, { $set: { 'grades.$.n': 5 } }, { query: { 'grades.g': { $gt: 85 } } }).grades[1]).toEqual({ g: 90, n: 5 });
    expect(apply(document, { $inc: { 'grades.$.n': 1 } }, { query: { grades: { $elemMatch: { g: 80, n: 1 } } } }).grades[0]).toEqual({
      g: 80,
      n: 2,
    });
    expect(apply({ l: [1, 2, 3] }, { $set: { 'l.$': 0 } }, { query: { l: { $in: [2, 3] } } })).toEqual({ l: [1, 0, 3] });
  });

  test('every element, or those a filter names', () => {
    expect(apply({ l: [{ a: [1, 2] }, { a: [3] }] }, { $inc: { 'l.$[].a.$[]': 1 } })).toEqual({ l: [{ a: [2, 3] }, { a: [4] }] });
    expect(
      apply(
        {
          l: [
            { k: 'a', n: 1 },
            { k: 'b', n: 1 },
          ],
        },
        { $set: { 'l.$[e].n': 2 } },
        { arrayFilters: [{ 'e.k': 'b' }] },
      ),
    ).toEqual({
      l: [
        { k: 'a', n: 1 },
        { k: 'b', n: 2 },
      ],
    });
    expect(apply({ l: [1, 5, 9] }, { $set: { 'l.$[big]': 0 } }, { arrayFilters: [{ big: { $gte: 5 } }] })).toEqual({ l: [1, 0, 0] });
  });
});

test('$currentDate sets now, as a date or a timestamp', () => {
  const before = Date.now();
  const { date, stamp } = apply({}, { $currentDate: { date: true, stamp: { $type: 'timestamp' } } });
  expect(date.getTime()).toBeGreaterThanOrEqual(before);
  expect(stamp).toBeInstanceOf(Timestamp);
});

test('a field named __proto__ is a field, and reaches no prototype', () => {
  const updated = apply({ a: {} }, { $set: { 'a.__proto__.polluted': true } });
  expect(({} as Document).polluted).toBeUndefined();
  expect(Object.hasOwn(updated.a, '__proto__')).toBe(true);
});

test('an upsert begins with what the query fixes', () => {
  const updater = compileUpdate({ query: {}, update: { $set: { n: 1 }, $setOnInsert: { first: true } } });
  expect(upsertedDocument({ _id: 7, a: 1, 'b.c': 2, d: { $gt: 5 }, $and: [{ e: 3 }], f: { $in: [4] } }, updater)).toEqual({
    _id: 7,
    a: 1,
    b: { c: 2 },
    e: 3,
    f: 4,
    first: true,
    n: 1,
  });
});
