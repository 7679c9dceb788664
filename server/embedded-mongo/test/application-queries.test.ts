import type { Document } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { planOf } from './support/plan-of.ts';
import { startTestStore } from './support/test-store.ts';

describe('lists of threads', () => {
  async function threads() {
    const { db } = await startTestStore();
    const collection = db.collection<{ _id: number; clubId: number; status: string; deletedAt: Date | null; lastActivityAt: Date }>(
      'threads',
    );
    await collection.createIndexes([
      { key: { clubId: 1, deletedAt: 1, lastActivityAt: -1, _id: -1 } },
      { key: { clubId: 1, status: 1, lastActivityAt: -1 } },
    ]);
    await collection.insertMany(
      Array.from({ length: 1000 }, (_, _id) => ({
        _id,
        clubId: _id % 5,
        status: _id % 3 === 0 ? 'resolved' : 'open',
        deletedAt: _id % 50 === 0 ? new Date(0) : null,
        lastActivityAt: new Date(1000 * Math.floor(_id / 20)),
      })),
    );
    return collection;
  }

  test('reads a page from the index alone, in its order', async () => {
    const collection = await threads();
    const find = () => collection.find({ clubId: 2, deletedAt: null }).sort({ lastActivityAt: -1, _id: -1 }).limit(20);
    expect(await planOf(find())).toMatchObject({
      stage: 'FETCH',
      filtered: false,
      keys: 20,
      documents: 20,
      scan: { indexName: 'clubId_1_deletedAt_1_lastActivityAt_-1__id_-1', direction: 'forward' },
    });
    const backward = collection.find({ clubId: 2, deletedAt: null }).sort({ lastActivityAt: 1, _id: 1 }).limit(20);
    expect(await planOf(backward)).toMatchObject({ keys: 20, scan: { direction: 'backward' } });
  });

  test('continues after a cursor without reading the pages before', async () => {
    const collection = await threads();
    const page = (filter: Document) =>
      collection
        .find({ clubId: 2, deletedAt: null, ...filter })
        .sort({ lastActivityAt: -1, _id: -1 })
        .limit(20);
    const all = await page({}).limit(0).toArray();
    const last = all[99] as (typeof all)[number];
    const next = {
      $or: [{ lastActivityAt: { $lt: last.lastActivityAt } }, { lastActivityAt: last.lastActivityAt, _id: { $lt: last._id } }],
    };
    expect(await page(next).toArray()).toEqual(all.slice(100, 120));
    const plan = await planOf(page(next));
    expect(plan).toMatchObject({ stage: 'FETCH', returned: 20 });
    expect(plan.keys).toBeLessThan(30);
  });

  test('merges the clubs of a member in order of activity', async () => {
    const collection = await threads();
    const find = () =>
      collection
        .find({ clubId: { $in: [1, 3, 4] }, status: 'open' })
        .sort({ lastActivityAt: -1 })
        .limit(20);
    const plan = await planOf(find());
    expect(plan).toMatchObject({
      stage: 'FETCH',
      returned: 20,
      documents: 20,
      scan: { indexName: 'clubId_1_status_1_lastActivityAt_-1', merged: true, ranges: 3 },
    });
    const found = await find().toArray();
    const sorted = await collection
      .find({ clubId: { $in: [1, 3, 4] }, status: 'open' })
      .hint({ $natural: 1 })
      .sort({ lastActivityAt: -1 })
      .limit(20)
      .toArray();
    expect(found.map(({ lastActivityAt }) => lastActivityAt)).toEqual(sorted.map(({ lastActivityAt }) => lastActivityAt));
    expect(found.every(({ clubId, status }) => [1, 3, 4].includes(clubId) && status === 'open')).toBe(true);
  });

  test('counts from keys alone', async () => {
    const collection = await threads();
    expect(await collection.countDocuments({ clubId: 2, deletedAt: null })).toBe(200);
    expect(await collection.countDocuments({ clubId: { $in: [0, 2] }, status: 'open' }, { skip: 3, limit: 1000 })).toBe(264);
  });
});

test('finds what bears a mark through the partial index of what bears one', async () => {
  const { db } = await startTestStore();
  const texts = db.collection('texts');
  await texts.insertMany(Array.from({ length: 50 }, (_, n) => ({ n, ...(n % 25 === 0 && { unsettled: `created:${n}` }) })));
  await texts.createIndex({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });
  expect(await planOf(texts.find({ unsettled: { $exists: true } }))).toMatchObject({ documents: 2, returned: 2 });
  expect(await planOf(texts.find({ unsettled: { $exists: false } }))).toMatchObject({ stage: 'COLLSCAN', returned: 48 });
});

test('finds what is pending through a partial index, and only when the query asks for it', async () => {
  const { db } = await startTestStore();
  const outbox = db.collection<{ _id: number; pending?: boolean }>('outbox');
  await outbox.createIndex({ pending: 1 }, { partialFilterExpression: { pending: true } });
  await outbox.insertMany(Array.from({ length: 300 }, (_, _id) => (_id % 100 === 0 ? { _id, pending: true } : { _id, pending: false })));
  expect(await planOf(outbox.find({ pending: true }))).toMatchObject({ keys: 3, returned: 3, scan: { indexName: 'pending_1' } });
  expect(await planOf(outbox.find({ pending: false }))).toMatchObject({ stage: 'COLLSCAN', returned: 297 });
  await outbox.updateOne({ _id: 100 }, { $unset: { pending: 1 } });
  await outbox.updateOne({ _id: 1 }, { $set: { pending: true } });
  expect((await outbox.find({ pending: true }).toArray()).map(({ _id }) => _id)).toEqual([0, 1, 200]);
});

test('deletes what has expired, and nothing else', async () => {
  const { db } = await startTestStore({ ttlInterval: 20 });
  const tokens = db.collection<{ _id: number; expiresAt?: unknown }>('tokens');
  await tokens.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  const past = new Date(Date.now() - 60_000);
  await tokens.insertMany([
    { _id: 1, expiresAt: past },
    { _id: 2, expiresAt: new Date(Date.now() + 3_600_000) },
    { _id: 3 },
    { _id: 4, expiresAt: 'never' },
    { _id: 5, expiresAt: [past] },
    { _id: 6, expiresAt: 0 },
  ]);
  await expect
    .poll(() =>
      tokens
        .find()
        .toArray()
        .then((left) => left.map(({ _id }) => _id)),
    )
    .toEqual([2, 3, 4, 6]);
});
