import type { Db, Document } from 'mongodb';
import { expect, test } from 'vitest';
import { items, numbers } from './support/items.ts';
import { planOf } from './support/plan-of.ts';
import { startTestStore } from './support/test-store.ts';

async function threeCollections() {
  const store = await startTestStore();
  for (const name of ['a', 'b']) await store.db.collection(name).insertOne({ from: name });
  await store.db.createCollection('view', { viewOn: 'a' });
  return store;
}

const rename = (db: Db, command: Document) => db.admin().command(command);

test('a renamed collection keeps its documents, its indexes and its options, also after a restart', async () => {
  const { db, collection } = await items(numbers(100));
  await collection.createIndex({ n: 1 });
  await db.command({ collMod: 'items', validator: { n: { $gte: 0 } } });
  await collection.rename('things');
  expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(['things']);
  expect(await db.collection('things').countDocuments({ n: 3 })).toBe(10);
  expect((await planOf(db.collection('things').find({ n: 3 }))).scan.indexName).toBe('n_1');
  await expect(db.collection('things').insertOne({ n: -1 })).rejects.toMatchObject({ code: 121 });
});

test('a collection is renamed into another database, and over a target that is to be dropped', async () => {
  const { db, client, stop, dataDir } = await threeCollections();
  await rename(db, { renameCollection: 'test.a', to: 'elsewhere.c' });
  await rename(db, { renameCollection: 'elsewhere.c', to: 'test.b', dropTarget: true });
  expect(
    await db
      .collection('b')
      .find({}, { projection: { _id: 0 } })
      .toArray(),
  ).toEqual([{ from: 'a' }]);
  expect(await client.db('elsewhere').listCollections().toArray()).toEqual([]);
  await stop();
  const again = await startTestStore({ dataDir });
  expect((await again.db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)).toEqual(['b', 'view']);
  expect(await again.db.collection('b').countDocuments({ from: 'a' })).toBe(1);
});

test.each<[string, Document, number]>([
  ['that is not there', { renameCollection: 'test.missing', to: 'test.c' }, 26],
  ['onto another', { renameCollection: 'test.a', to: 'test.b' }, 48],
  ['onto itself', { renameCollection: 'test.a', to: 'test.a' }, 20],
  ['onto a view', { renameCollection: 'test.a', to: 'test.view', dropTarget: true }, 48],
  ['that is a view', { renameCollection: 'test.view', to: 'test.c' }, 166],
  ['without a database', { renameCollection: 'a', to: 'test.c' }, 73],
  ['to a bad name', { renameCollection: 'test.a', to: 'test.$c' }, 73],
  ['to a number', { renameCollection: 'test.a', to: 1 }, 14],
])('refuses to rename a collection %s', async (_, command, code) => {
  const { db } = await threeCollections();
  await expect(rename(db, command)).rejects.toMatchObject({ code });
  expect(await db.collection('a').countDocuments()).toBe(1);
});

test('renames from the admin database only', async () => {
  const { db } = await threeCollections();
  await expect(db.command({ renameCollection: 'test.a', to: 'test.c' })).rejects.toMatchObject({ code: 13, codeName: 'Unauthorized' });
});

test('an index is hidden from queries and shown again', async () => {
  const { db, collection } = await items(numbers(50));
  await collection.createIndex({ n: 1 });
  const hide = (hidden: boolean) => db.command({ collMod: 'items', index: { name: 'n_1', hidden } });
  expect(await hide(true)).toMatchObject({ hidden_old: false, hidden_new: true });
  expect((await planOf(collection.find({ n: 1 }))).stage).toBe('COLLSCAN');
  await collection.insertOne({ _id: 100, n: 1 });
  expect(await hide(false)).toMatchObject({ hidden_old: true, hidden_new: false });
  expect((await planOf(collection.find({ n: 1 }))).scan.indexName).toBe('n_1');
  expect(await collection.countDocuments({ n: 1 })).toBe(6);
});

test('an index learns to let documents expire, and at another time', async () => {
  const { db } = await startTestStore({ ttlInterval: 20 });
  await db.collection('c').insertOne({ at: new Date(Date.now() - 60_000) });
  await db.collection('c').createIndex({ at: 1 });
  const expire = (expireAfterSeconds: number) => db.command({ collMod: 'c', index: { keyPattern: { at: 1 }, expireAfterSeconds } });
  const first = await expire(100_000);
  expect(first).toMatchObject({ expireAfterSeconds_new: 100_000 });
  expect(first).not.toHaveProperty('expireAfterSeconds_old');
  expect(await expire(10)).toMatchObject({ expireAfterSeconds_old: 100_000, expireAfterSeconds_new: 10 });
  await expect.poll(() => db.collection('c').countDocuments(), { timeout: 10_000 }).toBe(0);
});

