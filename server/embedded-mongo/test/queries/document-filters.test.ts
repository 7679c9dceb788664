import type { Document } from 'mongodb';
import { test } from 'vitest';
import { expectMatching, shown } from '../support/expect-matching.ts';
import { sharedStore } from '../support/shared-store.ts';

/** A filter, the documents it matches and those it does not. */
const FILTERS: [filter: Document, matching: Document[], others: Document[]][] = [
  [{}, [{}, { a: 1 }], []],
  // Dotted paths enter arrays on the way and one level at the end.
  [
    { 'a.b': 1 },
    [{ a: { b: 1 } }, { a: [{ b: 2 }, { b: 1 }] }, { a: { b: [1] } }, { a: [{ b: [2, 1] }] }],
    [{ a: [[{ b: 1 }]] }, { a: { b: [[1]] } }, { a: 1 }],
  ],
  [{ 'a.b.c': 1 }, [{ a: [{ b: [{ c: 1 }] }] }, { a: { b: { c: 1 } } }], [{ a: [[{ b: { c: 1 } }]] }, { a: { b: 1 } }]],
  [
    { 'a.b': null },
    [{}, { a: {} }, { a: 5 }, { a: null }, { a: [{ b: 1 }, {}] }, { a: [{ b: null }] }],
    [{ a: [] }, { a: [5] }, { a: { b: 1 } }, { a: [{ b: 1 }] }],
  ],
  [{ 'a.b': { $exists: false } }, [{}, { a: 1 }, { a: [] }, { a: [1] }, { a: [{}] }], [{ a: [{ b: 1 }, {}] }, { a: { b: null } }]],
  [{ 'a.b': { $exists: true } }, [{ a: { b: null } }, { a: [{}, { b: 1 }] }], [{ a: [{}] }, { a: [] }]],
  [{ 'a.b': { $ne: 1 } }, [{}, { a: [] }, { a: [{ b: 2 }] }, { a: [1] }], [{ a: [{ b: 2 }, { b: 1 }] }]],
  [{ 'a.b': { $gt: 1, $lt: 3 } }, [{ a: [{ b: 0 }, { b: 5 }] }, { a: { b: 2 } }, { a: [{ b: [0, 5] }] }], [{ a: [{ b: 5 }] }]],
  [{ 'a.b': [1, 2] }, [{ a: { b: [1, 2] } }, { a: [{ b: [1, 2] }] }], [{ a: [{ b: 1 }, { b: 2 }] }]],
  [{ 'a.b': { $size: 2 } }, [{ a: { b: [1, 2] } }, { a: [{ b: [1] }, { b: [1, 2] }] }], [{ a: [{ b: 1 }, { b: 2 }] }]],
  [
    { 'a.b': { $elemMatch: { $gt: 1, $lt: 3 } } },
    [{ a: { b: [2] } }, { a: [{ b: [0] }, { b: [2] }] }],
    [{ a: [{ b: [0, 5] }] }, { a: [{ b: 2 }] }],
  ],
  [{ 'a.b': 1, 'a.c': 2 }, [{ a: { b: 1, c: 2 } }, { a: [{ b: 1 }, { c: 2 }] }], [{ a: [{ b: 1 }] }]],
  // A number is a position of an array and the name of a field.
  [{ 'a.0': 1 }, [{ a: [1, 2] }, { a: { 0: 1 } }], [{ a: [2, 1] }, { a: [] }, { a: [[1]] }, { a: 1 }]],
  [{ 'a.0': [1] }, [{ a: [[1]] }, { a: { 0: [1] } }], [{ a: [1] }, { a: [[[1]]] }]],
  [{ 'a.0': { $size: 1 } }, [{ a: [[1]] }], [{ a: [1] }]],
  [{ 'a.0': { $elemMatch: { $gt: 1 } } }, [{ a: [[2]] }], [{ a: [2] }]],
  [
    { 'a.1.b': 1 },
    [{ a: [{}, { b: 1 }] }, { a: { 1: { b: 1 } } }, { a: [0, [{ b: 1 }]] }],
    [{ a: [{ b: 1 }] }, { a: [{ b: 1 }, { b: 2 }] }],
  ],
  [{ 'a.b.0': 1 }, [{ a: { b: [1] } }, { a: [{ b: [1, 2] }] }], [{ a: [{ b: 1 }] }, { a: { b: [2, 1] } }]],
  [{ 'a.5': { $exists: false } }, [{ a: [1] }, {}], [{ a: { 5: 1 } }]],
  [{ 'a.5': null }, [{}, { a: {} }], [{ a: [1] }]],
  [{ 'a.00': 1 }, [{ a: { '00': 1 } }], [{ a: [1] }]],
  // A reference to another document is a document, though its names begin with a dollar.
  [{ a: { $ref: 'c', $id: 1 } }, [{ a: { $ref: 'c', $id: 1 } }], [{ a: { $ref: 'c', $id: 2 } }, { a: { $ref: 'c', $id: 1, $db: 'd' } }]],
  [{ 'a.$id': 1 }, [{ a: { $ref: 'c', $id: 1 } }, { a: [{ $ref: 'd', $id: 1 }] }], [{ a: { $ref: 'c', $id: 2 } }]],
  [{ a: { $elemMatch: { $id: 1 } } }, [{ a: [{ $ref: 'c', $id: 1 }] }], [{ a: [{ $ref: 'c', $id: 2 }] }]],
  [{ a: { $in: [{ $ref: 'c', $id: 1 }] } }, [{ a: { $ref: 'c', $id: 1 } }], [{ a: { $ref: 'c', $id: 2 } }]],
  // Together, either, neither.
  [{ $or: [{ a: 1 }, { b: 1 }] }, [{ a: 1 }, { b: [1] }], [{}, { a: 2, b: 2 }]],
  [{ $or: [{ a: 1 }] }, [{ a: 1 }], [{ a: 2 }]],
  [{ $and: [{ a: 1 }, { a: 2 }] }, [{ a: [1, 2] }], [{ a: 1 }]],
  [{ $nor: [{ a: 1 }, { b: { $exists: true } }] }, [{}, { a: 2 }], [{ a: 1 }, { b: null }]],
  [{ $and: [{ $or: [{ a: 1 }, { a: 2 }] }, { $nor: [{ b: 1 }] }] }, [{ a: 2 }, { a: 1, b: 2 }], [{ a: 1, b: 1 }, { a: 3 }]],
  [{ a: { $gt: 1 }, $or: [{ b: 1 }, { b: 2 }] }, [{ a: 2, b: 1 }], [{ a: 1, b: 1 }, { a: 2 }]],
  [{ a: 1, $comment: 'why' }, [{ a: 1 }], [{ a: 2 }]],
  [{ $alwaysTrue: 1 }, [{}], []],
  [{ $alwaysFalse: 1 }, [], [{}]],
  [{ $sampleRate: 1 }, [{}, { a: 1 }], []],
  [{ $sampleRate: 0 }, [], [{}]],
  [{ $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }], [{ a: 1, b: 2 }, {}]],
  [{ $expr: '$a' }, [{ a: 1 }, { a: 'x' }, { a: [] }], [{ a: 0 }, { a: null }, {}, { a: false }]],
  [
    { a: { $gt: 0 }, $expr: { $eq: ['$a', { $add: ['$b', 1] }] } },
    [{ a: 2, b: 1 }],
    [
      { a: 2, b: 2 },
      { a: 0, b: -1 },
    ],
  ],
];

const store = sharedStore();

test.each(FILTERS.map(([filter, ...documents]) => [shown(filter), filter, ...documents] as const))(
  '%s',
  async (_, filter, matching, others) => {
    await expectMatching(store.db(), filter, [...matching], [...others]);
  },
);
