import { BSONRegExp, Code, type Document, ObjectId } from 'bson';
import { expect, test } from 'vitest';
import { BSON } from '../bson/element-types.ts';
import { OpaqueValue } from '../bson/opaque-value.ts';
import { compileFilter } from './filter.ts';

const bsonUndefined = new OpaqueValue(BSON.undefined, Buffer.alloc(0));
const pointer = new OpaqueValue(BSON.dbPointer, Buffer.from('0200000062000102030405060708090a0b0c', 'hex'));
const farDate = new OpaqueValue(BSON.date, Buffer.from('ffffffffffffff7f', 'hex'));

/** Values no driver sends any more, but that old data may hold. */
test.each<[Document, unknown, boolean]>([
  [{ a: null }, bsonUndefined, true],
  [{ a: { $in: [null] } }, bsonUndefined, true],
  [{ a: { $gte: null } }, bsonUndefined, true],
  [{ a: { $ne: null } }, bsonUndefined, false],
  [{ a: { $exists: true } }, bsonUndefined, true],
  [{ a: { $type: 'undefined' } }, bsonUndefined, true],
  [{ a: { $type: 6 } }, null, false],
  [{ a: { $type: 'null' } }, bsonUndefined, false],
  [{ a: { $type: 'dbPointer' } }, pointer, true],
  [{ a: pointer }, pointer, true],
  [{ a: { $gt: new Date() } }, farDate, true],
  [{ a: { $lt: farDate } }, new Date(), true],
  [{ a: { $type: 'date' } }, farDate, true],
])('%j of %j is %s', (filter, a, expected) => {
  expect(compileFilter(filter)({ a })).toBe(expected);
});

test('a field may bear the name of anything', () => {
  const document = { _bsontype: 'ObjectId', constructor: 1, ['__proto__']: 2 };
  expect(compileFilter({ 'a._bsontype': 'ObjectId', 'a.constructor': 1 })({ a: document })).toBe(true);
  expect(compileFilter({ toString: { $exists: true } })({})).toBe(false);
  expect(compileFilter({ a: { _bsontype: 'ObjectId' } })({ a: { _bsontype: 'ObjectId' } })).toBe(true);
  expect(compileFilter({ a: new ObjectId() })({ a: { _bsontype: 'ObjectId' } })).toBe(false);
});

/** Filters MongoDB refuses, with its code. */
const REFUSED: [filter: Document, code: number][] = [
  [{ $or: [] }, 2],
  [{ $and: 1 }, 2],
  [{ $nor: [1] }, 2],
  [{ $frob: 1 }, 2],
  [{ $not: { a: 1 } }, 2],
  [{ $gt: 1 }, 2],
  [{ $alwaysTrue: 2 }, 9],
  [{ $alwaysFalse: 'x' }, 9],
  [{ $sampleRate: 'x' }, 2],
  [{ $sampleRate: 1.1 }, 2],
  [{ $sampleRate: Number.NaN }, 2],
  [{ $where: 'true' }, 238],
  [{ $text: { $search: 'x' } }, 27],
  [{ a: { $near: [0, 0] } }, 238],
  [{ a: { $geoWithin: { $center: [[0, 0], 1] } } }, 238],
  [{ a: { $where: 'true' } }, 2],
  [{ a: { $frob: 1 } }, 2],
  [{ a: { $gt: 1, b: 1 } }, 2],
  [{ a: { $id: 1 } }, 2],
  [{ a: { $comment: 'why' } }, 2],
  [{ a: bsonUndefined }, 2],
  [{ a: { $gt: bsonUndefined } }, 2],
  [{ a: { $in: [bsonUndefined] } }, 2],
  [{ a: { $gt: new BSONRegExp('x') } }, 2],
  [{ a: { $ne: new BSONRegExp('x') } }, 2],
  [{ a: { $not: 1 } }, 2],
  [{ a: { $not: {} } }, 2],
  [{ a: { $not: { b: 1 } } }, 2],
  [{ a: { $in: 1 } }, 2],
  [{ a: { $nin: 'x' } }, 2],
  [{ a: { $in: [{ $gt: 1 }] } }, 2],
  [{ a: { $all: 1 } }, 2],
  [{ a: { $all: [{ $gt: 1 }] } }, 2],
  [{ a: { $all: [{ $elemMatch: { b: 1 } }, 5] } }, 2],
  [{ a: { $all: [5, { $elemMatch: { b: 1 } }] } }, 2],
  [{ a: { $elemMatch: 1 } }, 2],
  [{ a: { $elemMatch: { $expr: true } } }, 2],
  [{ a: { $elemMatch: { b: 1, $sampleRate: 0.5 } } }, 2],
  [{ a: { $size: -1 } }, 2],
  [{ a: { $size: 1.5 } }, 2],
  [{ a: { $size: '1' } }, 2],
  [{ a: { $mod: 1 } }, 2],
  [{ a: { $mod: [1] } }, 2],
  [{ a: { $mod: [1, 2, 3] } }, 2],
  [{ a: { $mod: ['1', 2] } }, 2],
  [{ a: { $mod: [1, null] } }, 2],
  [{ a: { $mod: [0, 1] } }, 2],
  [{ a: { $mod: [0.5, 1] } }, 2],
  [{ a: { $mod: [Number.NaN, 1] } }, 2],
  [{ a: { $mod: [2 ** 63, 1] } }, 2],
  [{ a: { $type: 'frob' } }, 2],
  [{ a: { $type: 0 } }, 2],
  [{ a: { $type: 20 } }, 2],
  [{ a: { $type: 1.5 } }, 2],
  [{ a: { $type: null } }, 14],
  [{ a: { $type: [] } }, 9],
  [{ a: { $options: 'i' } }, 2],
  [{ a: { $regex: 1 } }, 2],
  [{ a: { $regex: 'a', $options: 1 } }, 2],
  [{ a: { $regex: 'a', $options: 'g' } }, 51108],
  [{ a: { $regex: 'a\0' } }, 2],
  [{ a: { $regex: '(' } }, 51091],
  [{ a: { $regex: new BSONRegExp('a', 'i'), $options: 'm' } }, 51075],
  [{ a: { $options: 'm', $regex: new BSONRegExp('a', 'i') } }, 51074],
  [{ a: new OpaqueValue(BSON.regex, Buffer.from('a\0g\0')) }, 51108],
  [{ a: { $bitsAllSet: -1 } }, 9],
  [{ a: { $bitsAllSet: 1.5 } }, 9],
  [{ a: { $bitsAnySet: [-1] } }, 2],
  [{ a: { $bitsAnySet: ['x'] } }, 2],
  [{ a: { $bitsAllClear: new Code('f') } }, 2],
  [{ [Array(181).fill('a').join('.')]: 1 }, 5729100],
];

test.each(REFUSED)('refuses %j', (filter, code) => {
  expect(() => compileFilter(filter)).toThrow(expect.objectContaining({ code }));
});
