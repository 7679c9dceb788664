import { type Db, type Document, MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { checkData, isSound } from '../src/maintenance/check-data.ts';
import { spawnStore } from './support/spawn-store.ts';
import { startTestStore, temporaryDirectory } from './support/test-store.ts';

const WRITERS = 20;
const ENOUGH_WRITES = 400;

interface Acknowledged {
  inserted: Map<string, number>;
  deleted: Set<string>;
}

/** Writes until the store is gone, remembering only what was acknowledged. */
async function writeUntilKilled(db: Db, writer: number, done: Acknowledged, acknowledged: () => void): Promise<void> {
  const threads = db.collection<Document & { _id: string }>('threads');
  for (let number = 0; ; number++) {
    const _id = `${writer}-${number}`;
    try {
      await threads.insertOne({ _id, slot: writer * 100_000 + number, tags: [`w${writer}`, `n${number % 7}`], version: 1 });
      done.inserted.set(_id, 1);
      await threads.updateOne({ _id }, { $set: { version: 2 }, $push: { tags: 'updated' } as never });
      done.inserted.set(_id, 2);
      if (number % 5 === 0) {
        await threads.deleteOne({ _id });
        done.deleted.add(_id);
      }
      acknowledged();
    } catch {
      // The connection ended with the store: what was not acknowledged promises nothing.
      return;
    }
  }
}

test('kill -9 under concurrent writes loses nothing acknowledged and keeps indexes and documents together', {
  timeout: 60_000,
}, async () => {
  const dataDir = temporaryDirectory();
  for (let round = 0; round < 2; round++) {
    const done: Acknowledged = { inserted: new Map(), deleted: new Set() };
    const { url, child, exited } = await spawnStore(['--data', dataDir]);
    const client = await MongoClient.connect(url, { retryWrites: false, maxPoolSize: WRITERS, serverSelectionTimeoutMS: 500 });
    const db = client.db(`round${round}`);
    await db
      .collection('threads')
      .createIndexes([{ key: { slot: 1 }, unique: true }, { key: { tags: 1, slot: -1 } }, { key: { version: 1 } }]);
    let count = 0;
    const writers = Array.from({ length: WRITERS }, (_, writer) =>
      writeUntilKilled(db, writer, done, () => {
        if (++count === ENOUGH_WRITES) child.kill('SIGKILL');
      }),
    );
    await Promise.all(writers);
    expect(await exited).toBe('SIGKILL');
    await client.close();
    await expectConsistent(dataDir, `round${round}`, done);
  }
});

async function expectConsistent(dataDir: string, name: string, done: Acknowledged): Promise<void> {
  expect((await checkData(dataDir)).collections.filter((findings) => !isSound(findings))).toEqual([]);
  const store = await startTestStore({ dataDir });
  const threads = store.client.db(name).collection<Document & { _id: string }>('threads');
  const documents = await threads.find().hint({ $natural: 1 }).toArray();
  const found = new Map(documents.map((document) => [document._id, document]));
  for (const [_id, version] of done.inserted) {
    if (done.deleted.has(_id)) expect(found.has(_id), `${_id} was deleted`).toBe(false);
    // A delete that was carried out but not acknowledged may have taken the document.
    else if (found.has(_id) || Number(_id.split('-')[1]) % 5 !== 0) expect(found.get(_id)?.version, _id).toBeGreaterThanOrEqual(version);
  }
  expect(await threads.estimatedDocumentCount()).toBe(documents.length);
  const ids = documents.map(({ _id }) => _id).sort();
  for (const hint of [{ slot: 1 }, { tags: 1, slot: -1 }, { version: 1 }] as const) {
    const through = await threads
      .find({}, { projection: { _id: 1 } })
      .hint(hint)
      .toArray();
    expect(through.map(({ _id }) => _id).sort(), JSON.stringify(hint)).toEqual(ids);
  }
  const stats = await store.client.db(name).command({ collStats: 'threads' });
  expect(stats.indexSizes).toEqual({
    _id_: ids.length,
    slot_1: ids.length,
    'tags_1_slot_-1': documents.reduce((sum, { tags }) => sum + new Set(tags).size, 0),
    version_1: ids.length,
  });
  expect(new Set(documents.map(({ slot }) => slot)).size).toBe(ids.length);
  await store.stop();
}
