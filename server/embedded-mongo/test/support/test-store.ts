import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { onTestFinished } from 'vitest';
import { type StoreOptions, startStore } from '../../src/server.ts';

export interface TestStore {
  url: string;
  port: number;
  client: MongoClient;
  db: Db;
  dataDir: string;
  /** Stops the server and leaves the data, to open it again. */
  stop(): Promise<void>;
}

/** A directory that goes away with the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'embedded-mongo-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A store of its own for one test, with a driver connected to it; both end with the test. */
export async function startTestStore(options: Partial<StoreOptions> = {}): Promise<TestStore> {
  const dataDir = options.dataDir ?? temporaryDirectory();
  const store = await startStore({ ...options, dataDir });
  const client = await MongoClient.connect(store.url, { serverSelectionTimeoutMS: 5000 });
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await client.close();
    await store.close();
  };
  onTestFinished(stop);
  return { url: store.url, port: store.port, client, db: client.db('test'), dataDir, stop };
}
