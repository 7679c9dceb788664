import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { dataFolder } from './data-folder.ts';
import { socketFolder } from './socket-folder.ts';

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-essai-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

it('is swept at the next start when it was left empty, and left to whoever still uses it', () => {
  const dataDir = newFolder();
  const folders = [socketFolder(dataDir), socketFolder(dataDir)];
  onTestFinished(() => folders.forEach((folder) => void rmSync(folder, { recursive: true, force: true })));
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, true]);
  writeFileSync(join(folders[1] as string, 'store.sock'), '');
  folders.push(socketFolder(dataDir));
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, true, true]);
});

it('stands beside data that no other account of the machine reads', () => {
  const DATA_DIR = join(newFolder(), 'neuf', 'data');
  expect(statSync(dataFolder({ DATA_DIR })).mode & 0o777).toBe(0o700);
});
