import { expect, test } from 'vitest';
import { readRepositoryFile, repositoryFiles } from './repository.ts';

const files = repositoryFiles();
const texts = files.filter((path) => !/\.(png|jpe?g|webp|gif|ico|woff2?|gz)$/.test(path) && !path.endsWith('package-lock.json'));
const mentioning = (pattern: RegExp, paths = texts): string[] => paths.filter((path) => pattern.test(readRepositoryFile(path)));

test('lock files name no download address, so that each machine uses its own registry', () => {
  const locks = files.filter((path) => path.endsWith('package-lock.json'));
  expect(locks).toContain('package-lock.json');
  expect(mentioning(/"resolved": "http/, locks)).toEqual([]);
});

test('the lock file names the optional packages of every platform, without which npm refuses it', () => {
  const { packages } = JSON.parse(readRepositoryFile('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`]),
  );
  // `npm run lock` names them.
  expect(missing).toEqual([]);
});

test('no file mentions a folder of one machine', () => {
  // Spelt in pieces: this file is read too.
  const folders = ['work', 'home', 'root', 'Users'].map((name) => `(?<![\\w.@~:-])/${name}/[a-z]`);
  expect(mentioning(new RegExp(folders.join('|')))).toEqual([]);
});

test('no file name ends on a catch-all', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|types|index)\.(ts|tsx|mjs)$/;
  expect(files.filter((path) => vague.test(path))).toEqual([]);
});

test('no work is left for later in the sources', () => {
  const later = new RegExp(`\\b(TO${'DO'}|FIX${'ME'}|XX${'X'})\\b`);
  expect(
    mentioning(
      later,
      texts.filter((path) => /\.(ts|tsx|css|mjs)$/.test(path) && !path.startsWith('bench/forum/')),
    ),
  ).toEqual([]);
});
