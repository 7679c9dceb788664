import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { backUp } from '../../src/maintenance/back-up.ts';
import { checkData, isSound } from '../../src/maintenance/check-data.ts';
import { restore } from '../../src/maintenance/restore.ts';
import { spawnStore } from '../support/spawn-store.ts';
import { startTestStore, temporaryDirectory } from '../support/test-store.ts';

interface Step {
  _id: number;
  twin: number;
  text: string;
}

/** A store with some documents, closed again. */
async function directoryOf(count: number): Promise<string> {
  const { db, dataDir, stop } = await startTestStore();
  const documents = Array.from({ length: count }, (_, _id) => ({ _id, twin: _id, text: 'x'.repeat(500) }));
  await db.collection<Step>('steps').createIndex({ twin: 1 }, { unique: true });
  if (count > 0) await db.collection<Step>('steps').insertMany(documents);
  await stop();
  return dataDir;
}

async function idsIn(dataDir: string): Promise<number[]> {
  const store = await startTestStore({ dataDir });
  const ids = await store.db.collection<Step>('steps').distinct('_id');
  await store.stop();
  return ids;
}

test('a copy made while the server writes is of one moment, whole, and can be served', { timeout: 60_000 }, async () => {
  const dataDir = await directoryOf(2000);
  const { url, child, exited } = await spawnStore(['--data', dataDir]);
  const client = await MongoClient.connect(url);
  const steps = client.db('test').collection<Step>('steps');
  let writing = true;
  let last = 2000;
  const writer = (async () => {
    // One after the other: of one moment is a copy that has each but those that came after it.
    for (; writing; last++) await steps.insertOne({ _id: last, twin: last, text: 'y'.repeat(500) });
  })();
  const copies = [path.join(temporaryDirectory(), 'one'), path.join(temporaryDirectory(), 'two')];
  const before: number[] = [];
  for (const copy of copies) {
    before.push(last);
    await backUp(dataDir, copy);
  }
  writing = false;
  await writer;
  await client.close();
  child.kill('SIGTERM');
  await exited;
  for (const [which, copy] of copies.entries()) {
    expect((await checkData(copy)).collections.every(isSound)).toBe(true);
    const ids = await idsIn(copy);
    expect(ids).toEqual(ids.map((_, position) => position));
    expect(ids.length).toBeGreaterThanOrEqual(before[which] as number);
  }
});

test('a backup is not written over anything, nor made of nothing', async () => {
  const dataDir = await directoryOf(1);
  const destination = temporaryDirectory();
  writeFileSync(path.join(destination, 'precious'), '');
  await expect(backUp(dataDir, destination)).rejects.toThrow('is not empty');
  expect(readdirSync(destination)).toEqual(['precious']);
  await expect(backUp(temporaryDirectory(), path.join(destination, 'new'))).rejects.toThrow('There is no data');
});

test('restoring brings back what the backup has and keeps what was there', async () => {
  const dataDir = await directoryOf(3);
  const backup = path.join(temporaryDirectory(), 'backup');
  expect(await backUp(dataDir, backup)).toEqual({ collections: 1, documents: 3 });
  const later = await startTestStore({ dataDir });
  await later.db.collection<Step>('steps').insertOne({ _id: 3, twin: 3, text: '' });
  await expect(restore(backup, dataDir)).rejects.toThrow(/already open|in use by process/);
  await later.stop();
  const { replaced, ...contents } = await restore(backup, dataDir, new Date('2026-01-02T03:04:05Z'));
  expect(contents).toEqual({ collections: 1, documents: 3 });
  expect(await idsIn(dataDir)).toEqual([0, 1, 2]);
  expect(replaced).toBe(path.join(dataDir, 'data.mdb.until-2026-01-02T030405.000Z'));
  const kept = temporaryDirectory();
  rmSync(kept, { recursive: true });
  await restore(dataDir, kept);
  expect(await idsIn(kept)).toEqual([0, 1, 2]);
});

test('what is no backup is refused before anything is touched', async () => {
  const dataDir = await directoryOf(2);
  await expect(restore(temporaryDirectory(), dataDir)).rejects.toThrow('There is no');
  const broken = temporaryDirectory();
  writeFileSync(path.join(broken, 'data.mdb'), Buffer.alloc(20_000, 7));
  await expect(restore(broken, dataDir)).rejects.toThrow('is no data file');
  const whole = path.join(temporaryDirectory(), 'backup');
  await backUp(dataDir, whole);
  truncateSync(path.join(whole, 'data.mdb'), 12_288);
  await expect(restore(whole, dataDir)).rejects.toThrow('is not whole');
  expect(await idsIn(dataDir)).toEqual([0, 1]);
});
