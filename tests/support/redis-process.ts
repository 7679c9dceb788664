import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { redisServerPath } from './programs.ts';
import { freePort } from './server-process.ts';
import { end, untilReady } from './store-process.ts';

/** Starts a real redis-server that keeps nothing; ended with the test. Gives its address. */
export const startRedis = async (): Promise<string> => {
  const port = await freePort();
  const child = spawn(redisServerPath(), ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => end(child));
  await untilReady(child, /(Ready to accept connections)/);
  return `redis://127.0.0.1:${port}`;
};
