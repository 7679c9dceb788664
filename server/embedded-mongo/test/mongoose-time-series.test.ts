import type { Collection, Document } from 'mongodb';
import { Schema } from 'mongoose';
import { expect, test } from 'vitest';
import { mongooseConnection } from './support/mongoose-connection.ts';
import { planOf } from './support/plan-of.ts';
import { startTestStore } from './support/test-store.ts';

const SERIES = { timeField: 'at', metaField: 'sensor', granularity: 'hours' };

async function series(options: Document = {}, ttlInterval = 60_000) {
  const store = await startTestStore({ ttlInterval });
  return { ...store, measures: await store.db.createCollection<Document>('measures', { timeseries: SERIES, ...options }) };
}

test('a mongoose schema makes a time series', async () => {
  const connection = await mongooseConnection();
  const schema = new Schema(
    { at: Date, sensor: Object, degrees: Number },
    { timeseries: SERIES, autoCreate: false, expireAfterSeconds: 86400 },
  );
  const Measure = connection.model('Measure', schema);
  await Measure.createCollection();
  expect(await connection.db?.listCollections().toArray()).toEqual([
    {
      name: 'measures',
      type: 'timeseries',
      options: { timeseries: { ...SERIES, bucketMaxSpanSeconds: 2_592_000 }, expireAfterSeconds: 86400 },
      info: expect.objectContaining({ readOnly: false }),
    },
  ]);
  await Measure.insertMany([{ at: new Date(), sensor: { id: 1 }, degrees: 12 }]);
  expect(await Measure.find({ 'sensor.id': 1 }).lean()).toMatchObject([{ degrees: 12 }]);
  expect(await Measure.listIndexes()).toEqual([]);
});

test('measurements have a time, and may share an _id', async () => {
  const { measures } = await series();
  const at = new Date(5);
  await measures.insertMany([
    { _id: 1, at },
    { _id: 1, at },
  ] as Document[]);
  expect(await measures.countDocuments({ _id: 1 } as Document)).toBe(2);
  for (const wrong of [{}, { at: 5 }, { at: '2020-01-01' }])
    await expect(measures.insertOne(wrong)).rejects.toMatchObject({
      code: 2,
      message: "'at' must be present and contain a valid BSON UTC datetime value",
    });
});

test('measurements are found by an index, deleted together and aggregated', async () => {
  const { measures } = await series();
  await measures.insertMany([1, 2, 3].map((n) => ({ at: new Date(n), sensor: n % 2, degrees: n })));
  await measures.createIndex({ sensor: 1, at: 1 });
  expect(await planOf(measures.find({ sensor: 1 }))).toMatchObject({ keys: 2, returned: 2 });
  expect(await measures.aggregate([{ $group: { _id: '$sensor', sum: { $sum: '$degrees' } } }, { $sort: { _id: 1 } }]).toArray()).toEqual([
    { _id: 0, sum: 2 },
    { _id: 1, sum: 4 },
  ]);
  expect((await measures.deleteMany({ sensor: 1 })).deletedCount).toBe(2);
});

const REFUSED: [string, number, (measures: Collection<Document>) => Promise<unknown>][] = [
  ['an update', 238, (measures) => measures.updateMany({}, { $set: { a: 1 } })],
  ['findAndModify', 238, (measures) => measures.findOneAndUpdate({}, { $set: { a: 1 } })],
  ['the deletion of one', 72, (measures) => measures.deleteOne({})],
  ['a unique index', 72, (measures) => measures.createIndex({ a: 1 }, { unique: true })],
  ['a TTL index', 72, (measures) => measures.createIndex({ at: 1 }, { expireAfterSeconds: 1 })],
];

test.each(REFUSED)('%s is refused on a time series with code %i', async (_, code, write) => {
  const { measures } = await series();
  await expect(write(measures)).rejects.toMatchObject({ code });
});

test('old measurements expire', async () => {
  const { db, measures } = await series({ expireAfterSeconds: 60 }, 20);
  const sinceThen = db.collection('plain');
  await measures.insertMany([{ at: new Date(0) }, { at: new Date() }]);
  await sinceThen.insertOne({});
  await expect.poll(() => measures.countDocuments()).toBe(1);
  expect(await sinceThen.countDocuments()).toBe(1);
});

test.each<[options: Document, code: number]>([
  [{ timeseries: {} }, 40414],
  [{ timeseries: 1 }, 14],
  [{ timeseries: { timeField: 1 } }, 14],
  [{ timeseries: { timeField: 'a.b' } }, 72],
  [{ timeseries: { timeField: 'at', metaField: 'at' } }, 72],
  [{ timeseries: { timeField: 'at', granularity: 'days' } }, 2],
  [{ timeseries: { timeField: 'at', bucketMaxSpanSeconds: 60 } }, 72],
  [{ timeseries: { timeField: 'at', other: 1 } }, 40415],
  [{ timeseries: SERIES, capped: true, size: 1000 }, 72],
  [{ timeseries: SERIES, validator: { a: 1 } }, 72],
  [{ timeseries: SERIES, expireAfterSeconds: -1 }, 72],
  [{ expireAfterSeconds: 5 }, 72],
])('create with %j is refused with code %i', async (options, code) => {
  const { db } = await startTestStore();
  await expect(db.command({ create: 'new', ...options })).rejects.toMatchObject({ code });
});

test('a clustered collection lists its index, and expires by _id', async () => {
  const { db } = await startTestStore({ ttlInterval: 20 });
  const clusteredIndex = { key: { _id: 1 }, unique: true, name: 'by_id' };
  const clustered = await db.createCollection<{ _id: Date }>('clustered', { clusteredIndex, expireAfterSeconds: 60 });
  expect(await clustered.options()).toEqual({ clusteredIndex: { v: 2, ...clusteredIndex }, expireAfterSeconds: 60 });
  expect(await clustered.indexes()).toEqual([{ v: 2, ...clusteredIndex, clustered: true }]);
  const now = new Date();
  await clustered.insertMany([{ _id: new Date(0) }, { _id: now }]);
  await expect(clustered.insertOne({ _id: now })).rejects.toMatchObject({ code: 11000 });
  await expect.poll(() => clustered.find().toArray()).toEqual([{ _id: now }]);
});

test('a time series stays one when the server starts again', async () => {
  const { stop, dataDir, measures } = await series({ expireAfterSeconds: 60 });
  await measures.insertOne({ _id: 1, at: new Date() } as Document);
  await stop();
  const again = (await startTestStore({ dataDir })).db.collection('measures');
  await again.insertOne({ _id: 1, at: new Date() } as Document);
  expect(await again.countDocuments()).toBe(2);
  expect(await again.indexes()).toEqual([]);
});
