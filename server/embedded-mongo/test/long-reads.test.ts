import { type Document, MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { startTestStore } from './support/test-store.ts';

const MANY = 40_000;

test.each<[string, Document, Document]>([
  ['count', { count: 'c', query: { n: { $gte: 0 } } }, { n: MANY }],
  ['distinct', { distinct: 'c', key: 'rest' }, { values: [0, 1, 2] }],
  [
    'aggregate',
    { aggregate: 'c', pipeline: [{ $match: { n: { $gte: 0 } } }, { $count: 'n' }], cursor: {} },
    { cursor: { firstBatch: [{ n: MANY }] } },
  ],
])('%s goes through many documents and lets other clients through meanwhile', async (_, command, answer) => {
  const { db, url } = await startTestStore();
  await db.collection('c').insertMany(Array.from({ length: MANY }, (_, n) => ({ n, rest: n % 3 })));
  const other = await MongoClient.connect(url);
  await other.db('test').command({ ping: 1 });
  let over = false;
  const reading = db.command(command).finally(() => {
    over = true;
  });
  let letThrough = 0;
  while (!over) {
    await other.db('test').command({ ping: 1 });
    if (!over) letThrough++;
  }
  expect(await reading).toMatchObject(answer);
  // One may be answered before the command begins; whoever had to wait for its end saw no other.
  expect(letThrough).toBeGreaterThan(1);
  await other.close();
});
