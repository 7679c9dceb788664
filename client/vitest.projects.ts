import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import vite from './vite.config.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const tests = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.tsx?$/.test(path))
  .map((path) => join('src', path));
/** A file that replaces a module has every module for itself; the others share a window and what they load in it. */
const replacesModule = (path: string): boolean => /\bvi\.(?:do)?mock\(/i.test(readFileSync(join(root, path), 'utf8'));

const project = (name: string, isolate: boolean, include: string[]): TestProjectInlineConfiguration =>
  mergeConfig(vite, {
    root,
    test: {
      name,
      isolate,
      include,
      sequence: { groupOrder: isolate ? 0 : 1 },
      environment: 'happy-dom',
      setupFiles: join(root, 'src/test-setup.ts'),
      // A form that is typed in takes its time on a busy machine.
      testTimeout: 20_000,
      env: { TZ: 'Europe/Paris' },
      // The colours are read by a test; other style sheets are nothing to one.
      css: { include: /tokens\.css/ },
    },
  });

export const clientProjects: TestProjectInlineConfiguration[] = [
  project(
    'client',
    false,
    tests.filter((path) => !replacesModule(path)),
  ),
  project('client-alone', true, tests.filter(replacesModule)),
];
