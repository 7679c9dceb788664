import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { providePrograms } from '../support/programs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Count {
  passed: number;
  failed: number;
}

const run = (command: string, environment: Record<string, string> = {}): boolean => {
  console.log(`\n── ${command}`);
  // npm puts node_modules/.bin on the PATH of `npm test`; run directly, this file must do the same.
  const PATH = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
  return spawnSync(command, { shell: true, cwd: root, stdio: 'inherit', env: { ...process.env, ...environment, PATH } }).status === 0;
};

/** A check that passes or fails as one. */
const check = (command: string): Count => (run(command) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * Reads a runner's own count. A skipped test counts as failed: what is not run shows nothing. A runner that fails without a failed
 * test (a file that does not load, a crash) counts as one failure.
 */
const counted = (succeeded: boolean, report: string, read: (json: never) => Count & { skipped: number }): Count => {
  const { passed, failed, skipped } = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')) as never)
    : { passed: 0, failed: 0, skipped: 0 };
  if (skipped) console.error(`${skipped} tests were skipped: none may be.`);
  const empty = passed + failed + skipped === 0;
  return { passed, failed: Math.max(failed + skipped, succeeded && !empty ? 0 : 1) };
};

const vitest = (folder: string): Count => {
  const report = join(folder, 'vitest.json');
  const succeeded = run(`vitest run --reporter=default --reporter=json --outputFile.json=${report}`);
  return counted(
    succeeded,
    report,
    (json: { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests + json.numTodoTests,
    }),
  );
};

const playwright = (folder: string): Count => {
  const report = join(folder, 'playwright.json');
  const succeeded = run('playwright test --config tests/e2e/playwright.config.ts --reporter=list,json', {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return counted(succeeded, report, (json: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }) => ({
    passed: json.stats.expected,
    failed: json.stats.unexpected + json.stats.flaky,
    skipped: json.stats.skipped,
  }));
};

/**
 * Types, lint, dead code, import arrows, unit, integration, component and browser tests, all of them even if some fail.
 * Prints `N passed, N failed` alone on the last line.
 * @returns whether everything passed
 */
export const runEverything = (): boolean => {
  const absent = providePrograms();
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-test-'));
  const counts: Count[] = [];
  try {
    if (absent.length) {
      for (const sentence of absent) console.error(sentence);
      counts.push({ passed: 0, failed: absent.length });
    } else {
      for (const script of ['typecheck', 'lint', 'dead-code', 'arrows']) counts.push(check(`npm run --silent ${script}`));
      counts.push(vitest(folder), check('npm run --silent build'), playwright(folder));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
};
