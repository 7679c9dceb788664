import { contract } from '@beffroi/shared/contract';
import type { AnyContractProcedure } from '@orpc/contract';
import { expect, test } from 'vitest';
import { router } from '../../server/src/router.ts';
import { readRepositoryFile, repositoryFiles } from './repository.ts';

const routes = Object.entries(contract).flatMap(([feature, procedures]) =>
  Object.entries(procedures).map(([name, procedure]) => ({ name: `${feature}.${name}`, procedure: procedure as AnyContractProcedure })),
);

test('every route is implemented', () => {
  const implemented = Object.entries(router).flatMap(([feature, procedures]) =>
    Object.keys(procedures).map((name) => `${feature}.${name}`),
  );
  expect(implemented.sort()).toEqual(routes.map(({ name }) => name).sort());
});

test('every route has its method, its path, its input, its output and its sentence', () => {
  const incomplete = routes.filter(({ procedure }) => {
    const { route, outputSchema } = procedure['~orpc'];
    return !route.method || !route.path?.startsWith('/') || !route.summary || !route.tags?.length || !outputSchema;
  });
  expect(incomplete.map(({ name }) => name)).toEqual([]);
});

test('no two routes share an address', () => {
  const addresses = routes.map(({ procedure }) => {
    const { method, path } = procedure['~orpc'].route;
    return `${method} ${path?.replace(/\{\w+\}/g, '{}')}`;
  });
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
});

test('every route has tests of its own under tests/api', () => {
  const tests = repositoryFiles().filter((path) => /^tests\/api\/.+\.test\.ts$/.test(path));
  const suites = tests.map(readRepositoryFile).join('\n');
  expect(routes.map(({ name }) => name).filter((name) => !suites.includes(`describe('${name}'`))).toEqual([]);
});
