import type { Document } from 'mongodb';
import { expect, test } from 'vitest';
import { startTestStore } from './support/test-store.ts';

const update = (u: unknown, more: Document = {}) => ({ update: 'c', updates: [{ q: { _id: 1 }, u, ...more }] });

/** Commands a MongoDB refuses, or that this server does not offer, with the code and its name. */
const REFUSED: [string, Document, number, string][] = [
  ['an unknown command', { frobnicate: 1 }, 59, 'CommandNotFound'],
  ['an unknown field', { find: 'c', frobnicate: 1 }, 40415, 'IDLUnknownField'],
  ['an unknown field of an update statement', update({ $set: { a: 1 } }, { frobnicate: 1 }), 40415, 'IDLUnknownField'],
  ['the order of an update, which 8.0 brings', update({ $set: { a: 1 } }, { sort: { a: 1 } }), 40415, 'IDLUnknownField'],
  ['the index of distinct values, which 7.1 brings', { distinct: 'c', key: 'a', hint: '_id_' }, 40415, 'IDLUnknownField'],
  ['a transaction', { find: 'c', txnNumber: 1n, startTransaction: true, autocommit: false }, 20, 'IllegalOperation'],
  ['a retryable write', { insert: 'c', documents: [{ _id: 9 }], txnNumber: 1n }, 20, 'IllegalOperation'],
  ['an unknown query operator', { find: 'c', filter: { a: { $frob: 1 } } }, 2, 'BadValue'],
  ['an unknown top-level operator', { find: 'c', filter: { $frob: 1 } }, 2, 'BadValue'],
  ['JavaScript', { find: 'c', filter: { $where: 'true' } }, 238, 'NotImplemented'],
  ['text search', { find: 'c', filter: { $text: { $search: 'x' } } }, 27, 'IndexNotFound'],
  ['a geospatial query', { find: 'c', filter: { a: { $near: [0, 0] } } }, 238, 'NotImplemented'],
  ['$in without a list', { find: 'c', filter: { a: { $in: 1 } } }, 2, 'BadValue'],
  ['an invalid regular expression', { find: 'c', filter: { a: { $regex: '(' } } }, 51091, 'Location51091'],
  ['a sort direction', { find: 'c', sort: { a: 2 } }, 15975, 'Location15975'],
  ['a negative skip', { find: 'c', skip: -1 }, 51024, 'Location51024'],
  ['a hint that names no index', { find: 'c', hint: { nothing: 1 } }, 2, 'BadValue'],
  ['a collation of no known language', { find: 'c', collation: { locale: 'tlh' } }, 2, 'BadValue'],
  ['an unknown field of a collation', { find: 'c', collation: { locale: 'fr', frob: 1 } }, 40415, 'IDLUnknownField'],
  ['a strength no collation has', { find: 'c', collation: { locale: 'fr', strength: 6 } }, 2, 'BadValue'],
  ['a tailable cursor on a collection that is not capped', { find: 'c', tailable: true }, 2, 'BadValue'],
  ['a cursor that is not there', { getMore: 123n, collection: 'c' }, 43, 'CursorNotFound'],
  ['an unknown stage', { aggregate: 'c', pipeline: [{ $frob: 1 }], cursor: {} }, 40324, 'Location40324'],
  ['a stage that writes', { aggregate: 'c', pipeline: [{ $out: 'd' }], cursor: {} }, 238, 'NotImplemented'],
  [
    'a writing stage inside another',
    { aggregate: 'c', pipeline: [{ $facet: { a: [{ $merge: 'd' }] } }], cursor: {} },
    40600,
    'Location40600',
  ],
  ['an unknown expression', { aggregate: 'c', pipeline: [{ $project: { a: { $frob: 1 } } }], cursor: {} }, 168, 'InvalidPipelineOperator'],
  ['a change stream', { aggregate: 'c', pipeline: [{ $changeStream: {} }], cursor: {} }, 40573, 'Location40573'],
  ['a text index', { createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 'a' }] }, 67, 'CannotCreateIndex'],
  ['a geospatial index', { createIndexes: 'c', indexes: [{ key: { a: '2dsphere' }, name: 'a' }] }, 67, 'CannotCreateIndex'],
  ['a hashed index', { createIndexes: 'c', indexes: [{ key: { a: 'hashed' }, name: 'a' }] }, 67, 'CannotCreateIndex'],
  ['a wildcard index', { createIndexes: 'c', indexes: [{ key: { '$**': 1 }, name: 'a' }] }, 67, 'CannotCreateIndex'],
  [
    'an unknown index option',
    { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', frob: 1 }] },
    197,
    'InvalidIndexSpecificationOption',
  ],
  [
    'an index of the same key and other options',
    { createIndexes: 'c', indexes: [{ key: { n: 1 }, name: 'other', expireAfterSeconds: 5 }] },
    85,
    'IndexOptionsConflict',
  ],
  [
    'an index of the same name and another key',
    { createIndexes: 'c', indexes: [{ key: { m: 1 }, name: 'n_1' }] },
    86,
    'IndexKeySpecsConflict',
  ],
  ['to drop the index of _id', { dropIndexes: 'c', index: '_id_' }, 72, 'InvalidOptions'],
  ['to drop an index that is not there', { dropIndexes: 'c', index: 'nothing' }, 27, 'IndexNotFound'],
  ['to list the indexes of a missing collection', { listIndexes: 'missing' }, 26, 'NamespaceNotFound'],
  ['a collection with an encryption', { create: 'e', encryptedFields: { fields: [] } }, 238, 'NotImplemented'],
  ['a collection name', { insert: 'a$b', documents: [{}] }, 73, 'InvalidNamespace'],
  ['more copies than there are', { insert: 'c', documents: [{ _id: 8 }], writeConcern: { w: 2 } }, 2, 'BadValue'],
  ['a read concern of replica sets', { find: 'c', readConcern: { level: 'snapshot' } }, 123, 'NotAReplicaSet'],
  ['an unknown read concern', { find: 'c', readConcern: { level: 'frob' } }, 2, 'BadValue'],
  ['an unknown field of a read concern', { find: 'c', readConcern: { frob: 1 } }, 40415, 'IDLUnknownField'],
  ['an unknown field of a write concern', { drop: 'c', writeConcern: { frob: 1 } }, 9, 'FailedToParse'],
  ['a write concern of tags', { drop: 'c', writeConcern: { w: 'paris' } }, 2, 'BadValue'],
  ['a write concern of too many', { drop: 'c', writeConcern: { w: 51 } }, 9, 'FailedToParse'],
  ['a negative time', { find: 'c', maxTimeMS: -1 }, 2, 'BadValue'],
  ['half a millisecond', { find: 'c', maxTimeMS: 0.5 }, 2, 'BadValue'],
  ['a time in words', { find: 'c', maxTimeMS: 'long' }, 14, 'TypeMismatch'],
  ['another version of the API', { ping: 1, apiVersion: '2' }, 322, 'APIVersionError'],
  ['what the version of the API does not have', { distinct: 'c', key: 'a', apiVersion: '1', apiStrict: true }, 323, 'APIStrictError'],
  ['strictness about no version', { ping: 1, apiStrict: true }, 4886600, 'Location4886600'],
  ['a command of the server on a database', { getParameter: '*' }, 13, 'Unauthorized'],
  ['a search index', { createSearchIndexes: 'c', indexes: [{ definition: {} }] }, 31082, 'SearchNotEnabled'],
  ['search indexes to be listed', { aggregate: 'c', pipeline: [{ $listSearchIndexes: {} }], cursor: {} }, 31082, 'SearchNotEnabled'],
  ['an empty write', { insert: 'c', documents: [] }, 16, 'InvalidLength'],
];

