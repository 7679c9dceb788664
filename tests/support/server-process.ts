import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { end, untilReady } from './store-process.ts';

const MAIN = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));

export interface ServerProcess {
  url: string;
  child: ChildProcess;
  /** Ends it at once, as a power cut would, and everything it started. */
  kill: () => Promise<void>;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** A folder that is removed when the test ends. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-essai-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/**
 * Starts the application as `npm start` does, in a process of its own, with these settings; ended with the test.
 * Without `MONGODB_URI` it starts its embedded store on `DATA_DIR`.
 */
export const startServerProcess = async (settings: Record<string, string>): Promise<ServerProcess> => {
  const environment = {
    PORT: '0',
    HOST: '127.0.0.1',
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'error',
    AUTH_SECRET: 'secret-de-ces-essais-seulement-0123',
    ...settings,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    // A group of its own, so that the store it starts can be killed with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...environment },
  });
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-(child.pid as number), 'SIGKILL');
    await gone;
  };
  onTestFinished(() => end(child));
  const url = await untilReady(child, /est prêt : http:\/\/localhost:(\d+)/).then((port) => `http://127.0.0.1:${port}`);
  return { url, child, kill };
};
