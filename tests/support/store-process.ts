import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

const STORE = fileURLToPath(new URL('../../server/embedded-mongo/src/main.ts', import.meta.url));

declare module 'vitest' {
  interface ProvidedContext {
    /** `mongodb://127.0.0.1:port` of the store all test files share, each in a database of its own. */
    storeUri: string;
  }
}

/** Resolves with what follows `READY ` on the process's output. @throws Error when it ends first */
export const untilReady = (child: ChildProcess, pattern = /READY (\S+)/): Promise<string> =>
  new Promise((resolve, reject) => {
    let seen = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const found = pattern.exec(seen)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with code ${code} before it was ready:\n${seen}`)));
  });

/** Ends a process and waits until it has. */
export const end = (child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });

/** Starts the embedded store on `folder`, from its sources. */
export const startStore = async (folder: string, port = 0): Promise<{ uri: string; child: ChildProcess }> => {
  const child = spawn(process.execPath, ['--import', 'tsx', STORE, '--port', String(port), '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { uri: await untilReady(child), child };
};

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-store-'));
  const { uri, child } = await startStore(folder);
  project.provide('storeUri', uri);
  return async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
};
