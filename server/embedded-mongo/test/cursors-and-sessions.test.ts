import { type Document, Long, MongoClient, UUID } from 'mongodb';
import { expect, onTestFinished, test } from 'vitest';
import { items, numbers } from './support/items.ts';
import { startTestStore } from './support/test-store.ts';

async function openCursor(find: Document = {}) {
  const { db, client } = await items(numbers(10));
  const { cursor } = await db.command({ find: 'items', batchSize: 2, ...find });
  return { db, client, id: cursor.id as Long, getMore: { getMore: Long.fromValue(cursor.id), collection: 'items' } };
}

test.each<[string, Document, number, string]>([
  ['a time limit', { maxTimeMS: 1000 }, 2, 'BadValue'],
  ['a negative batch size', { batchSize: -1 }, 51024, 'Location51024'],
  ['another collection', { collection: 'other' }, 13, 'Unauthorized'],
  ['no collection', { collection: 1 }, 14, 'TypeMismatch'],
  ['an unknown field', { frob: 1 }, 40415, 'IDLUnknownField'],
])('refuses to go on with a cursor by %s', async (_, wrong, code, codeName) => {
  const { db, getMore } = await openCursor();
  await expect(db.command({ ...getMore, ...wrong })).rejects.toMatchObject({ code, codeName });
});

test('gives the rest of a cursor in one batch when no size is asked for, and knows it no more', async () => {
  const { db, getMore } = await openCursor();
  expect((await db.command({ ...getMore, batchSize: 3 })).cursor.nextBatch).toHaveLength(3);
  expect((await db.command(getMore)).cursor).toMatchObject({
    id: 0,
    nextBatch: [{ _id: 5 }, { _id: 6 }, { _id: 7 }, { _id: 8 }, { _id: 9 }],
  });
  await expect(db.command(getMore)).rejects.toMatchObject({ code: 43, codeName: 'CursorNotFound' });
});

test('tells the cursors it has killed from those it does not know', async () => {
  const { db, id } = await openCursor();
  const kill = { killCursors: 'items', cursors: [Long.fromValue(id), Long.fromNumber(77)] };
  expect(await db.command(kill, { useBigInt64: true })).toEqual({
    cursorsKilled: [BigInt(String(id))],
    cursorsNotFound: [77n],
    cursorsAlive: [],
    cursorsUnknown: [],
    ok: 1,
  });
  await expect(db.command({ killCursors: 'items', cursors: 'all' })).rejects.toMatchObject({ code: 14 });
  await expect(db.command({ killCursors: 1, cursors: [] })).rejects.toMatchObject({ code: 73 });
});

test.each<[string, Document, number]>([
  ['a first batch of none', { batchSize: 0 }, 0],
  ['a first batch of one', { batchSize: 1 }, 1],
  ['a limit inside the first batch', { limit: 4, batchSize: 9 }, 4],
  ['a negative limit', { limit: -3 }, 3],
  ['a single batch', { batchSize: 3, singleBatch: true }, 3],
  ['the first batch of all', {}, 101],
])('answers %s', async (_, options, size) => {
  const { db } = await items(numbers(150));
  const { cursor } = await db.command({ find: 'items', ...options }, { promoteLongs: false });
  expect(cursor.firstBatch).toHaveLength(size);
  const isWhole = options.limit !== undefined || options.singleBatch === true;
  expect(cursor.id.isZero()).toBe(isWhole);
});

test('lists the sessions in use, and ends with them what was left open in them', async () => {
  const { client, db } = await items(numbers(10));
  const session = client.startSession();
  const open = db.collection('items').find({}, { session, batchSize: 2 });
  await open.next();
  const sessions = await db.admin().command({ aggregate: 1, pipeline: [{ $listLocalSessions: {} }], cursor: {} });
  expect(sessions.cursor.firstBatch.map(({ _id }: Document) => String(_id.id))).toContain(String(new UUID(session.id?.id.buffer)));
  await db.command({ killSessions: [session.id] });
  await expect(open.toArray()).rejects.toMatchObject({ code: 43 });
});

test.each<[string, Document, number]>([
  ['that is no document', { lsid: 5 }, 14],
  ['without number', { lsid: {} }, 14],
  ['whose number is no UUID', { lsid: { id: 'x' } }, 14],
])('refuses a session %s', async (_, wrong, code) => {
  const { db } = await startTestStore();
  await expect(db.command({ endSessions: [wrong.lsid] })).rejects.toMatchObject({ code });
});

test('starts, refreshes and ends sessions', async () => {
  const { db } = await startTestStore();
  const { id, timeoutMinutes } = await db.command({ startSession: 1 });
  expect(timeoutMinutes).toBe(30);
  for (const command of [{ refreshSessions: [id] }, { endSessions: [id] }, { killAllSessions: [] }])
    expect(await db.command(command)).toMatchObject({ ok: 1 });
});

test('a name and a password are refused as those of nobody', async () => {
  const { port } = await startTestStore();
  const client = new MongoClient(`mongodb://ann:secret@127.0.0.1:${port}`, { serverSelectionTimeoutMS: 5000 });
  onTestFinished(() => client.close());
  await expect(client.connect()).rejects.toMatchObject({ code: 18, codeName: 'AuthenticationFailed' });
});
