import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EJSON } from 'bson';
import { isLegacy, translateLegacy } from './legacy-format.ts';
import type { TestFile } from './test-format.ts';

/** The suites this runner judges by default: those that say something of a standalone server. */
export const SUITES = [
  'crud',
  'gridfs',
  'collection-management',
  'index-management',
  'sessions',
  'run-command',
  'command-monitoring',
  'read-write-concern',
  'retryable-reads',
  'retryable-writes',
  'unified-test-format/valid-pass',
  'versioned-api',
  'bson-corpus',
];

/** The JSON files below a folder, in order. */
export function jsonFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(directory, name));
}

/** A file as the runner takes it; nothing for one that is no test of operations, such as those of connection strings. */
export function readTestFile(file: string): TestFile | undefined {
  const content = EJSON.parse(readFileSync(file, 'utf8'), { relaxed: true });
  if (content.schemaVersion) return content;
  return isLegacy(content) ? translateLegacy(content, path.basename(file, '.json')) : undefined;
}
