import { linkSync, readFileSync, realpathSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface DataLock {
  release(): void;
}

/** Directories open in this very process, which a lock naming a live process could not tell from a stale one. */
const heldHere = new Set<string>();

/**
 * Takes the data directory for this process: LMDB alone would let two servers write it, each with its own catalog.
 * The lock names a process and its start time, so that a crash, or a process number given again, leaves no lock behind.
 *
 * @throws Error naming the holder.
 */
export function lockDataDirectory(dataDir: string): DataLock {
  const directory = realpathSync(dataDir);
  const file = path.join(directory, 'store.lock');
  if (heldHere.has(directory)) throw new Error(`The data directory ${directory} is already open in this process.`);
  const own = path.join(directory, `store.lock.${process.pid}`);
  writeFileSync(own, `${process.pid} ${startTime(process.pid) ?? ''}`);
  try {
    takeLock(own, file, directory);
  } finally {
    unlinkSync(own);
  }
  heldHere.add(directory);
  return {
    release() {
      if (!heldHere.delete(directory)) return;
      unlinkSync(file);
    },
  };
}

/** A hard link is made whole or not at all: no one ever reads a half-written lock. */
function takeLock(own: string, file: string, directory: string): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return linkSync(own, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = liveHolder(file);
    if (holder)
      throw new Error(`The data directory ${directory} is in use by process ${holder}. Stop it first, or choose another directory.`);
    removeStale(file);
  }
  throw new Error(`The data directory ${directory} is being opened by another process.`);
}

function removeStale(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function liveHolder(file: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [pid, started] = text.split(' ');
  const holder = Number(pid);
  if (!holder || holder === process.pid || !isAlive(holder)) return undefined;
  return started && startTime(holder) !== started ? undefined : holder;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start time of a process in clock ticks since boot, where the system tells it (Linux). */
function startTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    // Not Linux, or the process is gone: the process number alone decides.
    return undefined;
  }
}
