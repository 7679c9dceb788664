import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { end, untilReady } from './store-process.ts';

const COMMAND = fileURLToPath(new URL('../../server/src/collab/collab-command.ts', import.meta.url));

export interface CollabProcess {
  /** `ws://127.0.0.1:port/collab` */
  base: string;
  child: ChildProcess;
  /** Ends it at once and, unless it is to be left behind, the store it started. */
  kill: (withStore?: boolean) => Promise<void>;
}

/** Starts the bare room server on this folder, as `npm run collab` does; ended with the test. */
export const startCollabProcess = async (folder: string): Promise<CollabProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', COMMAND, '--port', '0', '--data', folder], {
    // A group of its own, so that the store it starts can be killed with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => end(child));
  const kill = async (withStore = true): Promise<void> => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill((withStore ? -1 : 1) * (child.pid as number), 'SIGKILL');
    await gone;
  };
  return { base: await untilReady(child), child, kill };
};
