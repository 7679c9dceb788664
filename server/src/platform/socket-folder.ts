import { mkdtempSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Removes what a server killed outright left behind. Only when empty: another that lives has its socket in it. */
const sweep = (note: string): void => {
  try {
    rmdirSync(readFileSync(note, 'utf8'));
  } catch {
    // Never noted, swept already, or in use.
  }
};

/**
 * A folder of ours alone for the store's socket, in the temporary directory, as the path of a socket is short; its name is noted in
 * the data folder, so that the next start finds it.
 */
export const socketFolder = (dataDir: string): string => {
  const note = join(dataDir, 'socket-folder');
  sweep(note);
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-'));
  writeFileSync(note, folder);
  return folder;
};
