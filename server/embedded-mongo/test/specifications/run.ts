import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { startStore } from '../../src/server.ts';
import { runCorpus } from './bson-corpus.ts';
import { driverDifference } from './driver-differences.ts';
import { SuiteReport } from './report.ts';
import { factsOf } from './requirements.ts';
import { runTest, type Target } from './run-test.ts';
import { jsonFiles, readTestFile, SUITES } from './suite-files.ts';
import { NotApplicable } from './test-format.ts';

const USAGE = `usage: npm run specifications -- DIR [suite...]

Runs the suites found below DIR, the folder of MongoDB's public driver specifications, against a store of its own;
with --url against another server, for comparison; with --only WORD the cases that have the word in their name.`;

async function runSuite(directory: string, name: string, target: Target, only: string): Promise<SuiteReport> {
  const report = new SuiteReport(name);
  if (name === 'bson-corpus') await runCorpus(jsonFiles(directory), target.url, report);
  else for (const file of jsonFiles(directory)) await runFile(file, path.relative(directory, file), target, report, only);
  return report;
}

async function runFile(file: string, name: string, target: Target, report: SuiteReport, only: string): Promise<void> {
  const content = readTestFile(file);
  if (!content) return report.notApplicable('no operation, or in the unified format too');
  for (const test of content.tests) {
    const where = `${name}: ${test.description}`;
    if (!where.includes(only)) continue;
    const difference = driverDifference(where);
    if (difference) {
      report.notApplicable(difference);
      continue;
    }
    try {
      await runTest(content, test, target);
      report.passed();
    } catch (error) {
      if (error instanceof NotApplicable) report.notApplicable(error.message);
      else report.failed(where, (error as Error).message);
    }
  }
}

async function runAll(directory: string, names: string[], url: string, only: string): Promise<number> {
  const internal = await MongoClient.connect(url);
  let failures = 0;
  try {
    const target = { url, internal, facts: await factsOf(internal) };
    for (const name of names) {
      const report = await runSuite(path.join(directory, name), name, target, only);
      process.stdout.write(`${report}\n`);
      failures += report.failures;
    }
  } finally {
    await internal.close();
  }
  return failures;
}

async function withOwnStore(work: (url: string) => Promise<number>): Promise<number> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'specifications-'));
  const store = await startStore({ dataDir });
  try {
    return await work(store.url);
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' }, only: { type: 'string' } } });
const [directory, ...wanted] = positionals;
if (!directory) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const names = wanted.length > 0 ? wanted : SUITES.filter((name) => existsSync(path.join(directory, name)));
const work = (url: string) => runAll(directory, names, url, values.only ?? '');
process.exitCode = (await (values.url ? work(values.url) : withOwnStore(work))) > 0 ? 1 : 0;
