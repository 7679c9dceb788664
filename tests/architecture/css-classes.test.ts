import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { readRepositoryFile, repositoryFiles } from './repository.ts';

const files = repositoryFiles().filter((path) => path.startsWith('client/src/'));
const modules = files.filter((path) => path.endsWith('.module.css'));

/** The classes a module has rules for. */
const rulesOf = (module: string): Set<string> => {
  const selectors = readRepositoryFile(module)
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/:global\([^)]*\)/g, '')
    .replace(/[^{}]*;/g, '');
  return new Set([...selectors.matchAll(/\.([a-z]\w*)/gi)].map(([, name]) => name as string));
};

interface Use {
  by: string;
  module: string;
  name: string;
}

/** The classes a component names, of each module it imports by whatever name. */
const usesBy = (by: string): Use[] => {
  const source = readRepositoryFile(by);
  return [...source.matchAll(/import (\w+) from '(\.[^']+\.module\.css)'/g)].flatMap(([, imported, from]) => {
    const module = posix.join(posix.dirname(by), from as string);
    const named = source.matchAll(new RegExp(`(?<![\\w./-])${imported}\\.(\\w+)`, 'g'));
    return [...named].map(([, name]) => ({ by, module, name: name as string }));
  });
};

const uses = files.filter((path) => /\.tsx?$/.test(path)).flatMap(usesBy);

test('each class a component names has a rule in the module it imports', () => {
  const rules = new Map(modules.map((module) => [module, rulesOf(module)]));
  expect(uses).not.toEqual([]);
  expect(uses.filter(({ module, name }) => !rules.get(module)?.has(name))).toEqual([]);
});

test('each class of a module is named by a component, or composed', () => {
  const used = new Set(uses.map(({ module, name }) => `${module} .${name}`));
  const composed = (module: string): string[] =>
    [...readRepositoryFile(module).matchAll(/composes: (\w+);/g)].map(([, name]) => name as string);
  const idle = modules.flatMap((module) => {
    const there = composed(module);
    return [...rulesOf(module)].filter((name) => !there.includes(name)).map((name) => `${module} .${name}`);
  });
  expect(idle.filter((rule) => !used.has(rule))).toEqual([]);
});
