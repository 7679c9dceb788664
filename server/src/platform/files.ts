import { access, constants, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../env.ts';

export interface FileStore {
  /** Whether files can be written. */
  isWritable(): Promise<boolean>;
  /** Writes a file whole or not at all; it is on disk when this resolves. */
  write(key: string, content: Uint8Array): Promise<void>;
  /** @throws Error with code ENOENT */
  read(key: string): Promise<Buffer>;
  /** Removes a file; one that is not there is no error. */
  remove(key: string): Promise<void>;
}

/** Files under `DATA_DIR/files`. Keys are ids the server made, never names from outside. */
export const createFileStore = (env: Env): FileStore => {
  const folder = join(env.DATA_DIR, 'files');
  const pathOf = (key: string): string => {
    if (!/^[0-9a-f]{24}$/.test(key)) throw new Error(`not a file key: ${key}`);
    return join(folder, key.slice(-2), key);
  };
  return {
    async isWritable() {
      await mkdir(folder, { recursive: true });
      return access(folder, constants.W_OK).then(
        () => true,
        () => false,
      );
    },
    async write(key, content) {
      const path = pathOf(key);
      await mkdir(join(path, '..'), { recursive: true });
      const file = await open(`${path}.part`, 'w');
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
    },
    read: (key) => readFile(pathOf(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
  };
};
