import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, realpathSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface DataLock {
  release(): void;
}

/** The directory is another's. */
export class DataInUse extends Error {
  readonly code = 'EBUSY';
}

const LOCK = /^store\.lock\.(\d+)$/;
/** Directories open in this very process, which a lock naming a live process could not tell from a stale one. */
const heldHere = new Set<string>();

/**
 * Takes the data directory for this process: LMDB alone would let two servers write it, each with its own catalog.
 *
 * Locks are numbered files, each naming a process and its start time, so that a crash, or a process number given again,
 * leaves no lock behind. The one with the highest number counts. To take the directory is to make the next number,
 * which of many only one can; no one ever has to remove a stale lock, which could be a fresh one by the time it goes.
 *
 * @throws DataInUse naming the holder.
 */
export function lockDataDirectory(dataDir: string): DataLock {
  const directory = realpathSync(dataDir);
  if (heldHere.has(directory)) throw new DataInUse(`The data directory ${directory} is already open in this process.`);
  const own = path.join(directory, `store.lock.${process.pid}-${randomBytes(6).toString('hex')}`);
  writeFileSync(own, `${process.pid} ${startTime(process.pid) ?? ''}`);
  let file: string;
  try {
    file = takeNext(directory, own);
  } finally {
    unlinkSync(own);
  }
  heldHere.add(directory);
  return {
    release() {
      // Emptied rather than removed: numbers only go up, or somebody late could make one that has been there before.
      if (heldHere.delete(directory)) truncateSync(file);
    },
  };
}

function takeNext(directory: string, own: string): string {
  for (;;) {
    const numbers = lockNumbers(directory);
    const highest = Math.max(0, ...numbers);
    const holder = liveHolder(nameOf(directory, highest));
    if (holder !== undefined)
      throw new DataInUse(`The data directory ${directory} is in use by process ${holder}. Stop it first, or choose another directory.`);
    const file = nameOf(directory, highest + 1);
    if (!linked(own, file)) continue;
    // Between the look and the link others may have taken the directory, given it back, and cleared their numbers away.
    if (Math.max(...lockNumbers(directory)) === highest + 1) {
      for (const number of numbers) removeIfPresent(nameOf(directory, number));
      return file;
    }
    removeIfPresent(file);
  }
}

function nameOf(directory: string, number: number): string {
  return path.join(directory, `store.lock.${number}`);
}

function lockNumbers(directory: string): number[] {
  return readdirSync(directory).flatMap((name) => {
    const number = LOCK.exec(name)?.[1];
    return number ? [Number(number)] : [];
  });
}

/** A hard link is made whole or not at all: no one ever reads a half-written lock. */
function linked(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function removeIfPresent(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** The process that holds a lock, unless it is gone or has given it back. */
function liveHolder(file: string): number | undefined {
  const [pid, started] = readLock(file).split(' ');
  const holder = Number(pid);
  if (!holder || !isAlive(holder)) return undefined;
  // Where start times are not known, a lock bearing our own number is of a process that had it before us.
  if (!started) return holder === process.pid ? undefined : holder;
  return startTime(holder) === started ? holder : undefined;
}

function readLock(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
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
