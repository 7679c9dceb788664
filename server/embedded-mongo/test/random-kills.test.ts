import type { ChildProcess } from 'node:child_process';
import fc from 'fast-check';
import { type Collection, type Document, MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { checkData, isSound } from '../src/maintenance/check-data.ts';
import { spawnStore } from './support/spawn-store.ts';
import { temporaryDirectory } from './support/test-store.ts';

type Item = Document & { _id: number };

const value = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.constantFrom('a', 'b', null),
  fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }),
);
const fields = fc.record({ a: value, b: fc.integer({ min: 0, max: 99 }), c: fc.string({ maxLength: 300 }) }, { requiredKeys: ['b'] });
const id = fc.integer({ min: 0, max: 200 });
const key = fc.constantFrom<Document>({ a: 1 }, { b: -1, a: 1 }, { c: 1 }, { 'a.x': 1 });

/** One thing a client does; what it answers is of no matter here, only that nothing is left half done. */
const step: fc.Arbitrary<(items: Collection<Item>) => Promise<unknown>> = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.tuple(id, fields), { minLength: 1, maxLength: 40 }).map(inserting) },
  {
    weight: 4,
    arbitrary: fc.tuple(id, fields).map(
      ([_id, set]) =>
        (items: Collection<Item>) =>
          items.updateOne({ _id }, { $set: set }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(value, fields).map(
      ([a, set]) =>
        (items: Collection<Item>) =>
          items.updateMany({ a }, { $set: set, $inc: { n: 1 } }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(id, fields).map(
      ([_id, set]) =>
        (items: Collection<Item>) =>
          items.replaceOne({ _id }, set, { upsert: true }),
    ),
  },
  {
    weight: 2,
    arbitrary: fields.map(
      ({ b }) =>
        (items: Collection<Item>) =>
          items.deleteMany({ b: { $lt: b / 10 } }),
    ),
  },
  { weight: 1, arbitrary: key.map((index) => (items: Collection<Item>) => items.createIndex(index as never)) },
  { weight: 1, arbitrary: key.map((index) => (items: Collection<Item>) => items.dropIndex(index as never)) },
  { weight: 1, arbitrary: fc.constant((items: Collection<Item>) => items.rename('other', { dropTarget: true })) },
);

function inserting(documents: [number, Document][]) {
  const made = documents.map(([_id, rest]) => ({ _id, ...rest }));
  return (items: Collection<Item>) => items.insertMany(made, { ordered: false });
}

/** A run may leave, in a collection made after a rename, what no unique index allows: then the next goes without. */
function isLeftTwice(error: { code?: unknown }) {
  if (error.code !== 11_000) throw error;
}

/** Works until the store is gone; a step that is refused, by a unique index say, is followed by the next. */
async function workUntilKilled(
  items: Collection<Item>,
  steps: readonly ((items: Collection<Item>) => Promise<unknown>)[],
  child: ChildProcess,
) {
  for (let number = 0; child.signalCode === null && !child.killed; number++) {
    try {
      await steps[number % steps.length]?.(items);
    } catch {
      // Refused, or cut off: the loop ends with the store.
    }
  }
}

test('whenever the store is killed, data and indexes agree, and counts with both', { timeout: 120_000 }, async () => {
  const dataDir = temporaryDirectory();
  const worlds = fc.record({
    clients: fc.array(fc.array(step, { minLength: 10, maxLength: 30 }), { minLength: 2, maxLength: 6 }),
    killedAfter: fc.integer({ min: 0, max: 400 }),
  });
  await fc.assert(
    fc.asyncProperty(worlds, async ({ clients, killedAfter }) => {
      const { url, child, exited } = await spawnStore(['--data', dataDir]);
      const client = await MongoClient.connect(url, { retryWrites: false, serverSelectionTimeoutMS: 500 });
      const items = client.db('test').collection<Item>('items');
      await items.createIndex({ b: 1, a: 1 });
      await items.createIndex({ a: 1, c: 1 }, { unique: true, partialFilterExpression: { c: { $gt: 'm' } } }).catch(isLeftTwice);
      const working = clients.map((steps) => workUntilKilled(items, steps, child));
      setTimeout(() => child.kill('SIGKILL'), killedAfter);
      await Promise.all(working);
      await exited;
      await client.close();
      const { collections, remains } = await checkData(dataDir);
      expect(collections.filter((findings) => !isSound(findings))).toEqual([]);
      expect(remains).toBe(0);
    }),
    // Each run goes on with the data the one before has left; to make one smaller would tell of other data.
    { numRuns: 5, endOnFailure: true },
  );
});