test('an index becomes unique in two steps, and names what stands in the way', async () => {
  const { db, collection } = await items([
    { _id: 1, x: 1 },
    { _id: 2, x: 1 },
    { _id: 3, x: 2 },
    { _id: 4, x: 2 },
  ]);
  await collection.createIndex({ x: 1 });
  const modify = (change: Document) => db.command({ collMod: 'items', index: { name: 'x_1', ...change } });
  await expect(modify({ unique: true })).rejects.toMatchObject({ code: 72 });
  expect(await modify({ prepareUnique: true })).toMatchObject({ prepareUnique_old: false, prepareUnique_new: true });
  await expect(collection.insertOne({ _id: 5, x: 1 })).rejects.toMatchObject({ code: 11000 });
  await expect(modify({ unique: true })).rejects.toMatchObject({
    code: 359,
    codeName: 'CannotConvertIndexToUnique',
    errorResponse: { violations: [{ ids: [1, 2] }, { ids: [3, 4] }] },
  });
  await collection.deleteMany({ _id: { $in: [2, 4] } });
  expect(await modify({ unique: true })).toMatchObject({ unique_new: true });
  expect((await collection.indexes())[1]).toEqual({ v: 2, key: { x: 1 }, name: 'x_1', unique: true });
});

test('a capped collection, a view and the rule for documents are changed', async () => {
  const { db } = await startTestStore();
  await db.createCollection('capped', { capped: true, size: 4096, max: 5 });
  await db.command({ collMod: 'capped', cappedMax: 2 });
  await db.collection('capped').insertMany([{ n: 1 }, { n: 2 }, { n: 3 }]);
  expect((await db.collection('capped').find().toArray()).map(({ n }) => n)).toEqual([2, 3]);
  await db.createCollection('view', { viewOn: 'capped', pipeline: [{ $match: { n: 1 } }] });
  await db.command({ collMod: 'view', viewOn: 'capped', pipeline: [{ $match: { n: { $gt: 2 } } }] });
  expect((await db.collection('view').find().toArray()).map(({ n }) => n)).toEqual([3]);
  await db.createCollection('c', { validator: { n: 1 } });
  await db.command({ collMod: 'c', validationLevel: 'off' });
  await db.collection('c').insertOne({ n: 2 });
  await db.command({ collMod: 'c', validationLevel: 'strict' });
  await expect(db.collection('c').insertOne({ n: 2 })).rejects.toMatchObject({ code: 121 });
});

test.each<[string, Document, number]>([
  ['a collection that is not there', { collMod: 'missing' }, 26],
  ['an unknown field', { collMod: 'items', frob: 1 }, 40415],
  ['an index that is not there', { collMod: 'items', index: { name: 'x', hidden: true } }, 27],
  ['an index without name', { collMod: 'items', index: { hidden: true } }, 72],
  ['an index named twice', { collMod: 'items', index: { name: 'n_1', keyPattern: { n: 1 }, hidden: true } }, 72],
  ['nothing of an index', { collMod: 'items', index: { name: 'n_1' } }, 72],
  ['an unknown field of an index', { collMod: 'items', index: { name: 'n_1', frob: 1 } }, 40415],
  ['the index of _id', { collMod: 'items', index: { name: '_id_', hidden: true } }, 2],
  ['the expiry of two fields', { collMod: 'items', index: { name: 'two', expireAfterSeconds: 1 } }, 72],
  ['the size of a collection that has none', { collMod: 'items', cappedSize: 4096 }, 72],
  ['a collection into a view', { collMod: 'items', viewOn: 'other', pipeline: [] }, 72],
])('refuses to change %s', async (_, command, code) => {
  const { db, collection } = await items(numbers(3));
  await collection.createIndexes([{ key: { n: 1 } }, { key: { n: 1, m: 1 }, name: 'two' }]);
  await expect(db.command(command)).rejects.toMatchObject({ code });
});

test('a clustered collection bears the name of its index, and is otherwise like any other', async () => {
  const { db } = await startTestStore();
  const clusteredIndex = { key: { _id: 1 }, unique: true, name: 'by id' };
  await db.createCollection('c', { clusteredIndex });
  await db.createCollection('c', { clusteredIndex });
  await db.collection<{ _id: number }>('c').insertMany([{ _id: 2 }, { _id: 1 }]);
  expect(await db.collection('c').indexes()).toEqual([{ v: 2, key: { _id: 1 }, name: 'by id', unique: true, clustered: true }]);
  expect(await db.listCollections().toArray()).toMatchObject([{ name: 'c', options: { clusteredIndex: { v: 2, ...clusteredIndex } } }]);
  await expect(db.collection<{ _id: number }>('c').insertOne({ _id: 1 })).rejects.toMatchObject({ code: 11000 });
  expect(await db.collection('c').find().hint('by id').toArray()).toEqual([{ _id: 1 }, { _id: 2 }]);
});

test.each<[string, Document, number]>([
  ['on another field', { clusteredIndex: { key: { a: 1 }, unique: true } }, 197],
  ['that is not unique', { clusteredIndex: { key: { _id: 1 } } }, 197],
  ['that is capped', { clusteredIndex: { key: { _id: 1 }, unique: true }, capped: true, size: 4096 }, 72],
  ['of strange images', { changeStreamPreAndPostImages: {} }, 40414],
])('refuses a clustered collection %s', async (_, options, code) => {
  const { db } = await startTestStore();
  await expect(db.command({ create: 'c', ...options })).rejects.toMatchObject({ code });
});
