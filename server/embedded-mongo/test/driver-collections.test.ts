import { expect, test } from 'vitest';
import { items, numbers } from './support/items.ts';

test('are listed, described and dropped', async () => {
  const { db, client, collection } = await items(numbers(3));
  await collection.createIndex({ n: -1 }, { name: 'by_n' });
  expect(await db.listCollections().toArray()).toMatchObject([{ name: 'items', type: 'collection', idIndex: { name: '_id_' } }]);
  expect((await client.db().admin().listDatabases()).databases.map(({ name }) => name)).toEqual(['test']);
  expect(await collection.indexes()).toEqual([
    { v: 2, key: { _id: 1 }, name: '_id_' },
    { v: 2, key: { n: -1 }, name: 'by_n' },
  ]);
  await collection.dropIndex('by_n');
  expect(await collection.indexExists('by_n')).toBe(false);
  expect(await collection.drop()).toBe(true);
  expect(await collection.drop()).toBe(true);
  await db.createCollection('empty');
  await db.createCollection('empty');
  await db.dropDatabase();
  expect(await db.listCollections().toArray()).toEqual([]);
});

test('a dropped collection leaves nothing to one of the same name', async () => {
  const { db, collection } = await items(numbers(5000));
  await collection.createIndex({ n: 1 });
  await collection.drop();
  await collection.insertOne({ _id: 1, n: 1 });
  await collection.createIndex({ n: 1 });
  expect(await collection.countDocuments({ n: 1 })).toBe(1);
  expect(await db.command({ collStats: 'items' })).toMatchObject({ count: 1, indexSizes: { n_1: 1 } });
});

test('an index made under concurrent writes holds them all', async () => {
  const { collection } = await items(numbers(500));
  const writes = Array.from({ length: 100 }, (_, i) => collection.insertOne({ _id: 1000 + i, n: 3 }));
  await Promise.all([collection.createIndex({ n: 1 }), ...writes]);
  expect(await collection.find({ n: 3 }).hint({ n: 1 }).toArray()).toHaveLength(150);
});
