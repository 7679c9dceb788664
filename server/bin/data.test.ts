import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { expect, onTestFinished, test } from 'vitest';

const bin = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const data = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin('data.mjs'), ...args], { encoding: 'utf8' });
  return { status, said: stdout, complaint: stderr };
};

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()));

const startStore = async (dataDir: string) => {
  const child = spawn(process.execPath, [bin('store.mjs'), '--port', '0', '--data', join(dataDir, 'store')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const url = await new Promise<string>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      const ready = /READY (\S+)/.exec(chunk.toString())?.[1];
      if (ready) resolve(ready);
    }),
  );
  const client = await MongoClient.connect(url);
  const stop = async () => {
    await client.close();
    child.kill('SIGTERM');
    await ended(child);
  };
  return { url, people: client.db('beffroi').collection('people'), commune: client.db('commune').collection('people'), stop };
};

test('data is backed up while it is served, checked, restored with its files and secret, and moved', { timeout: 120_000 }, async () => {
  const dataDir = temporaryFolder();
  mkdirSync(join(dataDir, 'files'));
  writeFileSync(join(dataDir, 'files/plan'), 'the plan');
  writeFileSync(join(dataDir, 'auth-secret'), 'a secret');
  const store = await startStore(dataDir);
  await store.people.createIndex({ name: 1 }, { unique: true });
  await store.people.insertMany([{ name: 'one' }, { name: 'two' }]);
  const backup = join(temporaryFolder(), 'backup');

  expect(data('backup', '--data', dataDir, '--to', backup)).toMatchObject({
    status: 0,
    said: expect.stringMatching(/^1 collection, 2 documents \(\d+ Mo\) et les fichiers sont copiés/),
  });
  expect(data('backup', '--data', dataDir, '--to', backup)).toMatchObject({ status: 2, complaint: expect.stringContaining('existe déjà') });
  expect(data('check', '--data', dataDir)).toMatchObject({ status: 1, complaint: 'Un serveur tient ces données : arrêtez-le d’abord.\n' });
  await store.people.insertOne({ name: 'three' });
  await store.stop();

  expect(data('check', '--data', dataDir)).toMatchObject({
    status: 0,
    said: '1 collection, 3 documents et leurs index comparés.\nTout concorde.\n',
  });
  const elsewhere = temporaryFolder();
  expect(data('restore', '--data', elsewhere, '--from', backup).said).toContain('1 collection, 2 documents et les fichiers sont remis');
  expect(readFileSync(join(elsewhere, 'files/plan'), 'utf8')).toBe('the plan');
  expect(readFileSync(join(elsewhere, 'auth-secret'), 'utf8')).toBe('a secret');

  const target = await startStore(temporaryFolder());
  expect(data('move', '--data', elsewhere, '--to', `${target.url}/commune`)).toMatchObject({
    status: 0,
    said: expect.stringContaining('1 collection, 2 documents copiés et comparés.'),
  });
  expect(await target.commune.distinct('name')).toEqual(['one', 'two']);
  await target.stop();
});

test('where there is nothing to keep, it is said and nothing is made', () => {
  const folder = temporaryFolder();
  expect(data('check', '--data', folder)).toMatchObject({ status: 2, complaint: expect.stringContaining('n’a pas de données') });
  expect(data('restore', '--data', folder, '--from', join(folder, 'nothing'))).toMatchObject({ status: 1 });
  expect(data('nonsense').status).toBe(2);
});
