import type { Document } from 'mongodb';
import { expect, test } from 'vitest';
import { type Item, items } from './support/items.ts';

/** Indexes, documents, a query and what it finds: cases in which an index on arrays could easily answer wrong. */
const CASES: [string, Document, Item[], Document, number[]][] = [
  [
    'two fields met by different elements',
    { 'a.x': 1, 'a.y': 1 },
    [
      {
        _id: 1,
        a: [
          { x: 1, y: 9 },
          { x: 9, y: 1 },
        ],
      },
      { _id: 2, a: [{ x: 1, y: 2 }] },
    ],
    { 'a.x': 1, 'a.y': 1 },
    [1],
  ],
  [
    'two fields of one element',
    { 'a.x': 1, 'a.y': 1 },
    [
      {
        _id: 1,
        a: [
          { x: 1, y: 9 },
          { x: 9, y: 1 },
        ],
      },
      { _id: 2, a: [{ x: 1, y: 1 }] },
    ],
    { a: { $elemMatch: { x: 1, y: 1 } } },
    [2],
  ],
  [
    'a range met at each end by another element',
    { a: 1 },
    [
      { _id: 1, a: [0, 9] },
      { _id: 2, a: [9] },
    ],
    { a: { $gt: 1, $lt: 5 } },
    [1],
  ],
  [
    'a range that one element must meet',
    { a: 1 },
    [
      { _id: 1, a: [0, 9] },
      { _id: 2, a: [2, 9] },
    ],
    { a: { $elemMatch: { $gt: 1, $lt: 5 } } },
    [2],
  ],
  [
    'null inside an array of documents',
    { 'a.b': 1 },
    [{ _id: 1, a: [] }, { _id: 2, a: [5] }, { _id: 3, a: [{}] }, { _id: 4 }, { _id: 5, a: [{ b: 1 }] }],
    { 'a.b': null },
    [3, 4],
  ],
  [
    'an empty array, which is not null',
    { a: 1 },
    [{ _id: 1, a: [] }, { _id: 2, a: null }, { _id: 3 }, { _id: 4, a: [null] }],
    { a: null },
    [2, 3, 4],
  ],
  [
    'a whole array',
    { a: 1 },
    [
      { _id: 1, a: [1, 2] },
      { _id: 2, a: [2, 1] },
      { _id: 3, a: [[1, 2]] },
    ],
    { a: [1, 2] },
    [1, 3],
  ],
  [
    'several elements in one range',
    { a: 1 },
    [
      { _id: 1, a: [1, 2, 3] },
      { _id: 2, a: [2] },
    ],
    { a: { $in: [1, 2, 3] } },
    [1, 2],
  ],
  [
    'an array within an array',
    { 'a.b': 1 },
    [
      { _id: 1, a: [[{ b: 1 }]] },
      { _id: 2, a: [{ b: [1] }] },
    ],
    { 'a.b': 1 },
    [2],
  ],
];

test.each(CASES)('an index answers right for %s', async (_, key, documents, filter, expected) => {
  const { collection } = await items(documents);
  await collection.createIndex(key as never);
  const found = async (hint: Document) => (await collection.find(filter).hint(hint).toArray()).map(({ _id }) => _id).sort();
  expect(await found(key)).toEqual(expected);
  expect(await found({ $natural: 1 })).toEqual(expected);
});

test('an index on arrays does not give an order it does not have', async () => {
  const { collection } = await items([
    { _id: 1, a: [1, 9] },
    { _id: 2, a: [5] },
    { _id: 3, a: [2, 3] },
  ]);
  await collection.createIndex({ a: 1 });
  const sorted = async (direction: 1 | -1) =>
    (
      await collection
        .find({ a: { $gt: 1 } })
        .sort({ a: direction })
        .hint({ a: 1 })
        .toArray()
    ).map(({ _id }) => _id);
  expect(await sorted(1)).toEqual([1, 3, 2]);
  expect(await sorted(-1)).toEqual([1, 2, 3]);
});

test('an index that becomes one on arrays is used as such at once', async () => {
  const { collection } = await items([{ _id: 1, a: 3 }]);
  await collection.createIndex({ a: 1 });
  expect(
    await collection
      .find({ a: { $gt: 1, $lt: 5 } })
      .hint({ a: 1 })
      .toArray(),
  ).toHaveLength(1);
  await collection.insertOne({ _id: 2, a: [0, 9] });
  const found = await collection
    .find({ a: { $gt: 1, $lt: 5 } })
    .hint({ a: 1 })
    .toArray();
  expect(found.map(({ _id }) => _id).sort()).toEqual([1, 2]);
});
