import type { Db, Document } from 'mongodb';
import { Schema } from 'mongoose';
import { expect, test } from 'vitest';
import { mongooseConnection } from './support/mongoose-connection.ts';
import { planOf } from './support/plan-of.ts';
import { startTestStore } from './support/test-store.ts';

/** People, and a view of those of age with their name in capitals. */
async function people() {
  const { db, ...store } = await startTestStore();
  await db.collection<Document & { _id: number }>('people').insertMany([
    { _id: 1, name: 'Ann', age: 30, tags: ['a', 'b'] },
    { _id: 2, name: 'Bob', age: 10, tags: ['b'] },
    { _id: 3, name: 'Cid', age: 20, tags: ['c'] },
  ]);
  await db.createCollection('adults', {
    viewOn: 'people',
    pipeline: [{ $match: { age: { $gte: 18 } } }, { $set: { name: { $toUpper: '$name' } } }],
  });
  return { ...store, db, adults: db.collection<Document>('adults') };
}

test('a view is listed as what it is', async () => {
  const { db } = await people();
  expect(await db.listCollections({ name: 'adults' }).toArray()).toEqual([
    {
      name: 'adults',
      type: 'view',
      options: { viewOn: 'people', pipeline: [{ $match: { age: { $gte: 18 } } }, { $set: { name: { $toUpper: '$name' } } }] },
      info: { readOnly: true },
    },
  ]);
});

const READS: [string, (db: Db) => Promise<unknown>, unknown][] = [
  [
    'find',
    (db) => db.collection('adults').find().toArray(),
    [
      { _id: 1, name: 'ANN' },
      { _id: 3, name: 'CID' },
    ],
  ],
  ['find with a filter', (db) => db.collection('adults').find({ name: 'CID' }).toArray(), [{ _id: 3 }]],
  ['find in order', (db) => db.collection('adults').find().sort({ age: 1 }).skip(1).limit(1).toArray(), [{ _id: 1 }]],
  ['find in batches', (db) => db.collection('adults').find({}, { batchSize: 1 }).toArray(), [{ _id: 1 }, { _id: 3 }]],
  ['findOne', (db) => db.collection('adults').findOne({ tags: 'c' }), { _id: 3 }],
  ['countDocuments', (db) => db.collection('adults').countDocuments({ age: { $lt: 25 } }), 1],
  ['estimatedDocumentCount', (db) => db.collection('adults').estimatedDocumentCount(), 2],
  ['distinct', (db) => db.collection('adults').distinct('tags'), ['a', 'b', 'c']],
  [
    'aggregate',
    (db) =>
      db
        .collection('adults')
        .aggregate([{ $group: { _id: null, n: { $sum: '$age' } } }])
        .toArray(),
    [{ n: 50 }],
  ],
  [
    '$lookup',
    (db) =>
      db
        .collection('people')
        .aggregate([{ $match: { age: 30 } }, { $lookup: { from: 'adults', localField: '_id', foreignField: '_id', as: 'x' } }])
        .toArray(),
    [{ x: [{ name: 'ANN' }] }],
  ],
  [
    '$unionWith',
    (db) =>
      db
        .collection('adults')
        .aggregate([{ $unionWith: 'adults' }, { $count: 'n' }])
        .toArray(),
    [{ n: 4 }],
  ],
];

test.each(READS)('%s reads a view', async (_, read, expected) => {
  const { db } = await people();
  const result = await read(db);
  if (typeof expected === 'object') expect(result).toMatchObject(expected as object);
  else expect(result).toBe(expected);
});

test('a view is projected as a collection is', async () => {
  const { adults } = await people();
  expect(await adults.find({}, { projection: { _id: 0, tags: { $slice: -1 } } }).toArray()).toEqual([
    { name: 'ANN', age: 30, tags: ['b'] },
    { name: 'CID', age: 20, tags: ['c'] },
  ]);
});