test.each(REFUSED)('refuses %s', async (_, command, code, codeName) => {
  const { db } = await startTestStore();
  await db.collection<{ _id: number; n: number }>('c').insertOne({ _id: 1, n: 1 });
  await db.collection('c').createIndex({ n: 1 });
  await expect(db.command(command)).rejects.toMatchObject({ code, codeName });
});

test.each(['commitTransaction', 'abortTransaction'])('refuses %s as a standalone does, with its number or without', async (name) => {
  const { client } = await startTestStore();
  const refusal = { code: 20, codeName: 'IllegalOperation' };
  await expect(client.db('admin').command({ [name]: 1, txnNumber: 1n, autocommit: false })).rejects.toMatchObject(refusal);
  await expect(client.db('admin').command({ [name]: 1 })).rejects.toMatchObject(refusal);
});

/** Statements that fail each for itself, in an answer that is ok. */
const FAILING: [string, Document, number][] = [
  ['a duplicate _id', { insert: 'c', documents: [{ _id: 1 }] }, 11000],
  ['an array as _id', { insert: 'c', documents: [{ _id: [1] }] }, 53],
  ['a change of _id', update({ $set: { _id: 2 } }), 66],
  ['a replacement with another _id', update({ _id: 2 }), 66],
  ['an unknown modifier', update({ $frob: { a: 1 } }), 9],
  ['modifiers mixed with fields', update({ $set: { a: 1 }, b: 1 }), 9],
  ['two changes of one path', update({ $set: { a: 1 }, $inc: { a: 1 } }), 40],
  ['a change inside a changed path', update({ $set: { a: 1, 'a.b': 1 } }), 40],
  ['an increment of a string', update({ $inc: { text: 1 } }), 14],
  ['an increment by a string', update({ $inc: { n: '1' } }), 14],
  ['a push onto a number', update({ $push: { n: 1 } }), 2],
  ['an unknown clause of $push', update({ $push: { list: { $each: [1], $frob: 1 } } }), 2],
  ['a field inside a number', update({ $set: { 'n.x': 1 } }), 28],
  ['a path with an empty part', update({ $set: { 'a..b': 1 } }), 56],
  ['a positional operator without a match', update({ $set: { 'list.$': 1 } }), 2],
  ['an array filter that is missing', update({ $set: { 'list.$[e]': 1 } }), 2],
  ['a replacement of many', update({ a: 1 }, { multi: true }), 9],
  ['a stage no update may use', update([{ $match: {} }]), 72],
  ['parallel arrays in an index', { insert: 'c', documents: [{ p: [1], q: [1] }] }, 171],
  ['an unlimited delete by a strange limit', { delete: 'c', deletes: [{ q: {}, limit: 2 }] }, 9],
];

test.each(FAILING)('reports %s among the write errors', async (_, command, code) => {
  const { db } = await startTestStore();
  const before = { _id: 1, n: 1, text: 't', list: [1, 2] };
  await db.collection<Document & { _id: number }>('c').insertOne(before);
  await db.collection('c').createIndex({ p: 1, q: 1 });
  expect(await db.command(command)).toMatchObject({ ok: 1, n: 0, writeErrors: [{ index: 0, code }] });
  expect(await db.collection('c').find().toArray()).toEqual([before]);
});

test('accepts sessions, which carry nothing', async () => {
  const { client } = await startTestStore();
  const session = client.startSession();
  await client.db('test').collection('c').insertOne({ a: 1 }, { session });
  expect(await client.db('test').collection('c').countDocuments({}, { session })).toBe(1);
  await session.endSession();
});
