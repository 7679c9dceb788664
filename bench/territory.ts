import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { constants, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');

export interface Territory {
  url: string;
  /** Where its database is reached. */
  uri: string;
  /** Where its files and its secret are. */
  folder: string;
  storePort: number;
  processes: ChildProcess[];
}

export const run = (command: string, parameters: string[], cwd = root, env = process.env): void => {
  const { status } = spawnSync(command, parameters, { cwd, env, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with ${status}`);
};

/** Starts a process and waits for the line that says it is ready; what the pattern captures is given back. */
const start = (parameters: string[], env: NodeJS.ProcessEnv, ready: RegExp): Promise<{ child: ChildProcess; captured: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let seen = '';
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const captured = ready.exec(seen)?.[1];
      if (captured) resolve({ child, captured });
    });
    child.once('exit', (code) => reject(new Error(`${parameters.join(' ')} ended with ${code}`)));
  });

const startStore = (folder: string) =>
  start(['server/dist/embedded-mongo.js', '--port', '0', '--data', join(folder, 'store')], process.env, /READY (\S+)/);

const uriOf = (captured: string): string => `${captured}/beffroi`;

const fill = async (folder: string, threads: number): Promise<void> => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { child, captured } = await startStore(folder);
  run(process.execPath, ['--import', 'tsx', join(here, 'seed-territory.ts'), uriOf(captured), folder, String(threads)]);
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.removeAllListeners('exit');
  child.kill('SIGTERM');
  await gone;
  writeFileSync(join(folder, 'seeded'), '');
};

/** What a run leaves to be done, mails that are due above all, would be done during the next one. */
const copyOf = (filled: string): string => {
  const copy = `${filled}-run`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(filled, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
};

interface TerritoryOptions {
  /** Of its folder, where it is not shared. */
  name?: string;
  /** The next run finds it as this one leaves it. */
  kept?: boolean;
}

/**
 * A store of its own, filled once and kept in `bench/out`, and the built application on a copy of it.
 * @param threads how many it is filled with
 */
export const startTerritory = async (
  threads: number,
  { name = `territory-${threads}`, kept = false }: TerritoryOptions = {},
): Promise<Territory> => {
  const filled = join(here, 'out', name);
  if (!existsSync(join(filled, 'seeded'))) await fill(filled, threads);
  const folder = kept ? filled : copyOf(filled);
  const store = await startStore(folder);
  const uri = uriOf(store.captured);
  const server = await startOn(uri, folder);
  return { url: server.url, uri, folder, storePort: Number(new URL(store.captured).port), processes: [server.child, store.child] };
};

/** The built application on a store that is there already; several may work on one. */
export const startOn = async (uri: string, folder: string): Promise<{ url: string; child: ChildProcess }> => {
  const settings = { MONGODB_URI: uri, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', RATE_LIMIT: 'off', LOG_LEVEL: 'error', DEMO: '0' };
  const { child, captured } = await start(
    ['server/dist/main.js'],
    { ...process.env, NODE_ENV: 'production', ...settings },
    /localhost:(\d+)/,
  );
  return { url: `http://127.0.0.1:${captured}`, child };
};

export const stopTerritory = ({ processes }: Territory): void => {
  for (const child of processes) child.kill('SIGTERM');
};
