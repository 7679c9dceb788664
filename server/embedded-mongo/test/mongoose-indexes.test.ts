import type { Document } from 'mongodb';
import { Schema } from 'mongoose';
import { expect, test } from 'vitest';
import { items } from './support/items.ts';
import { mongooseConnection } from './support/mongoose-connection.ts';

/** A second index on a collection that has `{n: 1}`, by its key and options: its error, or none. */
const SECOND: [key: Document, options: Document, code: number | undefined, message: RegExp | undefined][] = [
  [{ n: 1 }, {}, undefined, undefined],
  [{ n: 1 }, { background: true }, undefined, undefined],
  [{ n: -1 }, {}, undefined, undefined],
  [{ n: 1 }, { name: 'other' }, 85, /^Index already exists with a different name: n_1$/],
  [{ n: 1 }, { expireAfterSeconds: 5 }, 85, /^An equivalent index already exists with the same name but different options/],
  [{ n: 1 }, { name: 'other', expireAfterSeconds: 5 }, 85, /^An equivalent index already exists with a different name and options/],
  [{ n: 1 }, { unique: true }, 86, /^An existing index has the same name as the requested index/],
  [{ n: 1 }, { sparse: true }, 86, /^An existing index has the same name/],
  [{ n: 1 }, { partialFilterExpression: { n: 1 } }, 86, /^An existing index has the same name/],
  [{ m: 1 }, { name: 'n_1' }, 86, /^An existing index has the same name/],
  [{ n: 1 }, { name: 'other', unique: true }, undefined, undefined],
  [{ n: 1 }, { name: 'other', sparse: true }, undefined, undefined],
  [{ n: 1 }, { name: 'other', partialFilterExpression: { n: { $gt: 1 } } }, undefined, undefined],
  [{ _id: 1 }, {}, undefined, undefined],
  [{ _id: 1 }, { unique: true }, 197, /^The field 'unique' is not valid for an _id index specification/],
  [{ m: 1 }, { version: 3 }, 67, /cannot create an index with v=3$/],
];

test.each(SECOND)('beside {n: 1}, an index on %j with %j gives %s', async (key, options, code, message) => {
  const { collection } = await items([{ _id: 1 }]);
  await collection.createIndex({ n: 1 });
  const second = collection.createIndex(key, options);
  if (code === undefined) expect(await second).toBeTypeOf('string');
  else await expect(second).rejects.toMatchObject({ code, message: expect.stringMatching(message as RegExp) });
});

test('the way an index was to be built is listed with it', async () => {
  const connection = await mongooseConnection();
  const schema = new Schema({ name: String }, { autoIndex: false });
  schema.index({ name: 1 }, { background: false });
  const Person = connection.model('Person', schema);
  await Person.syncIndexes();
  expect(await Person.listIndexes()).toMatchObject([{ name: '_id_' }, { key: { name: 1 }, background: false }]);
  expect(await Person.syncIndexes()).toEqual([]);
});

test('an index that is refused fails alone, and its model works', async () => {
  const connection = await mongooseConnection();
  const schema = new Schema({ name: { type: String, index: true }, place: { type: [Number], index: '2dsphere' } });
  const Person = connection.model('Person', schema);
  const failed = new Promise((resolve) => Person.on('index', resolve));
  await expect(Person.init()).rejects.toMatchObject({ code: 67 });
  expect(await failed).toMatchObject({ code: 67 });
  await Person.create({ name: 'Ann', place: [1, 2] });
  expect((await Person.listIndexes()).map(({ name }) => name)).toEqual(['_id_', 'name_1']);
});

test('duplicates fail the index of a model with what mongoose tells of them', async () => {
  const connection = await mongooseConnection();
  const Plain = connection.model('Plain', new Schema({ name: String }), 'people');
  await Plain.create([{ name: 'Ann' }, { name: 'Ann' }]);
  const schema = new Schema({ name: { type: String, unique: true }, age: { type: Number, index: true } }, { autoIndex: false });
  const Strict = connection.model('Strict', schema, 'people');
  await expect(Strict.createIndexes()).rejects.toMatchObject({
    code: 11000,
    message: expect.stringMatching(/^E11000 duplicate key error collection: test\.people index: name_1 dup key: \{ name: "Ann" \}$/),
  });
  expect((await Strict.listIndexes()).map(({ name }) => name)).toEqual(['_id_', 'age_1']);
  const results = await connection.syncIndexes({ continueOnError: true });
  expect(results).toMatchObject({ Strict: { name: 'MongoServerError', code: 11000 } });
});

test('the indexes of discriminators are partial', async () => {
  const connection = await mongooseConnection();
  const Event = connection.model('Event', new Schema({}, { discriminatorKey: 'kind', autoIndex: false }));
  const schema = new Schema({ at: Date }, { autoIndex: false });
  schema.index({ at: 1 }, { unique: true });
  const Click = Event.discriminator('Click', schema);
  await Click.syncIndexes();
  expect(await Click.listIndexes()).toMatchObject([{}, { key: { at: 1 }, unique: true, partialFilterExpression: { kind: 'Click' } }]);
  await Event.create([{}, {}]);
  await Click.create({ at: new Date(1) });
  await expect(Click.create({ at: new Date(1) })).rejects.toMatchObject({ code: 11000 });
  expect(await Event.countDocuments()).toBe(3);
});
