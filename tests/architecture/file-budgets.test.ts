import { expect, test } from 'vitest';
import { readRepositoryFile, repositoryFiles } from './repository.ts';

const LINES_MAX = 300;

/** Files that may be longer, each with its reason. */
const EXEMPT: Record<string, string> = {};

const sources = repositoryFiles().filter((path) => /\.(ts|tsx|mjs|css)$/.test(path) && !/^bench\/forum\/(?!adapters\/ours)/.test(path));
const lineCount = (path: string) => readRepositoryFile(path).split('\n').length - 1;

test(`no source file is longer than ${LINES_MAX} lines`, () => {
  expect(sources.length).toBeGreaterThan(50);
  const tooLong = sources.filter((path) => !(path in EXEMPT) && lineCount(path) > LINES_MAX).map((path) => `${path}: ${lineCount(path)}`);
  expect(tooLong).toEqual([]);
});

test('no file is exempt that does not need it', () => {
  expect(Object.keys(EXEMPT).filter((path) => lineCount(path) <= LINES_MAX)).toEqual([]);
});
