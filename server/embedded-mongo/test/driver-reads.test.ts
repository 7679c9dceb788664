import { Binary, type Document, Long, ObjectId } from 'mongodb';
import { expect, test } from 'vitest';
import { type Item, items, numbers } from './support/items.ts';

test('cursors give every document once, whatever the batch, while others write', async () => {
  const { collection } = await items(numbers(200));
  const seen: number[] = [];
  for await (const { _id } of collection.find().batchSize(7)) {
    seen.push(_id);
    if (_id < 100) await collection.updateOne({ _id }, { $set: { touched: true } });
    if (_id === 50) await collection.deleteOne({ _id: 60 });
  }
  expect(seen).toEqual(Array.from({ length: 200 }, (_, i) => i).filter((i) => i !== 60));
});

test('a killed cursor is gone', async () => {
  const { db, collection } = await items(numbers(10));
  const cursor = collection.find().batchSize(2);
  await cursor.next();
  const id = cursor.id as Long;
  expect(await db.command({ killCursors: 'items', cursors: [id] })).toMatchObject({ cursorsKilled: [id.toNumber()] });
  await expect(cursor.toArray()).rejects.toMatchObject({ code: 43, codeName: 'CursorNotFound' });
});

test('projections include, exclude, cut arrays and compute', async () => {
  const { collection } = await items([{ _id: 1, a: { x: 1, y: [{ z: 1, w: 2 }, 5] }, list: [{ k: 1 }, { k: 2 }, { k: 3 }], n: 4 }]);
  const project = (projection: Document) => collection.findOne({ list: { $elemMatch: { k: 2 } } }, { projection });
  expect(await project({ 'a.x': 1, 'a.y.z': 1 })).toEqual({ _id: 1, a: { x: 1, y: [{ z: 1 }] } });
  expect(await project({ 'a.y.w': 0, list: 0, _id: 0 })).toEqual({ a: { x: 1, y: [{ z: 1 }, 5] }, n: 4 });
  const a = { x: 1, y: [{ z: 1, w: 2 }, 5] };
  expect(await project({ list: 0 })).toEqual({ _id: 1, a, n: 4 });
  expect(await project({ _id: 0, list: 0, n: 0 })).toEqual({ a });
  expect(await project({ list: { $slice: -2 }, a: 0 })).toEqual({ _id: 1, list: [{ k: 2 }, { k: 3 }], n: 4 });
  expect(await project({ list: { $elemMatch: { k: { $gt: 1 } } } })).toEqual({ _id: 1, list: [{ k: 2 }] });
  expect(await project({ 'list.$': 1 })).toEqual({ _id: 1, list: [{ k: 2 }] });
  expect(await project({ double: { $multiply: ['$n', 2] }, n: 1 })).toEqual({ _id: 1, double: 8, n: 4 });
  expect(await project({ _id: 1 })).toEqual({ _id: 1 });
  await expect(project({ a: 1, n: 0 })).rejects.toMatchObject({ code: 31254 });
});

test('distinct takes array elements apart and keeps order', async () => {
  const { collection } = await items([{ _id: 1, t: ['b', 'a'] }, { _id: 2, t: 'a' }, { _id: 3, t: 3 }, { _id: 4 }]);
  expect(await collection.distinct('t')).toEqual([3, 'a', 'b']);
  expect(await collection.distinct('t', { _id: { $gt: 1 } })).toEqual([3, 'a']);
});

test("sorts across types in MongoDB's order, arrays by their smallest or largest element", async () => {
  const values: unknown[] = [
    null,
    -1,
    2.5,
    Long.fromNumber(3),
    'a',
    { x: 1 },
    new Binary(Buffer.from('b')),
    new ObjectId(),
    false,
    true,
    new Date(0),
    /re/,
  ];
  const { collection } = await items(values.map((v, _id) => ({ _id, v })).reverse());
  expect((await collection.find().sort({ v: 1 }).toArray()).map(({ _id }) => _id)).toEqual(values.map((_, i) => i));
  const arrays = await items([
    { _id: 1, v: [5, 1] },
    { _id: 2, v: 3 },
    { _id: 3, v: [] },
    { _id: 4, v: [2, 9] },
  ]);
  expect((await arrays.collection.find().sort({ v: 1 }).toArray()).map(({ _id }) => _id)).toEqual([3, 1, 4, 2]);
  expect((await arrays.collection.find().sort({ v: -1 }).toArray()).map(({ _id }) => _id)).toEqual([4, 1, 2, 3]);
});

test('aggregates with lookup, facet, union, group and unwind', async () => {
  const { db, collection } = await items(numbers(30));
  await db.collection<Item>('names').insertMany([
    { _id: 1, of: 3, name: 'three' },
    { _id: 2, of: 3, name: 'drei' },
  ]);
  const joined = await collection
    .aggregate([
      { $match: { _id: { $in: [3, 4] } } },
      { $lookup: { from: 'names', localField: 'n', foreignField: 'of', as: 'names' } },
      { $project: { names: '$names.name' } },
    ])
    .toArray();
  expect(joined).toEqual([
    { _id: 3, names: ['three', 'drei'] },
    { _id: 4, names: [] },
  ]);
  const [facets] = await collection
    .aggregate([
      {
        $facet: {
          top: [{ $sort: { _id: -1 } }, { $limit: 1 }],
          groups: [{ $group: { _id: '$n', count: { $sum: 1 } } }, { $sort: { _id: 1 } }, { $limit: 2 }],
        },
      },
    ])
    .toArray();
  expect(facets).toEqual({
    top: [{ _id: 29, n: 9 }],
    groups: [
      { _id: 0, count: 3 },
      { _id: 1, count: 3 },
    ],
  });
  expect(await collection.aggregate([{ $match: { n: 3 } }, { $unionWith: 'names' }, { $count: 'all' }]).toArray()).toEqual([{ all: 5 }]);
  expect(await collection.aggregate([{ $match: { n: 77 } }, { $count: 'none' }]).toArray()).toEqual([]);
  const correlated = await collection
    .aggregate([
      { $match: { _id: 3 } },
      {
        $lookup: {
          from: 'names',
          let: { n: '$n' },
          pipeline: [{ $match: { $expr: { $eq: ['$of', '$$n'] } } }, { $limit: 1 }],
          as: 'first',
        },
      },
      { $unwind: '$first' },
    ])
    .toArray();
  expect(correlated).toMatchObject([{ _id: 3, first: { name: 'three' } }]);
});

test('a search that takes longer than its time ends with an error', async () => {
  const { db, collection } = await items(numbers(20_000));
  const slow = { find: 'items', filter: { $expr: { $eq: [{ $concat: [{ $toString: '$n' }, 'x'] }, 'never'] } }, maxTimeMS: 1 };
  await expect(db.command(slow)).rejects.toMatchObject({ code: 50, codeName: 'MaxTimeMSExpired' });
  expect(await collection.countDocuments({ n: 3 }, { maxTimeMS: 60_000 })).toBe(2000);
});
