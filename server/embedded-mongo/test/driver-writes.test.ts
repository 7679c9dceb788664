import { ObjectId } from 'mongodb';
import { expect, test } from 'vitest';
import { items, numbers } from './support/items.ts';

test('bulkWrite mixes operations and reports each', async () => {
  const { collection } = await items(numbers(3));
  const result = await collection.bulkWrite([
    { insertOne: { document: { _id: 10 } } },
    { updateMany: { filter: { _id: { $lt: 2 } }, update: { $inc: { n: 5 } } } },
    { updateOne: { filter: { _id: 99 }, update: { $set: { made: true } }, upsert: true } },
    { replaceOne: { filter: { _id: 2 }, replacement: { replaced: true } } },
    { deleteOne: { filter: { _id: 10 } } },
  ]);
  expect(result).toMatchObject({
    insertedCount: 1,
    matchedCount: 3,
    modifiedCount: 3,
    upsertedCount: 1,
    upsertedIds: { 2: 99 },
    deletedCount: 1,
  });
  expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 0, n: 5 },
    { _id: 1, n: 6 },
    { _id: 2, replaced: true },
    { _id: 99, made: true },
  ]);
});

test('an ordered insert stops at the first error, an unordered one goes on', async () => {
  const { collection } = await items([{ _id: 2 }]);
  await expect(collection.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }])).rejects.toMatchObject({ code: 11000, insertedCount: 1 });
  await expect(collection.insertMany([{ _id: 4 }, { _id: 2 }, { _id: 5 }], { ordered: false })).rejects.toMatchObject({
    code: 11000,
    insertedCount: 2,
  });
  expect((await collection.find().toArray()).map(({ _id }) => _id)).toEqual([1, 2, 4, 5]);
});

test('an upsert takes what the query says by equality', async () => {
  const { db } = await items();
  const people = db.collection('people');
  const { upsertedId } = await people.updateOne(
    { name: 'a', 'place.town': 'anzin', age: { $gt: 3 }, kind: { $eq: 'k' } },
    { $set: { n: 1 }, $setOnInsert: { first: true } },
    { upsert: true },
  );
  expect(upsertedId).toBeInstanceOf(ObjectId);
  expect(await people.findOne({ _id: upsertedId as ObjectId })).toEqual({
    _id: upsertedId,
    name: 'a',
    place: { town: 'anzin' },
    kind: 'k',
    n: 1,
    first: true,
  });
});

test('findOneAnd... gives the document before or after, projected', async () => {
  const { collection } = await items(numbers(5));
  expect(await collection.findOneAndUpdate({ n: { $gt: 1 } }, { $inc: { n: 10 } }, { sort: { n: -1 } })).toEqual({ _id: 4, n: 4 });
  expect(
    await collection.findOneAndUpdate({ _id: 4 }, { $inc: { n: 1 } }, { returnDocument: 'after', projection: { _id: 0, n: 1 } }),
  ).toEqual({ n: 15 });
  expect(await collection.findOneAndReplace({ _id: 3 }, { other: true }, { returnDocument: 'after' })).toEqual({ _id: 3, other: true });
  expect(await collection.findOneAndDelete({ _id: 3 })).toEqual({ _id: 3, other: true });
  expect(await collection.findOneAndDelete({ _id: 3 })).toBeNull();
});

test('a pipeline computes an update from the document itself', async () => {
  const { collection } = await items([{ _id: 1, a: 2, b: 3 }]);
  await collection.updateOne({ _id: 1 }, [{ $set: { sum: { $add: ['$a', '$b'] } } }, { $unset: 'a' }]);
  expect(await collection.findOne()).toEqual({ _id: 1, b: 3, sum: 5 });
});

test('the variables of let are expressions, in updates and deletes as in pipelines', async () => {
  const { collection } = await items(numbers(4));
  const options = { let: { wanted: { $add: [1, 1] }, literal: { $literal: '$n' } } };
  const isWanted = { $expr: { $eq: ['$n', '$$wanted'] } };
  await collection.updateMany(isWanted, [{ $set: { m: '$$literal' } }], options);
  expect(await collection.find(isWanted, options).toArray()).toEqual([{ _id: 2, n: 2, m: '$n' }]);
  await collection.findOneAndUpdate(isWanted, [{ $set: { m: '$$wanted' } }], options);
  expect(await collection.findOne({ _id: 2 })).toEqual({ _id: 2, n: 2, m: 2 });
  await collection.deleteMany(isWanted, options);
  expect(await collection.distinct('_id')).toEqual([0, 1, 3]);
});
