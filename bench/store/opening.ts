import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { idOf } from './documents.ts';
import { memoryOf, middle } from './measure.ts';
import { fillStore, startStore } from './processes.ts';

/** A little more than 1 GB on disk. */
const DOCUMENTS = 800_000;

export interface Opening {
  bytes: number;
  /** Medians, in milliseconds from the start of the process: until it answers, and until a first document is found. */
  ready: number;
  first: number;
  /** Anonymous MB after it. */
  memory: number;
}

/** How long a store with 1 GB takes to open when nothing of its files is in memory. */
export async function measureOpening(rounds: number): Promise<Opening> {
  const dataDir = await fillStore(DOCUMENTS, false);
  // A lock changes its name with each process that takes the directory.
  const files = readdirSync(dataDir)
    .filter((name) => name.endsWith('.mdb'))
    .map((name) => join(dataDir, name));
  const times: { ready: number; first: number; memory: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    // Asks the system to forget what it holds of the files.
    for (const file of files) execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
    const store = await startStore(dataDir);
    const client = await MongoClient.connect(store.url);
    const connected = performance.now();
    await client.db('bench').collection('entries').find({ club: round }).sort({ date: -1 }).limit(20).toArray();
    await client
      .db('bench')
      .collection('entries')
      .findOne({ _id: idOf(DOCUMENTS >> 1) as never });
    times.push({ ready: store.opened, first: store.opened + performance.now() - connected, memory: memoryOf(store.pid) });
    await client.close();
    await store.stop();
  }
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const of = (field: 'ready' | 'first' | 'memory') => middle(times.map((time) => time[field]));
  return { bytes, ready: of('ready'), first: of('first'), memory: of('memory') };
}
