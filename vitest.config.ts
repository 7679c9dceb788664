import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Starting an application waits as much as it works: two at once keep two cores busy.
    maxWorkers: 2,
    projects: [
      'client/vitest.config.ts',
      'server/*/vitest.config.ts',
      { test: { name: 'shared', root: 'shared', include: ['src/**/*.test.ts'] } },
      { test: { name: 'server', root: 'server', include: ['src/**/*.test.ts', 'bin/**/*.test.ts'] } },
      { test: { name: 'architecture', root: 'tests', include: ['architecture/**/*.test.ts'] } },
      {
        test: {
          // The real application on a real store: a file a database of its own, one store process for all of them. Files share the
          // modules they load: loading the server takes two seconds, and a closed application leaves nothing behind in its process.
          name: 'api',
          root: 'tests',
          isolate: false,
          setupFiles: fileURLToPath(new URL('./tests/support/test-setup.ts', import.meta.url)),
          include: ['api/**/*.test.ts', 'realtime/**/*.test.ts', 'collab/**/*.test.ts', 'support/**/*.test.ts'],
          globalSetup: fileURLToPath(new URL('./tests/support/store-process.ts', import.meta.url)),
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
