import { BSONRegExp, Decimal128, type Document, ObjectId } from 'bson';
import { expect, test } from 'vitest';
import { compileFilter } from './filter.ts';

const id = new ObjectId();

/** A filter, the documents it matches and those it does not. */
const TABLE: [Document, Document[], Document[]][] = [
  [{}, [{}, { a: 1 }], []],
  [{ a: 1 }, [{ a: 1 }, { a: 1n }, { a: [2, 1] }, { a: Decimal128.fromString('1') }], [{ a: '1' }, { a: [[1]] }, {}, { a: true }]],
  [{ a: null }, [{}, { a: null }, { a: [null] }], [{ a: [] }, { a: 0 }, { a: false }]],
  [{ 'a.b': null }, [{}, { a: {} }, { a: 5 }, { a: [{ b: 1 }, {}] }], [{ a: [] }, { a: [5] }, { a: { b: 1 } }]],
  [{ a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2], 3] }], [{ a: [2, 1] }, { a: 1 }]],
  [{ a: { b: 1, c: 2 } }, [{ a: { b: 1, c: 2 } }], [{ a: { c: 2, b: 1 } }, { a: { b: 1, c: 2, d: 3 } }]],
  [{ 'a.b': 1 }, [{ a: { b: 1 } }, { a: [{ b: 2 }, { b: 1 }] }, { a: { b: [1] } }], [{ a: [[{ b: 1 }]] }, { 'a.b': 1 }]],
  [{ 'a.0': 1 }, [{ a: [1, 2] }, { a: { 0: 1 } }], [{ a: [2, 1] }]],
  [{ 'a.1.b': 1 }, [{ a: [{}, { b: 1 }] }], [{ a: [{ b: 1 }] }]],
  [{ a: { $gt: 2 } }, [{ a: 3 }, { a: [1, 3] }, { a: 3n }], [{ a: 2 }, { a: '3' }, { a: null }, {}, { a: Number.NaN }]],
  [{ a: { $lt: 2 } }, [{ a: 1 }], [{ a: Number.NaN }, { a: null }, {}]],
  [{ a: { $gte: null } }, [{}, { a: null }], [{ a: 0 }]],
  [{ a: { $gt: 1, $lt: 3 } }, [{ a: 2 }, { a: [0, 5] }], [{ a: 3 }]],
  [{ a: { $gte: { b: 1 } } }, [{ a: { b: 1 } }, { a: { b: 2 } }], [{ a: {} }, { a: 5 }]],
  [{ a: { $ne: 1 } }, [{}, { a: 2 }, { a: [2] }], [{ a: 1 }, { a: [1, 2] }]],
  [{ a: { $in: [1, null, new BSONRegExp('^x', '')] } }, [{ a: 1 }, {}, { a: 'xy' }, { a: ['xy'] }], [{ a: 2 }, { a: 'yx' }]],
  [{ a: { $in: [] } }, [], [{}, { a: 1 }]],
  [{ a: { $nin: [1, null] } }, [{ a: 2 }], [{ a: 1 }, {}]],
  [{ a: { $exists: true } }, [{ a: null }, { a: [] }], [{}]],
  [{ 'a.b': { $exists: false } }, [{}, { a: 1 }, { a: [] }], [{ a: [{ b: 1 }, {}] }]],
  [{ a: { $type: 'array' } }, [{ a: [] }, { a: [1] }], [{ a: 1 }]],
  [{ a: { $type: ['string', 'number'] } }, [{ a: 'x' }, { a: 1.5 }, { a: [2n] }], [{ a: null }, {}]],
  [{ a: { $size: 2 } }, [{ a: [1, [2]] }], [{ a: [1] }, { a: [[1, 2]] }, { a: 'ab' }]],
  [{ a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }], [{ a: [1] }, { a: 1 }]],
  [{ a: { $all: [1] } }, [{ a: 1 }, { a: [1] }], [{ a: 2 }]],
  [{ a: { $all: [] } }, [], [{ a: [] }]],
  [{ a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 2 } }] } }, [{ a: [{ b: 1 }, { b: 2 }] }], [{ a: [{ b: 1 }] }]],
  [{ a: { $elemMatch: { b: 1, c: 2 } } }, [{ a: [{ b: 1, c: 2 }] }], [{ a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } }]],
  [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, [{ a: [2] }], [{ a: [0, 5] }, { a: 2 }]],
  [{ a: { $not: { $gt: 1 } } }, [{ a: 1 }, {}, { a: 'x' }], [{ a: 2 }, { a: [0, 2] }]],
  [{ a: { $not: new BSONRegExp('x', '') } }, [{ a: 'y' }, {}], [{ a: 'x' }]],
  [{ a: { $mod: [4, 1] } }, [{ a: 5 }, { a: 5.9 }, { a: [1] }], [{ a: 4 }, { a: '5' }]],
  [{ a: { $regex: '^É', $options: 'i' } }, [{ a: 'école' }], [{ a: 'ecole' }]],
  [{ a: { $regex: 'a.b', $options: 's' } }, [{ a: 'a\nb' }], [{ a: 'ab' }]],
  [{ a: { $regex: '(?i)abc' } }, [{ a: 'xABC' }], [{ a: 'ab' }]],
  [{ a: { $bitsAllSet: 5 } }, [{ a: 7 }, { a: 5n }], [{ a: 4 }, { a: 1.5 }]],
  [{ a: { $bitsAnyClear: [0, 1] } }, [{ a: 1 }], [{ a: 3 }]],
  [{ a: id }, [{ a: new ObjectId(id.toHexString()) }], [{ a: id.toHexString() }]],
  [{ $or: [{ a: 1 }, { b: 1 }] }, [{ a: 1 }, { b: 1 }], [{}]],
  [{ $nor: [{ a: 1 }, { b: 1 }] }, [{}], [{ a: 1 }]],
  [{ $and: [{ a: 1 }, { a: 2 }] }, [{ a: [1, 2] }], [{ a: 1 }]],
  [{ $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }], [{ a: 1, b: 2 }]],
  [{ a: { $ref: 'c', $id: 1 } }, [{ a: { $ref: 'c', $id: 1 } }], [{ a: { $ref: 'c', $id: 2 } }]],
  [{ a: 1, $comment: 'why' }, [{ a: 1 }], [{ a: 2 }]],
];

test.each(TABLE)('%j', (filter, matching, others) => {
  const predicate = compileFilter(filter);
  for (const document of matching) expect(predicate(document), JSON.stringify(document, shown)).toBe(true);
  for (const document of others) expect(predicate(document), JSON.stringify(document, shown)).toBe(false);
});

function shown(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

test.each<[Document]>([
  [{ $or: [] }],
  [{ $or: [1] }],
  [{ a: { $not: 1 } }],
  [{ a: { $not: {} } }],
  [{ a: { $size: -1 } }],
  [{ a: { $mod: [0, 1] } }],
  [{ a: { $type: 'frob' } }],
  [{ a: { $all: 1 } }],
  [{ a: { $elemMatch: 1 } }],
  [{ a: { $options: 'i' } }],
  [{ a: { $ne: new BSONRegExp('x', '') } }],
  [{ a: { $bitsAllSet: -1 } }],
])('refuses %j', (filter) => {
  expect(() => compileFilter(filter)).toThrow(expect.objectContaining({ codeName: 'BadValue' }));
});
