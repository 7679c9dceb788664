import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * A store of its own, filled once and kept in `bench/out`, and the built application on it.
 * @param threads how many it is filled with
 * @param name of its folder, where it is not shared
 */
export const startTerritory = async (threads: number, name = `territory-${threads}`): Promise<Territory> => {
  const folder = join(here, 'out', name);
  const seeded = join(folder, 'seeded');
  if (!existsSync(seeded)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const store = await start(['server/dist/embedded-mongo.js', '--port', '0', '--data', join(folder, 'store')], process.env, /READY (\S+)/);
  const uri = `${store.captured}/beffroi`;
  if (!existsSync(seeded)) {
    run(process.execPath, ['--import', 'tsx', join(here, 'seed-territory.ts'), uri, folder, String(threads)]);
    writeFileSync(seeded, '');
  }
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
