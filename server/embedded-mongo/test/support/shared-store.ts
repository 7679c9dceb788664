import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll } from 'vitest';
import { type RunningStore, startStore } from '../../src/server.ts';

/** One store for all the tests of a file, for tables of cases that are many and each quick. */
export function sharedStore(): { db(): Db } {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'embedded-mongo-'));
  let store: RunningStore;
  let client: MongoClient;
  beforeAll(async () => {
    store = await startStore({ dataDir });
    client = await MongoClient.connect(store.url, { serverSelectionTimeoutMS: 5000 });
  });
  afterAll(async () => {
    await client.close();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { db: () => client.db('shared') };
}