test('a view follows its collection, and finds by its indexes', async () => {
  const { db, adults } = await people();
  await db.collection('people').insertOne({ name: 'Dan', age: 40 } as Document);
  expect(await adults.countDocuments()).toBe(3);
  await db.collection('people').createIndex({ age: 1 });
  expect(await planOf(adults.find({ name: { $ne: 'BOB' } }))).toMatchObject({ keys: 3, returned: 3 });
});

test('a view of a view adds its stages', async () => {
  const { db } = await people();
  const seniors = await db.createCollection('seniors', { viewOn: 'adults', pipeline: [{ $match: { name: /^A/ } }] });
  expect(await seniors.find().toArray()).toMatchObject([{ _id: 1 }]);
});

const WRITES: [string, (db: Db) => Promise<unknown>][] = [
  ['insert', (db) => db.collection('adults').insertOne({})],
  ['update', (db) => db.collection('adults').updateOne({}, { $set: { a: 1 } })],
  ['delete', (db) => db.collection('adults').deleteOne({})],
  ['findAndModify', (db) => db.collection('adults').findOneAndUpdate({}, { $set: { a: 1 } })],
  ['createIndexes', (db) => db.collection('adults').createIndex({ a: 1 })],
  ['listIndexes', (db) => db.collection('adults').indexes()],
  ['dropIndexes', (db) => db.collection('adults').dropIndex('a_1')],
  ['collStats', (db) => db.command({ collStats: 'adults' })],
];

test.each(WRITES)('%s is refused on a view', async (_, write) => {
  const { db } = await people();
  await expect(write(db)).rejects.toMatchObject({ code: 166, message: 'Namespace test.adults is a view, not a collection' });
});

test.each<[options: Document, code: number]>([
  [{ viewOn: '' }, 2],
  [{ viewOn: 1 }, 14],
  [{ viewOn: 'a$b' }, 73],
  [{ pipeline: [] }, 72],
  [{ viewOn: 'people', pipeline: [{ $nothing: 1 }] }, 40324],
  [{ viewOn: 'people', validator: {} }, 72],
  [{ viewOn: 'new' }, 5],
])('the view %j is refused with code %i', async (options, code) => {
  const { db } = await people();
  await expect(db.command({ create: 'new', ...options })).rejects.toMatchObject({ code });
});

test('a name is given once', async () => {
  const { db } = await people();
  await expect(db.createCollection('adults')).rejects.toMatchObject({ code: 48 });
  await expect(db.createCollection('people', { viewOn: 'adults' })).rejects.toMatchObject({ code: 48 });
  await expect(db.createCollection('adults', { viewOn: 'people' })).rejects.toMatchObject({ code: 48 });
  await db.createCollection('plain', { viewOn: 'people' });
  await db.createCollection('plain', { viewOn: 'people' });
});

test('views in a circle are refused', async () => {
  const { db } = await people();
  await db.createCollection('a', { viewOn: 'b' });
  await expect(db.createCollection('b', { viewOn: 'a' })).rejects.toMatchObject({ code: 5 });
});

test('a view is dropped by itself, and with its database', async () => {
  const { db, adults } = await people();
  expect(await adults.drop()).toBe(true);
  expect(await adults.find().toArray()).toEqual([]);
  await db.createCollection('adults', { viewOn: 'people' });
  await db.dropDatabase();
  expect(await db.listCollections().toArray()).toEqual([]);
});

test('a view is there when the server starts again', async () => {
  const { stop, dataDir } = await people();
  await stop();
  const { db } = await startTestStore({ dataDir });
  expect(await db.collection('adults').countDocuments()).toBe(2);
});

test('a mongoose model reads a view', async () => {
  const connection = await mongooseConnection();
  const Person = connection.model('Person', new Schema({ first: String, age: Number }), 'people');
  await Person.create([
    { first: 'Ann', age: 30 },
    { first: 'Bob', age: 10 },
  ]);
  const Adult = connection.model('Adult', new Schema({ name: String }, { autoCreate: false, autoIndex: false }), 'adults');
  await Adult.createCollection({ viewOn: 'people', pipeline: [{ $match: { age: { $gte: 18 } } }, { $project: { name: '$first' } }] });
  expect((await Adult.find().lean()).map(({ name }) => name)).toEqual(['Ann']);
});
