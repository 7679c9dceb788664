import { Schema } from 'mongoose';
import { expect, test } from 'vitest';
import { checkData } from '../src/maintenance/check-data.ts';
import { mongooseConnection } from './support/mongoose-connection.ts';
import { startTestStore } from './support/test-store.ts';

const ANY_CASE = { locale: 'en', strength: 2 };
const ANY_ACCENT = { locale: 'fr', strength: 1 };

interface Person {
  _id: number;
  name?: string;
  town?: string;
  names?: string[];
}

/** A collection whose names are unique, whatever their case. */
async function people() {
  const store = await startTestStore();
  const collection = store.db.collection<Person>('people');
  await collection.createIndex({ name: 1 }, { unique: true, collation: ANY_CASE });
  return { ...store, collection };
}

const TAKEN = { code: 11000, keyPattern: { name: 1 } };

test('a schema with a collation gives it to its unique index', async () => {
  const connection = await mongooseConnection();
  const schema = new Schema({ name: String }, { collation: ANY_CASE });
  schema.index({ name: 1 }, { unique: true });
  const Person = connection.model('Person', schema);
  await Person.init();
  expect(await Person.listIndexes()).toMatchObject([{ name: '_id_' }, { key: { name: 1 }, unique: true, collation: ANY_CASE }]);
  await Person.create({ name: 'Ann' });
  await expect(Person.create({ name: 'ANN' })).rejects.toMatchObject({ ...TAKEN, keyValue: { name: 'ANN' } });
});

test('an index is replaced when its collation changes', async () => {
  const connection = await mongooseConnection();
  const Bytes = connection.model('Bytes', new Schema({ name: { type: String, unique: true } }), 'people');
  await Bytes.init();
  const schema = new Schema({ name: String }, { autoIndex: false });
  schema.index({ name: 1 }, { unique: true, collation: ANY_CASE });
  const Letters = connection.model('Letters', schema, 'people');
  expect(await Letters.syncIndexes()).toEqual(['name_1']);
  expect(await Letters.listIndexes()).toMatchObject([{}, { key: { name: 1 }, collation: ANY_CASE }]);
  expect(await Letters.syncIndexes()).toEqual([]);
});

test('a value is free again once it is changed or deleted', async () => {
  const { collection } = await people();
  await collection.insertMany([
    { _id: 1, name: 'Ann' },
    { _id: 2, name: 'Bob' },
  ]);
  await expect(collection.updateOne({ _id: 2 }, { $set: { name: 'aNN' } })).rejects.toMatchObject(TAKEN);
  await collection.updateOne({ _id: 1 }, { $set: { name: 'ANN' } });
  await collection.updateOne({ _id: 1 }, { $set: { name: 'Cid' } });
  await collection.updateOne({ _id: 2 }, { $set: { name: 'aNN' } });
  await collection.deleteOne({ _id: 1 });
  await collection.insertOne({ _id: 3, name: 'CID' });
  expect((await collection.find().sort({ _id: 1 }).toArray()).map(({ name }) => name)).toEqual(['aNN', 'CID']);
});

test('what was there before the server started counts', async () => {
  const { collection, stop, dataDir } = await people();
  await collection.insertOne({ _id: 1, name: 'Ann' });
  await stop();
  const again = (await startTestStore({ dataDir })).db.collection<Person>('people');
  await expect(again.insertOne({ _id: 2, name: 'ann' })).rejects.toMatchObject(TAKEN);
  await again.deleteOne({ _id: 1 });
  await again.insertOne({ _id: 2, name: 'ann' });
});

test('an index that would hold equal values is not built', async () => {
  const { db } = await startTestStore();
  const collection = db.collection<Person>('people');
  await collection.insertMany([
    { _id: 1, name: 'élève' },
    { _id: 2, name: 'Eleve' },
  ]);
  await expect(collection.createIndex({ name: 1 }, { unique: true, collation: ANY_ACCENT })).rejects.toMatchObject(TAKEN);
  expect(await collection.indexes()).toHaveLength(1);
  await collection.createIndex({ name: 1 }, { unique: true, collation: ANY_CASE });
});

test('several fields, arrays and missing values are told apart as without a collation', async () => {
  const { db } = await startTestStore();
  const collection = db.collection<Person>('people');
  await collection.createIndex({ name: 1, town: -1 }, { unique: true, collation: ANY_CASE });
  await collection.createIndex({ names: 1 }, { unique: true, sparse: true, collation: ANY_CASE });
  await collection.insertMany([{ _id: 1, name: 'Ann' }, { _id: 2, name: 'Ann', town: 'Anzin' }, { _id: 3 }]);
  await expect(collection.insertOne({ _id: 4, name: 'ann', town: 'ANZIN' })).rejects.toMatchObject({ code: 11000 });
  await expect(collection.insertOne({ _id: 4 })).rejects.toMatchObject({ code: 11000 });
  await collection.insertOne({ _id: 4, name: 'Bob', names: ['a', 'A', 'b'] });
  await expect(collection.insertOne({ _id: 5, name: 'Cid', names: ['c', 'B'] })).rejects.toMatchObject({ code: 11000 });
});

test('values that are equal by a collation are told when the index is to be unique from now on', async () => {
  const { db } = await startTestStore();
  const collection = db.collection<Person>('people');
  await collection.createIndex({ name: 1 }, { collation: ANY_CASE });
  await collection.insertMany([
    { _id: 1, name: 'Ann' },
    { _id: 2, name: 'ANN' },
  ]);
  const change = (index: object) => db.command({ collMod: 'people', index: { keyPattern: { name: 1 }, ...index } });
  await change({ prepareUnique: true });
  await expect(collection.insertOne({ _id: 3, name: 'ann' })).rejects.toMatchObject(TAKEN);
  await expect(change({ unique: true })).rejects.toMatchObject({ code: 359, errorResponse: { violations: [{ ids: [1, 2] }] } });
  await collection.deleteOne({ _id: 2 });
  expect(await change({ unique: true })).toMatchObject({ unique_new: true });
});

test('the data of such an index are found to agree', async () => {
  const { collection, stop, dataDir } = await people();
  await collection.insertMany([{ _id: 1, name: 'Ann' }, { _id: 2, name: 'Bob' }, { _id: 3 }]);
  await stop();
  const [found] = (await checkData(dataDir, false)).collections;
  expect(found).toMatchObject({ documents: 3, indexes: [{ name: 'name_1', missing: 0, extra: 0, duplicates: 0 }] });
});
