import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { entryOf } from './documents.ts';
import type { Cost } from './measure.ts';

const STORE = fileURLToPath(new URL('../../server/dist/embedded-mongo.js', import.meta.url));
const RAW = fileURLToPath(new URL('./raw-process.ts', import.meta.url));
const OUT = fileURLToPath(new URL('../out', import.meta.url));
const BATCH = 1000;

export interface StoreProcess {
  url: string;
  pid: number;
  /** Milliseconds from the start of the process to its READY. */
  opened: number;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
// A run that fails leaves no store behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Where the data of so many documents is kept from one run to the next. */
export const folderOf = (size: number): string => join(OUT, `store-${size}`);

/** Starts the built store in a process of its own. */
export async function startStore(dataDir: string, address: readonly string[] = ['--port', '0']): Promise<StoreProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [STORE, '--data', dataDir, ...address], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const url = await new Promise<string>((resolve, reject) => {
    let seen = '';
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const ready = /READY (\S+)/.exec(seen)?.[1];
      if (ready) resolve(ready);
    });
    child.once('exit', (code) => reject(new Error(`the store ended with ${code}`)));
  });
  return { url, pid: child.pid as number, opened: performance.now() - started, stop: () => stopped(child) };
}

function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return ended;
}

/** Fills a store once; the next runs find it as it was left. */
export async function fillStore(size: number, searched: boolean): Promise<string> {
  const folder = folderOf(size);
  const dataDir = join(folder, 'store');
  if (existsSync(join(folder, 'filled'))) return dataDir;
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const store = await startStore(dataDir);
  const client = await MongoClient.connect(store.url);
  const db = client.db('bench');
  const entries = db.collection('entries');
  await entries.createIndexes([
    { key: { club: 1, date: 1 } },
    { key: { author: 1 } },
    ...(searched ? [{ key: { club: 1, terms: 1, date: 1 } as const }] : []),
  ]);
  for (let from = 0; from < size; from += BATCH)
    await entries.insertMany(Array.from({ length: Math.min(BATCH, size - from) }, (_, i) => entryOf(from + i, size)));
  await db.collection('inserted').createIndex({ club: 1, date: 1 });
  await client.close();
  await store.stop();
  writeFileSync(join(folder, 'filled'), '');
  return dataDir;
}

/** What the process of LMDB alone is asked for. */
export interface RawRequest {
  name: string;
  seconds: number;
  n?: number;
}

export interface RawProcess {
  /** How many documents the operation finds. */
  find(name: string, n: number): Promise<number>;
  measure(name: string, seconds: number): Promise<Cost>;
  stop(): Promise<void>;
}

/** Starts LMDB alone in a process of its own, filled with the same documents. */
export async function startRaw(size: number): Promise<RawProcess> {
  const child = fork(RAW, [join(folderOf(size), 'raw'), String(size)], { execArgv: ['--import', 'tsx'] });
  const answer = <T>() =>
    new Promise<T>((resolve, reject) => {
      const ended = () => reject(new Error('the process of LMDB alone has ended'));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message as T);
      });
    });
  await answer<'ready'>();
  const ask = <T>(request: RawRequest): Promise<T> => {
    child.send(request);
    return answer<T>();
  };
  return {
    find: (name, n) => ask<number>({ name, seconds: 0, n }),
    measure: (name, seconds) => ask<Cost>({ name, seconds }),
    stop() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.disconnect();
      return ended;
    },
  };
}
