import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServerProcess, temporaryFolder } from '../support/server-process.ts';
import { end } from '../support/store-process.ts';

const mayOthers = (path: string): boolean => (statSync(path).mode & 0o077) !== 0;

test('what is kept, and the door of the store, are for the account that runs the application alone', async () => {
  const folder = temporaryFolder();
  const dataDir = join(folder, 'data');
  const { child } = await startServerProcess({ DATA_DIR: dataDir, TMPDIR: folder });
  expect(mayOthers(dataDir)).toBe(false);
  expect(mayOthers(join(dataDir, 'store'))).toBe(false);
  const doors = readdirSync(folder).filter((name) => name.startsWith('beffroi-'));
  expect(doors).toHaveLength(1);
  const door = join(folder, doors[0] as string);
  expect(readdirSync(door)).toEqual(['store.sock']);
  expect(mayOthers(door)).toBe(false);
  await end(child);
  expect(child.exitCode).toBe(0);
  expect(existsSync(door)).toBe(false);
}, 60_000);
