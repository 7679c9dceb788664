import path from 'node:path';
import { MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { spawnStore } from './support/spawn-store.ts';
import { startTestStore, temporaryDirectory } from './support/test-store.ts';

async function ping(url: string): Promise<number> {
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 5000 });
  try {
    return (await client.db('admin').command({ ping: 1 })).ok;
  } finally {
    await client.close();
  }
}

test('prints where it listens, keeps its data, and stops cleanly', async () => {
  const dataDir = path.join(temporaryDirectory(), 'made', 'on', 'demand');
  const first = await spawnStore(['--data', dataDir]);
  expect(first.url).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+$/);
  const client = await MongoClient.connect(first.url);
  await client
    .db('test')
    .collection('kept')
    .insertOne({ _id: 1 as never });
  first.child.kill('SIGTERM');
  expect(await first.exited).toBe(0);
  await client.close();
  const { db } = await startTestStore({ dataDir });
  expect(await db.collection('kept').countDocuments()).toBe(1);
});

test('listens on a Unix socket, also after one was left behind', async () => {
  const directory = temporaryDirectory();
  const socket = path.join(directory, 'store.sock');
  const killed = await spawnStore(['--data', directory, '--socket', socket]);
  expect(await ping(killed.url)).toBe(1);
  killed.child.kill('SIGKILL');
  await killed.exited;
  const next = await spawnStore(['--data', directory, '--socket', socket]);
  expect(next.url).toBe(`mongodb://${encodeURIComponent(socket)}`);
  expect(await ping(next.url)).toBe(1);
});

test('refuses a data directory that another process holds, and says which', async () => {
  const dataDir = temporaryDirectory();
  const { child } = await spawnStore(['--data', dataDir]);
  await expect(spawnStore(['--data', dataDir])).rejects.toThrow(`in use by process ${child.pid}`);
});

test('refuses a data directory that is open in the same process', async () => {
  const { dataDir } = await startTestStore();
  await expect(startTestStore({ dataDir })).rejects.toThrow('already open in this process');
});

test('ends with its parent, not before', async () => {
  const { child, exited, url } = await spawnStore(['--data', temporaryDirectory(), '--with-parent'], true);
  child.kill('SIGTERM');
  child.kill('SIGINT');
  expect(await ping(url)).toBe(1);
  child.disconnect();
  expect(await exited).toBe(0);
});

test('explains its arguments', async () => {
  await expect(spawnStore([])).rejects.toThrow('usage:');
  await expect(spawnStore(['--data', temporaryDirectory(), '--port', '70000'])).rejects.toThrow('--port must be a port number');
});
