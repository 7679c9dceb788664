import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lockDataDirectory } from '../storage/data-lock.ts';
import { type Contents, contentsOf, DATA_FILE, flush } from './data-file.ts';

export interface Restored extends Contents {
  /** Where the data that was there before is kept, if there was any. */
  replaced: string | undefined;
}

/**
 * Makes a data directory what a backup of it was. What it held before is kept beside, under a name that says when: a
 * backup may turn out to be the wrong one. At each moment the directory has the old data or the new.
 *
 * @throws Error when the backup cannot be read, or a server has the directory open
 */
export async function restore(backup: string, dataDir: string, now = new Date()): Promise<Restored> {
  const contents = await contentsOf(backup);
  mkdirSync(dataDir, { recursive: true });
  const lock = lockDataDirectory(dataDir);
  try {
    const file = path.join(dataDir, DATA_FILE);
    const unfinished = `${file}.unfinished`;
    copyFileSync(path.join(backup, DATA_FILE), unfinished);
    flush(unfinished);
    const replaced = existsSync(file) ? `${file}.until-${now.toISOString().replaceAll(':', '')}` : undefined;
    if (replaced) linkSync(file, replaced);
    renameSync(unfinished, file);
    // Readers of the file that was there before are noted in it.
    rmSync(path.join(dataDir, 'lock.mdb'), { force: true });
    flush(dataDir);
    return { ...contents, replaced };
  } finally {
    lock.release();
  }
}
