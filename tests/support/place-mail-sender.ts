import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const SENDER = fileURLToPath(new URL('./place-mail-process.ts', import.meta.url));

/** Starts a process that sends the mails due at this instant, with these settings; ended with the test, or at once by `kill`. */
export const startPlaceMailProcess = (at: Date, settings: Record<string, string>): { kill: () => Promise<void> } => {
  const child = spawn(process.execPath, ['--import', 'tsx', SENDER, at.toISOString()], {
    stdio: 'inherit',
    env: { PATH: process.env.PATH, ...settings },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    kill: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
};
