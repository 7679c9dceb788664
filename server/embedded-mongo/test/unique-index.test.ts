import { MongoClient, MongoServerError } from 'mongodb';
import { expect, onTestFinished, test } from 'vitest';
import { startTestStore } from './support/test-store.ts';

test('lets exactly one of fifty concurrent inserts take a value', async () => {
  const { url, db } = await startTestStore();
  await db.collection('threads').createIndex({ threadId: 1, number: 1 }, { unique: true });
  const client = await MongoClient.connect(url, { maxPoolSize: 50, minPoolSize: 50 });
  onTestFinished(() => client.close());
  const threads = client.db('test').collection('threads');
  const attempts = await Promise.allSettled(
    Array.from({ length: 50 }, (_, writer) => threads.insertOne({ threadId: 't', number: 1, writer })),
  );
  const refused = attempts.filter((attempt) => attempt.status === 'rejected');
  expect(refused).toHaveLength(49);
  for (const { reason } of refused)
    expect(reason).toMatchObject({ code: 11000, keyPattern: { threadId: 1, number: 1 }, keyValue: { threadId: 't', number: 1 } });
  expect(await threads.countDocuments()).toBe(1);
});

test('numbers replies without a gap under concurrent increments', async () => {
  const { db } = await startTestStore();
  const counters = db.collection<{ _id: string; next: number }>('counters');
  const taken = await Promise.all(
    Array.from({ length: 40 }, () =>
      counters.findOneAndUpdate({ _id: 'replies' }, { $inc: { next: 1 } }, { upsert: true, returnDocument: 'after' }),
    ),
  );
  expect(taken.map((counter) => counter?.next).sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
});

test("refuses an update, an upsert and a replacement that would take another's value", async () => {
  const { db } = await startTestStore();
  const users = db.collection<{ _id: number; email: string }>('users');
  await users.createIndex({ email: 1 }, { unique: true });
  await users.insertMany([
    { _id: 1, email: 'a@x.example' },
    { _id: 2, email: 'b@x.example' },
  ]);
  const taken = { code: 11000, keyValue: { email: 'a@x.example' } };
  await expect(users.updateOne({ _id: 2 }, { $set: { email: 'a@x.example' } })).rejects.toMatchObject(taken);
  await expect(users.replaceOne({ _id: 2 }, { email: 'a@x.example' })).rejects.toMatchObject(taken);
  await expect(users.updateOne({ _id: 3 }, { $set: { email: 'a@x.example' } }, { upsert: true })).rejects.toMatchObject(taken);
  await users.updateOne({ _id: 1 }, { $set: { email: 'a@x.example' } });
  expect(await users.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 1, email: 'a@x.example' },
    { _id: 2, email: 'b@x.example' },
  ]);
});

test('treats a missing value as null, unless the index is sparse or partial', async () => {
  const { db } = await startTestStore();
  const plain = db.collection('plain');
  await plain.createIndex({ email: 1 }, { unique: true });
  await plain.insertOne({});
  await expect(plain.insertOne({ email: null })).rejects.toMatchObject({ code: 11000 });
  const sparse = db.collection('sparse');
  await sparse.createIndex({ email: 1 }, { unique: true, sparse: true });
  expect((await sparse.insertMany([{}, {}])).insertedCount).toBe(2);
  const partial = db.collection('partial');
  await partial.createIndex({ email: 1 }, { unique: true, partialFilterExpression: { email: { $gte: '' } } });
  expect((await partial.insertMany([{}, { email: null }, { email: 1 }, { email: 1 }])).insertedCount).toBe(4);
  await partial.insertOne({ email: 'a' });
  await expect(partial.insertOne({ email: 'a' })).rejects.toBeInstanceOf(MongoServerError);
});

test('keeps values apart that are longer than a key can be', async () => {
  const { db } = await startTestStore();
  const long = db.collection('long');
  await long.createIndex({ text: 1 }, { unique: true });
  const text = 'a'.repeat(5000);
  await long.insertMany([{ text }, { text: `${text}b` }]);
  await expect(long.insertOne({ text })).rejects.toMatchObject({ code: 11000 });
  expect(await long.countDocuments({ text: `${text}b` })).toBe(1);
  expect(await long.countDocuments({ text: { $gt: text } })).toBe(1);
});

test('refuses a unique index over duplicates and leaves nothing of it', async () => {
  const { db } = await startTestStore();
  const users = db.collection('users');
  await users.insertMany([{ email: 'a' }, { email: 'a' }]);
  await expect(users.createIndex({ email: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
  expect(await users.indexes()).toHaveLength(1);
  expect((await users.insertOne({ email: 'a' })).acknowledged).toBe(true);
  expect(await users.countDocuments({ email: 'a' })).toBe(3);
});
