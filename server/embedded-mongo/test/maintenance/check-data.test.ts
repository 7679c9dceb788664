import { expect, test } from 'vitest';
import { checkData, isSound } from '../../src/maintenance/check-data.ts';
import { type Damage, damage } from '../support/damage.ts';
import { startTestStore, temporaryDirectory } from '../support/test-store.ts';

interface Item {
  _id: number;
  n: number;
  tags: string[];
}

const ITEMS: Item[] = Array.from({ length: 50 }, (_, _id) => ({ _id, n: _id * 10, tags: [`t${_id % 3}`, 'all'] }));
const SOUND = { missing: 0, extra: 0, arrays: false, duplicates: 0 };

/** A directory with items under two indexes and a capped log, closed again. */
async function filledDirectory(): Promise<string> {
  const dataDir = temporaryDirectory();
  const store = await startTestStore({ dataDir });
  const items = store.db.collection<Item>('items');
  await items.createIndexes([
    { key: { n: 1 }, unique: true },
    { key: { tags: 1, n: -1 }, name: 'tags' },
    { key: { n: 1 }, partialFilterExpression: { n: { $gt: 400 } }, name: 'late' },
  ]);
  await items.insertMany(ITEMS);
  const log = await store.db.createCollection('log', { capped: true, size: 10_000 });
  await log.insertMany([{ line: 1 }, { line: 2 }]);
  await store.stop();
  return dataDir;
}

test('finds nothing where nothing is wrong', async () => {
  const { collections, remains } = await checkData(await filledDirectory());
  expect(collections.map(({ namespace, documents }) => [namespace, documents])).toEqual([
    ['test.items', 50],
    ['test.log', 2],
  ]);
  expect(collections.every(isSound)).toBe(true);
  expect(remains).toBe(0);
});

const item = (_id: number) => ({ ...(ITEMS[_id] as Item) });

/** What is broken, and what is found of it. */
const DAMAGES: [string, (damage: Damage) => void, Record<string, unknown>][] = [
  ['an entry is missing', (d) => d.forgetEntries('tags', item(3)), { tags: { ...SOUND, missing: 2 } }],
  ['an entry leads to no document', (d) => d.addEntries('n_1', { _id: 99, n: 5 }), { n_1: { ...SOUND, extra: 1 } }],
  [
    'an entry has another value than its document',
    (d) => {
      d.forgetEntries('n_1', item(4));
      d.addEntries('n_1', { ...item(4), n: 41 });
    },
    { n_1: { ...SOUND, missing: 1, extra: 1 } },
  ],
  ['a partial index has what it should leave out', (d) => d.addEntries('late', { _id: 1, n: 401 }), { late: { ...SOUND, extra: 1 } }],
  ['an index does not know of arrays', (d) => d.forgetArrays('tags'), { tags: { ...SOUND, arrays: true } }],
  [
    'a document is gone',
    (d) => d.removeDocument(45),
    { n_1: { ...SOUND, extra: 1 }, tags: { ...SOUND, extra: 2 }, late: { ...SOUND, extra: 1 }, miscounted: true },
  ],
  [
    'a document is in no index',
    (d) => d.putDocument(60, { _id: 60, n: 1, tags: [] }),
    { n_1: { ...SOUND, missing: 1 }, tags: { ...SOUND, missing: 1 }, miscounted: true },
  ],
];

test.each(DAMAGES)('when %s, it is found, repaired and not found again', async (_, breakIt, expected) => {
  const dataDir = await filledDirectory();
  await damage(dataDir, 'items', breakIt);
  const { collections } = await checkData(dataDir, true);
  const [found] = collections;
  const byName = Object.fromEntries((found?.indexes ?? []).map(({ name, ...findings }) => [name, findings]));
  const { miscounted = false, ...indexes } = expected;
  expect(byName).toEqual({ n_1: SOUND, tags: SOUND, late: SOUND, ...indexes });
  expect(found?.miscounted).toBe(miscounted);
  expect((await checkData(dataDir)).collections.every(isSound)).toBe(true);
  const store = await startTestStore({ dataDir });
  const items = store.db.collection<Item>('items');
  const all = await items.find().hint({ $natural: 1 }).sort({ _id: 1 }).toArray();
  expect(await items.find().hint('n_1').sort({ _id: 1 }).toArray()).toEqual(all);
  expect(
    await items
      .find({ tags: { $exists: true } })
      .hint('tags')
      .sort({ _id: 1 })
      .toArray(),
  ).toEqual(all);
  expect(await items.estimatedDocumentCount()).toBe(all.length);
});

test('two documents with one unique value, and bytes that are no document, are told and left to whoever knows which is right', async () => {
  const dataDir = await filledDirectory();
  await damage(dataDir, 'items', (d) => {
    d.putDocument(70, { _id: 70, n: 10, tags: [] });
    d.putDocument(71, Buffer.from('not a document'));
    d.putDocument(72, { _id: 73, n: 2, tags: [] });
  });
  await checkData(dataDir, true);
  const [found] = (await checkData(dataDir)).collections;
  expect(found).toMatchObject({ documents: 53, unreadable: 2, miscounted: false });
  expect(found?.indexes[0]).toEqual({ name: 'n_1', ...SOUND, duplicates: 1 });
  expect(isSound(found as never)).toBe(false);
});

test('what no collection bears is deleted', async () => {
  const dataDir = await filledDirectory();
  await damage(dataDir, 'items', (d) => d.addRemains());
  expect((await checkData(dataDir)).remains).toBe(2);
  expect((await checkData(dataDir, true)).remains).toBe(2);
  expect((await checkData(dataDir)).remains).toBe(0);
});

test('a directory that a server has open is refused', async () => {
  const { dataDir } = await startTestStore();
  await expect(checkData(dataDir)).rejects.toThrow(/already open|in use by process/);
});
