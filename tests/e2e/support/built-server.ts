import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { end, untilReady } from '../../support/store-process.ts';

const BUILT = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));

export interface BuiltServer {
  url: string;
  dataDir: string;
  /** What it wrote on its standard output so far. */
  said: () => string;
  stop: () => Promise<void>;
  /** Ends it and its store at once, as a power cut would. */
  kill: () => Promise<void>;
}

/** Whether a process, or one of a group, still lives. */
const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};

/** Starts what `npm run build` made, as `npm start` does, on its embedded store in `dataDir`. */
export const startBuiltServer = async (dataDir: string, settings: Record<string, string> = {}): Promise<BuiltServer> => {
  const child: ChildProcess = spawn(process.execPath, [BUILT], {
    // A group of its own, so that its store can be killed with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DEMO: '1',
      LOG_LEVEL: 'error',
      RATE_LIMIT: 'off',
      ...settings,
    },
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const port = await untilReady(child, /est prêt : http:\/\/localhost:(\d+)/);
  const kill = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const group = -(child.pid as number);
    process.kill(group, 'SIGKILL');
    await gone;
    // Its store may end a moment later, and holds the data until then.
    await expect.poll(() => isAlive(group)).toBe(false);
  };
  return { url: `http://localhost:${port}`, dataDir, said: () => said, stop: () => end(child), kill };
};
