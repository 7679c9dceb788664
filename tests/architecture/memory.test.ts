import { expect, test } from 'vitest';
import { readRepositoryFile, repositoryFiles } from './repository.ts';

const sources = repositoryFiles().filter((path) => /^server\/src\/.+\.ts$/.test(path) && !path.endsWith('.test.ts'));
const writing = (pattern: RegExp): string[] => sources.filter((path) => pattern.test(readRepositoryFile(path)));

/** What these remember is true of any store and anyone, or empties itself. */
const HARMLESS = [
  'server/src/features/search/french-terms.ts',
  'server/src/features/territory/national-register.ts',
  'server/src/platform/forget-at-close.ts',
  'server/src/platform/in-turn.ts',
  'server/src/platform/logger.ts',
];

test('what a module of the server remembers is forgotten when the application closes', () => {
  const remembering = writing(
    /^(?:export )?(?:let \w|const \w+(?:: [^=]+)? = new (?:(?:Map|Set|WeakMap)(?:<.+>)?\(\)|SharedReads|RateLimiter))/m,
  );
  const forgetting = writing(/forgetAtClose\(/);
  expect(remembering).toEqual(expect.arrayContaining(HARMLESS));
  expect(remembering.filter((path) => !forgetting.includes(path) && !HARMLESS.includes(path))).toEqual([]);
});

test('modules subscribe to events when the application starts, not when they are loaded', () => {
  expect(writing(/subscribe\('/)).not.toEqual([]);
  expect(writing(/^subscribe\('/m)).toEqual([]);
});

test('tests that share the modules they load replace none', () => {
  const sharing = repositoryFiles().filter((path) => /^(?:shared|server|tests)\/.+\.test\.ts$/.test(path));
  // Spelt in pieces: this file is read too.
  const replacing = new RegExp(`\\bvi\\.(?:do)?${'mock'}\\(`, 'i');
  expect(sharing.filter((path) => replacing.test(readRepositoryFile(path)))).toEqual([]);
});
