import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { type BuiltServer, startBuiltServer } from './built-server.ts';

/** People of the demonstration, by what they do in these journeys. */
export const PEOPLE = {
  asker: 'agent@anzin.example',
  pilot: 'pilote.marches@metropole.example',
  hr: 'drh@valenciennes.example',
  clerk: 'drh@hergnies.example',
  referent: 'referent@onnaing.example',
  administrator: 'admin@metropole.example',
  guest: 'invite@cdg59.example',
  substitute: 'remplacante@exterieur.example',
} as const;
export type Who = keyof typeof PEOPLE;
export const PASSWORD = 'beffroi-demo';

interface WorkerFixtures {
  server: BuiltServer;
}
/** A server that may be stopped, killed and started again, at the same address and on the same data. */
export interface OwnServer extends BuiltServer {
  start: () => Promise<void>;
}
interface TestFixtures {
  /** A server of this test's own, on its own copy of the territory. */
  ownServer: OwnServer;
  /** A browser of this person's own, signed in at `baseURL`. */
  browserOf: (who: Who, options?: BrowserContextOptions) => Promise<Page>;
}

/** A copy of the loaded territory in a folder of its own. */
const copyTerritory = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-e2e-'));
  cpSync(process.env.BEFFROI_TERRITORY as string, folder, { recursive: true });
  return folder;
};

/** Signs a person in, in every page of this browser. */
export const signIn = async (context: BrowserContext, url: string, who: Who): Promise<void> => {
  const answer = await context.request.post(`${url}/api/auth/sign-in/email`, {
    data: { email: PEOPLE[who], password: PASSWORD },
    headers: { origin: url },
  });
  expect(answer.status()).toBe(200);
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures used from this pattern
    async ({}, use) => {
      const folder = copyTerritory();
      const server = await startBuiltServer(folder);
      await use(server);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures used from this pattern
  ownServer: async ({}, use) => {
    const folder = copyTerritory();
    let running = await startBuiltServer(folder);
    const { url, dataDir } = running;
    await use({
      url,
      dataDir,
      said: () => running.said(),
      stop: () => running.stop(),
      kill: () => running.kill(),
      start: async () => {
        running = await startBuiltServer(folder, { PORT: new URL(url).port });
      },
    });
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  browserOf: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, options = {}) => {
      const context = await browser.newContext({ baseURL, ...options });
      contexts.push(context);
      await signIn(context, baseURL as string, who);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
