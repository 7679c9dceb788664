import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type BuiltServer, startBuiltServer } from './built-server.ts';

/** People of the demonstration, by what they do in these journeys. */
export const PEOPLE = {
  asker: 'agent@anzin.example',
  pilot: 'pilote.marches@metropole.example',
  hr: 'drh@valenciennes.example',
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
interface TestFixtures {
  /** A browser of this person's own, signed in. */
  browserOf: (who: Who, options?: Parameters<import('@playwright/test').Browser['newContext']>[0]) => Promise<Page>;
}

const signIn = async (context: BrowserContext, url: string, who: Who): Promise<void> => {
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
      const folder = mkdtempSync(join(tmpdir(), 'beffroi-e2e-'));
      cpSync(process.env.BEFFROI_TERRITORY as string, folder, { recursive: true });
      const server = await startBuiltServer(folder);
      await use(server);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  browserOf: async ({ browser, server }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, options = {}) => {
      const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', baseURL: server.url, ...options });
      contexts.push(context);
      await signIn(context, server.url, who);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
