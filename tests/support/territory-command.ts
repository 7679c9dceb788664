import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../server/src/setup/territory-command.ts', import.meta.url));

interface Run {
  code: number | null;
  out: string;
  wrong: string;
}

/** Runs `npm run territory -- …` with these settings, this on its standard input and nobody at the terminal. */
export const runTerritoryCommand = async (settings: Record<string, string>, args: string[], input = ''): Promise<Run> => {
  const child = spawn(process.execPath, ['--import', 'tsx', COMMAND, ...args], { env: { PATH: process.env.PATH, ...settings } });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, wrong, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, wrong };
};
