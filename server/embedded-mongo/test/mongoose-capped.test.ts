import type { Document } from 'mongodb';
import { Schema } from 'mongoose';
import { expect, test } from 'vitest';
import { mongooseConnection } from './support/mongoose-connection.ts';
import { planOf } from './support/plan-of.ts';
import { startTestStore } from './support/test-store.ts';

interface Entry {
  _id: number;
  n?: number;
  text?: string;
}

async function capped(options: Document) {
  const store = await startTestStore();
  return { ...store, log: await store.db.createCollection<Entry>('log', { capped: true, size: 100_000, ...options }) };
}

test('a capped collection is listed with its size, rounded as MongoDB does, and its number of documents', async () => {
  const { db, log } = await capped({ size: 1000, max: 5 });
  expect(await log.isCapped()).toBe(true);
  expect(await log.options()).toEqual({ capped: true, size: 1024, max: 5 });
  expect(await db.command({ collStats: 'log' })).toMatchObject({ capped: true, max: 5, maxSize: 1024 });
  expect(await log.indexes()).toEqual([{ v: 2, key: { _id: 1 }, name: '_id_' }]);
});

test('documents come in the order they were inserted, or backward', async () => {
  const { log } = await capped({});
  for (const _id of [3, 1, 2]) await log.insertOne({ _id });
  const ids = async (find: { toArray(): Promise<Entry[]> }) => (await find.toArray()).map(({ _id }) => _id);
  expect(await ids(log.find())).toEqual([3, 1, 2]);
  expect(await ids(log.find().sort({ $natural: -1 }))).toEqual([2, 1, 3]);
  expect(await ids(log.find().hint({ $natural: -1 }))).toEqual([2, 1, 3]);
  expect(await ids(log.find().sort({ _id: 1 }))).toEqual([1, 2, 3]);
  expect(await ids(log.find({ _id: { $gt: 1 } }, { hint: '_id_' }))).toEqual([2, 3]);
});

test('the oldest documents make room for new ones, by number', async () => {
  const { log } = await capped({ max: 2 });
  for (const _id of [3, 1, 2]) await log.insertOne({ _id });
  await log.insertMany([{ _id: 9 }, { _id: 8 }]);
  expect(await log.find().toArray()).toEqual([{ _id: 9 }, { _id: 8 }]);
  expect(await log.countDocuments({ _id: { $gte: 0 } })).toBe(2);
  await log.insertOne({ _id: 3 });
  expect(await log.find().toArray()).toEqual([{ _id: 8 }, { _id: 3 }]);
});

test('the oldest documents make room for new ones, by size', async () => {
  const { log } = await capped({ size: 1024 });
  for (let _id = 20; _id > 0; _id--) await log.insertOne({ _id, text: 'x'.repeat(170) });
  expect((await log.find().toArray()).map(({ _id }) => _id)).toEqual([5, 4, 3, 2, 1]);
  await expect(log.insertOne({ _id: 99, text: 'x'.repeat(2000) })).rejects.toMatchObject({ code: 2 });
  expect(await log.countDocuments()).toBe(5);
});

test('_id stays unique, and finds its document by an index', async () => {
  const { log } = await capped({});
  await log.insertMany([{ _id: 2 }, { _id: 1 }]);
  await expect(log.insertOne({ _id: 1 })).rejects.toMatchObject({
    code: 11000,
    message: 'E11000 duplicate key error collection: test.log index: _id_ dup key: { _id: 1 }',
  });
  expect(await planOf(log.find({ _id: 1 }))).toMatchObject({ keys: 1, documents: 1, returned: 1 });
  await expect(log.dropIndex('_id_')).rejects.toMatchObject({ code: 72 });
});

test('documents are updated and deleted in place', async () => {
  const { log } = await capped({});
  await log.createIndex({ n: 1 }, { unique: true });
  await log.insertMany([
    { _id: 3, n: 1 },
    { _id: 1, n: 2 },
    { _id: 2, n: 3 },
  ]);
  await log.updateOne({ _id: 1 }, { $set: { n: 20, text: 'longer' } });
  await log.deleteOne({ n: 1 });
  await log.updateOne({ _id: 7 }, { $set: { n: 4 } }, { upsert: true });
  expect(await log.find().toArray()).toEqual([
    { _id: 1, n: 20, text: 'longer' },
    { _id: 2, n: 3 },
    { _id: 7, n: 4 },
  ]);
  expect(
    await log
      .find({ n: { $gte: 4 } })
      .hint('n_1')
      .toArray(),
  ).toMatchObject([{ _id: 7 }, { _id: 1 }]);
});

test('the order goes on when the server starts again', async () => {
  const { log, stop, dataDir } = await capped({ max: 2 });
  await log.insertMany([{ _id: 2 }, { _id: 1 }]);
  await stop();
  const again = (await startTestStore({ dataDir })).db.collection<Entry>('log');
  await again.insertOne({ _id: 0 });
  expect(await again.find().toArray()).toEqual([{ _id: 1 }, { _id: 0 }]);
});

test.each([
  [{ capped: true }, 72],
  [{ size: 1000 }, 72],
  [{ capped: false, max: 5 }, 72],
  [{ capped: true, size: 0 }, 51024],
  [{ capped: true, size: 1000, viewOn: 'log' }, 72],
])('create with %j is refused with code %i', async (options, code) => {
  const { db } = await startTestStore();
  await expect(db.command({ create: 'new', ...options })).rejects.toMatchObject({ code });
});

test('a collection is not made capped by asking again', async () => {
  const { db } = await capped({});
  await db.createCollection('log', { capped: true, size: 100_000 });
  await expect(db.createCollection('log')).rejects.toMatchObject({ code: 48 });
  await expect(db.createCollection('log', { capped: true, size: 5000 })).rejects.toMatchObject({ code: 48 });
});

test('a mongoose schema makes its collection capped', async () => {
  const connection = await mongooseConnection();
  const Log = connection.model('Log', new Schema({ text: String }, { capped: { size: 8192, max: 2 } }));
  await Log.init();
  for (const text of ['a', 'b', 'c']) await Log.create({ text });
  expect(await Log.collection.isCapped()).toBe(true);
  expect((await Log.find().lean()).map(({ text }) => text)).toEqual(['b', 'c']);
});
