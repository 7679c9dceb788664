import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { lockDataDirectory } from '../src/storage/data-lock.ts';
import { temporaryDirectory } from './support/test-store.ts';

const RACER = fileURLToPath(new URL('./support/race-for-lock.ts', import.meta.url));

function race(dataDir: string, times: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', RACER, dataDir, String(times)], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk;
  });
  return new Promise((resolve) => child.once('close', () => resolve(printed.trim().split('\n'))));
}

test('many processes that race for a directory, and for what killed ones leave, never hold it together', async () => {
  const dataDir = temporaryDirectory();
  const racers = await Promise.all(Array.from({ length: 6 }, () => race(dataDir, 100)));
  expect(racers.flat().filter((line) => line !== 'taken')).toEqual([]);
  expect(racers.map((lines) => lines.length)).toEqual(racers.map(() => 100));
});

test('a directory can be taken again once it is given back, and keeps no more than its last lock', () => {
  const dataDir = temporaryDirectory();
  for (let round = 0; round < 3; round++) {
    const lock = lockDataDirectory(dataDir);
    expect(() => lockDataDirectory(dataDir)).toThrow('already open in this process');
    lock.release();
    lock.release();
  }
  expect(readdirSync(dataDir)).toEqual(['store.lock.3']);
});

test.each([
  ['a process that is gone', `${2 ** 30} 1`, 'taken'],
  ['a process that had the number of this one', `${process.pid} 1`, 'taken'],
  ['a process that had the number of another', '1 1', process.platform === 'linux' ? 'taken' : 'refused'],
  ['a process that lives', `${process.ppid}`, 'refused'],
])('a lock of %s', (_, content, expected) => {
  const dataDir = temporaryDirectory();
  writeFileSync(path.join(dataDir, 'store.lock.7'), content);
  if (expected === 'refused') expect(() => lockDataDirectory(dataDir)).toThrow(`in use by process ${content.split(' ')[0]}`);
  else {
    lockDataDirectory(dataDir).release();
    expect(readdirSync(dataDir)).toEqual(['store.lock.8']);
  }
});
