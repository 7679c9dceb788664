import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { clientProjects } from './client/vitest.projects.ts';

export default defineConfig({
  test: {
    // Starting an application waits as much as it works: two at once keep two cores busy.
    maxWorkers: 2,
    // One project after the other (`groupOrder`): a process that shares its modules is kept for as long as the next file is of its project.
    projects: [
      ...clientProjects,
      'server/*/vitest.config.ts',
      // None of these files replaces a module (tests/architecture/memory.test.ts): each is loaded once for all of them.
      { test: { name: 'shared', root: 'shared', isolate: false, sequence: { groupOrder: 2 }, include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'server',
          root: 'server',
          isolate: false,
          sequence: { groupOrder: 3 },
          include: ['src/**/*.test.ts', 'bin/**/*.test.ts'],
        },
      },
      { test: { name: 'architecture', root: 'tests', include: ['architecture/**/*.test.ts'] } },
      {
        test: {
          // The real application on a real store: a file a database of its own, one store process for all of them. Files share the
          // modules they load: loading the server takes two seconds, and a closed application leaves nothing behind in its process.
          name: 'api',
          root: 'tests',
          isolate: false,
          sequence: { groupOrder: 5 },
          setupFiles: fileURLToPath(new URL('./tests/support/test-setup.ts', import.meta.url)),
          include: ['api/**/*.test.ts', 'realtime/**/*.test.ts', 'collab/**/*.test.ts', 'support/**/*.test.ts'],
          globalSetup: fileURLToPath(new URL('./tests/support/store-process.ts', import.meta.url)),
          testTimeout: 20_000,
          hookTimeout: 60_000,
          // A second, as it is by default, is a time measured: one answer may take it on a busy machine.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
