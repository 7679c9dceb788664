import type { Collection } from 'mongodb';
import { MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { type Item, items, numbers } from './support/items.ts';
import { planOf } from './support/plan-of.ts';
import { spawnStore } from './support/spawn-store.ts';
import { startTestStore, temporaryDirectory } from './support/test-store.ts';

const MANY = 5000;
/** Short, so that an index takes many portions. */
const turn = 1;
const many = (count = MANY) => numbers(count).map(({ _id, n }) => ({ _id, n, value: _id, tags: [`t${n}`, `u${_id % 100}`] }));

const indexNames = async (collection: Collection<Item>) => (await collection.indexes()).map(({ name }) => name).sort();

/** Resolves once the index is under construction. */
async function begun(collection: Collection<Item>, name: string): Promise<void> {
  await expect.poll(() => indexNames(collection), { interval: 1 }).toContain(name);
}

/** What is found through an index, by `_id`. */
const through = async (collection: Collection<Item>, hint: Record<string, 1>) =>
  (
    await collection
      .find({}, { projection: { _id: 1 } })
      .hint(hint)
      .toArray()
  )
    .map(({ _id }) => _id)
    .sort((a, b) => a - b);

test('lets other commands run while it enters what is there, and enters what they write', async () => {
  const { db, collection } = await items(many(), { turn });
  let built = false;
  const building = collection.createIndexes([{ key: { value: 1 } }, { key: { tags: 1 } }]).finally(() => {
    built = true;
  });
  await begun(collection, 'value_1');
  let commands = 0;
  for (let next = MANY; !built; next++) {
    await collection.insertOne({ _id: next, value: next, tags: ['new'] });
    await collection.updateOne({ _id: next - MANY }, { $set: { value: -next } });
    await collection.updateOne({ _id: MANY - 1 - (next - MANY) }, { $set: { tags: ['changed', 'twice'] } });
    await collection.deleteOne({ _id: 1000 + 7 * (next - MANY) });
    await db.command({ ping: 1 });
    commands += 5;
  }
  expect(await building).toEqual(['value_1', 'tags_1']);
  expect(commands).toBeGreaterThan(20);
  const all = await collection.find().hint({ $natural: 1 }).toArray();
  const ids = all.map(({ _id }) => _id).sort((a, b) => a - b);
  expect(await through(collection, { value: 1 })).toEqual(ids);
  expect(await through(collection, { tags: 1 })).toEqual(ids);
  const { indexSizes } = await db.command({ collStats: 'items' });
  expect(indexSizes).toEqual({ _id_: ids.length, value_1: ids.length, tags_1: all.reduce((sum, { tags }) => sum + tags.length, 0) });
});

test('answers no query through an index that is not whole', async () => {
  const { collection } = await items(many(), { turn });
  const building = collection.createIndex({ value: 1 });
  await begun(collection, 'value_1');
  expect((await planOf(collection.find({ value: 5 }))).scan).toMatchObject({ stage: 'COLLSCAN' });
  await expect(collection.find().hint('value_1').toArray()).rejects.toMatchObject({ code: 2 });
  await building;
  expect((await planOf(collection.find({ value: 5 }))).scan).toMatchObject({ stage: 'IXSCAN', indexName: 'value_1' });
});

test('fails for a value that is there twice, and leaves nothing of itself', async () => {
  const { collection } = await items([...many(), { _id: MANY, value: MANY - 1 }], { turn });
  const twice = collection.createIndexes([{ key: { n: 1 } }, { key: { value: 1 }, unique: true }]);
  await expect(twice).rejects.toMatchObject({ code: 11000, keyPattern: { value: 1 }, keyValue: { value: MANY - 1 } });
  expect(await indexNames(collection)).toEqual(['_id_']);
  await collection.deleteOne({ _id: MANY });
  await collection.createIndex({ value: 1 }, { unique: true });
  await expect(collection.insertOne({ _id: MANY, value: 3 })).rejects.toMatchObject({ code: 11000 });
});

test.each([
  {
    what: 'a value a second time',
    index: { value: 1 } as Record<string, 1>,
    unique: true,
    document: { _id: -1, value: MANY - 1 },
    code: 11000,
  },
  {
    what: 'two arrays',
    index: { tags: 1, value: 1 } as Record<string, 1>,
    unique: false,
    document: { _id: -1, tags: [1], value: [2] },
    code: 171,
  },
])('refuses no write before it is whole: $what makes its building fail', async ({ index, unique, document, code }) => {
  const { collection } = await items(many(), { turn });
  const building = collection.createIndex(index, { unique, name: 'wanted' });
  const failed = expect(building).rejects.toMatchObject({ code });
  await begun(collection, 'wanted');
  await collection.insertOne(document);
  await failed;
  expect(await indexNames(collection)).toEqual(['_id_']);
  expect(await collection.countDocuments({ _id: -1 })).toBe(1);
});

test('is made once for two clients that ask for it at the same time', async () => {
  const { db, collection } = await items(many(), { turn });
  const ask = () => db.command({ createIndexes: 'items', indexes: [{ key: { value: 1 }, name: 'value_1' }] });
  const answers = await Promise.all([ask(), ask()]);
  expect(answers.map(({ numIndexesAfter }) => numIndexesAfter)).toEqual([2, 2]);
  expect(answers.map(({ note }) => note)).toEqual([undefined, 'all indexes already exist']);
  expect((await planOf(collection.find({ value: 5 }))).scan).toMatchObject({ indexName: 'value_1' });
});

test.each([
  ['the collection', (collection: Collection<Item>) => collection.drop()],
  ['the index', (collection: Collection<Item>) => collection.dropIndex('value_1')],
])('ends when %s is dropped meanwhile', async (_, drop) => {
  const { collection } = await items(many(), { turn });
  const ended = expect(collection.createIndex({ value: 1 })).rejects.toMatchObject({ code: 276 });
  await begun(collection, 'value_1');
  await drop(collection);
  await ended;
});

test('is forgotten by a store that was killed before it was whole', async () => {
  const dataDir = temporaryDirectory();
  const { url, child, exited } = await spawnStore(['--data', dataDir]);
  const client = await MongoClient.connect(url);
  const collection = client.db('test').collection<Item>('items');
  await collection.insertMany(many(30_000));
  const building = expect(collection.createIndex({ value: 1 }, { unique: true })).rejects.toThrow();
  await begun(collection, 'value_1');
  child.kill('SIGKILL');
  await exited;
  await building;
  await client.close();
  const { db } = await startTestStore({ dataDir });
  const found = db.collection<Item>('items');
  expect(await indexNames(found)).toEqual(['_id_']);
  await found.insertOne({ _id: -1, value: 5 });
  await expect(found.createIndex({ value: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
  await found.deleteOne({ _id: -1 });
  expect(await found.createIndex({ value: 1 }, { unique: true })).toBe('value_1');
});
