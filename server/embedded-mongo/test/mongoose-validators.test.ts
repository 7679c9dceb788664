import type { Document } from 'mongodb';
import { Schema } from 'mongoose';
import { expect, test } from 'vitest';
import { mongooseConnection } from './support/mongoose-connection.ts';
import { startTestStore } from './support/test-store.ts';

const SCHEMA = { $jsonSchema: { required: ['name'], properties: { name: { bsonType: 'string' } } } };

async function validated(options: Document = {}) {
  const { db } = await startTestStore();
  return { db, collection: await db.createCollection<Document>('people', { validator: SCHEMA, ...options }) };
}

test('a rule is listed with its level and its action', async () => {
  const { collection } = await validated();
  expect(await collection.options()).toEqual({ validator: SCHEMA, validationLevel: 'strict', validationAction: 'error' });
});

const WRITES: [string, (collection: Awaited<ReturnType<typeof validated>>['collection'], bypass: object) => Promise<unknown>][] = [
  ['an insertion', (people, bypass) => people.insertOne({ name: 1 }, bypass)],
  ['an update', (people, bypass) => people.updateOne({ name: 'Ann' }, { $set: { name: 1 } }, bypass)],
  ['an update of many', (people, bypass) => people.updateMany({}, { $unset: { name: 1 } }, bypass)],
  ['a replacement', (people, bypass) => people.replaceOne({ name: 'Ann' }, {}, bypass)],
  ['an upsert', (people, bypass) => people.updateOne({ age: 1 }, { $set: { name: 1 } }, { upsert: true, ...bypass })],
  ['findOneAndUpdate', (people, bypass) => people.findOneAndUpdate({ name: 'Ann' }, { $set: { name: 1 } }, bypass)],
  ['a bulk write', (people, bypass) => people.bulkWrite([{ insertOne: { document: { name: 1 } } }], bypass)],
];

test.each(WRITES)('%s that breaks the rule is refused, unless it bypasses the validation', async (_, write) => {
  const { collection } = await validated();
  await collection.insertOne({ name: 'Ann' });
  const before = await collection.find().toArray();
  await expect(write(collection, {})).rejects.toMatchObject({ code: 121, message: 'Document failed validation' });
  expect(await collection.find().toArray()).toEqual(before);
  await write(collection, { bypassDocumentValidation: true });
  expect(await collection.find().toArray()).not.toEqual(before);
});

test('the error tells what is broken', async () => {
  const { collection } = await validated();
  await expect(collection.insertOne({ _id: 7, age: 1 } as Document)).rejects.toMatchObject({
    errInfo: {
      failingDocumentId: 7,
      details: {
        operatorName: '$jsonSchema',
        schemaRulesNotSatisfied: [{ operatorName: 'required', specifiedAs: { required: ['name'] }, missingProperties: ['name'] }],
      },
    },
  });
});

test('a rule may be any filter', async () => {
  const { collection } = await validated({ validator: { age: { $gte: 18 }, $or: [{ a: 1 }, { b: 1 }] } });
  await collection.insertOne({ age: 18, b: 1 });
  await expect(collection.insertOne({ age: 17, b: 1 })).rejects.toMatchObject({
    code: 121,
    errInfo: {
      details: {
        operatorName: '$and',
        clausesNotSatisfied: [{ index: 0, details: { operatorName: '$gte', specifiedAs: { age: { $gte: 18 } } } }],
      },
    },
  });
});

test.each([
  ['off', 'error', true, true],
  ['strict', 'warn', true, true],
  ['moderate', 'error', false, true],
  ['strict', 'error', false, false],
])('level %s with action %s: insertion allowed %s, update of a document already wrong %s', async (level, action, inserts, updates) => {
  const { collection } = await validated({ validationLevel: level, validationAction: action });
  await collection.insertOne({ name: 1 }, { bypassDocumentValidation: true });
  const allowed = (write: Promise<unknown>) =>
    write.then(
      () => true,
      () => false,
    );
  expect(await allowed(collection.insertOne({ name: 2 }))).toBe(inserts);
  expect(await allowed(collection.updateOne({ name: 1 }, { $set: { age: 1 } }))).toBe(updates);
});

test.each([
  [{ validator: { $nothing: 1 } }, 2],
  [{ validator: { $jsonSchema: { nothing: 1 } } }, 9],
  [{ validator: 'text' }, 14],
  [{ validationLevel: 'severe' }, 2],
  [{ validationAction: 'laugh' }, 2],
])('%j is refused with code %i', async (options, code) => {
  await expect(validated(options as Document)).rejects.toMatchObject({ code });
});

test('a collection keeps its rule when the server starts again', async () => {
  const first = await startTestStore();
  await first.db.createCollection('people', { validator: SCHEMA });
  await first.stop();
  const { db } = await startTestStore({ dataDir: first.dataDir });
  await expect(db.collection('people').insertOne({ age: 1 })).rejects.toMatchObject({ code: 121 });
});

test('the schema of a mongoose model holds as the rule of its collection', async () => {
  const connection = await mongooseConnection();
  const schema = new Schema(
    {
      name: { type: String, required: true },
      age: Number,
      kind: { type: String, enum: ['a', 'b'] },
      born: Date,
      balance: Schema.Types.Decimal128,
      tags: [String],
      home: { street: String, place: { type: [Number], default: undefined } },
      pets: [new Schema({ name: { type: String, required: true } })],
      scores: { type: Map, of: Number },
      photo: Buffer,
      key: Schema.Types.UUID,
      big: BigInt,
    },
    { autoCreate: false, autoIndex: false },
  );
  const Person = connection.model('Person', schema, 'people');
  await Person.createCollection({ validator: { $jsonSchema: schema.toJSONSchema({ useBsonType: true }) } });
  await Person.create({
    name: 'Ann',
    age: 3,
    kind: 'a',
    born: new Date(0),
    balance: '1.5',
    tags: ['x'],
    home: { street: 's', place: [1.5, 2] },
    pets: [{ name: 'Rex' }],
    scores: { a: 1 },
    photo: Buffer.from('x'),
    key: '09190f70-3d30-11e5-8814-0f4df9a59c41',
    big: 5n,
  });
  const wrong = [{}, { name: 'x', age: 'y' }, { name: 'x', kind: 'c' }, { name: 'x', tags: [1] }, { name: 'x', pets: [{}] }];
  for (const document of wrong) await expect(Person.collection.insertOne(document)).rejects.toMatchObject({ code: 121 });
});
