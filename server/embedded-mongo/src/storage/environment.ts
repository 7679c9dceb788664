import { mkdirSync } from 'node:fs';
import { type Database, open, type RootDatabase } from 'lmdb';
import { type DataLock, lockDataDirectory } from './data-lock.ts';

/**
 * How much of the list of free pages LMDB holds at once. Its module checks what it holds at every commit: with its own 50,000, the
 * first 300 commits after a large one cost 10 to 20 ms of CPU each. The file grows no more with as little (measured with values
 * of 3 to 260 KB that replace each other).
 */
const FREE_PAGES = { maxFreeSpaceToLoad: 1000, maxFreeSpaceToRetain: 1000 };

/** The one LMDB environment of a data directory and the three ordered maps in it. */
export interface Environment extends Maps {
  lock: DataLock;
}

/** An LMDB environment, opened. */
export interface Maps {
  root: RootDatabase<Buffer, Buffer>;
  /** collection id + document key -> BSON */
  documents: Database<Buffer, Buffer>;
  /** index id + ordered field values + document key -> nothing */
  entries: Database<Buffer, Buffer>;
  /** collections, their indexes, their counts */
  catalog: Database<Buffer, Buffer>;
}

/**
 * Opens (and creates) the data directory.
 *
 * @throws Error when another process holds the directory.
 */
export function openEnvironment(dataDir: string): Environment {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockDataDirectory(dataDir);
  try {
    return { ...openMaps(dataDir), lock };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Opens the files of a directory, to write only while holding its lock; to read also beside a server that writes.
 *
 * `overlappingSync` is off on purpose: LMDB then flushes the pages before it publishes the root that points to them, so
 * a commit is on disk before anybody is told of it or can read it, and after a crash or a power cut the last
 * acknowledged root is the one found. `eventTurnBatching` is off because `CommitQueue` groups the writes, and because a
 * failed commit then ends the process: it rejects a promise that LMDB's module keeps to itself.
 */
export function openMaps(directory: string, readOnly = false): Maps {
  const options = { encoding: 'binary', keyEncoding: 'binary' } as const;
  const root = open<Buffer, Buffer>({
    path: directory,
    noSubdir: false,
    maxDbs: 8,
    overlappingSync: false,
    eventTurnBatching: false,
    readOnly,
    ...FREE_PAGES,
    ...options,
  });
  return {
    root,
    documents: root.openDB({ name: 'documents', ...options }),
    entries: root.openDB({ name: 'entries', ...options }),
    catalog: root.openDB({ name: 'catalog', ...options }),
  };
}

/** Waits for the last commit and gives the directory back. */
export async function closeEnvironment(environment: Environment): Promise<void> {
  await environment.root.close();
  environment.lock.release();
}
