import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from '../tests/support/programs.ts';
import { here, run, startTerritory, stopTerritory, type Territory } from './territory.ts';

const BIG = 20_000;
const SMALL = 2_000;

/**
 * Measures the built application beside a bare server of the same corpus. Parameters go to the harness
 * (`npm run bench -- --only list,topic`).
 */
const bench = async (parameters: string[]): Promise<void> => {
  run('npm', ['run', '--silent', 'build']);
  if (!existsSync(join(here, 'forum/node_modules'))) run('npm', ['ci'], join(here, 'forum'));
  const [big, small] = [await startTerritory(BIG), await startTerritory(SMALL)];
  const stop = () => [big, small].forEach(stopTerritory);
  process.on('SIGINT', stop);
  try {
    const target = ({ url, storePort }: Territory) => `ours=${url},db=${storePort}`;
    const measured = ['--target', target(big), '--small', target(small), '--bare', String(BIG)];
    run(process.execPath, ['bench.mjs', ...measured, ...parameters], join(here, 'forum'), {
      ...process.env,
      CHROMIUM_PATH: chromiumPath(),
    });
  } finally {
    stop();
  }
};

await bench(process.argv.slice(2));
