import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openMaps } from '../storage/environment.ts';
import { type Contents, contentsOf, DATA_FILE, flush } from './data-file.ts';

/**
 * Copies a data directory into another, also while a server has it open: LMDB reads it as it stands at one moment, the
 * server goes on, and the copy is a data directory itself. It appears under its name when it is whole, on disk and read
 * through once.
 *
 * @throws Error when there is nothing to copy, or something already where the copy is to be
 */
export async function backUp(dataDir: string, destination: string): Promise<Contents> {
  if (!existsSync(path.join(dataDir, DATA_FILE))) throw new Error(`There is no data in ${dataDir}.`);
  if (existsSync(destination) && readdirSync(destination).length > 0) throw new Error(`${destination} is not empty.`);
  const unfinished = `${destination}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const { root } = openMaps(dataDir, true);
  try {
    await root.backup(unfinished, true);
  } finally {
    await root.close();
  }
  const contents = await contentsOf(unfinished);
  flush(path.join(unfinished, DATA_FILE));
  rmSync(destination, { recursive: true, force: true });
  renameSync(unfinished, destination);
  flush(path.dirname(path.resolve(destination)));
  return contents;
}
