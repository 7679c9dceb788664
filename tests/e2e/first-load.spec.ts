import type { Page, Request } from '@playwright/test';
import { EVERY_PAGE, visit } from './support/every-page.ts';
import { expect, test } from './support/test.ts';

const JAVASCRIPT_MAX = 200_000;

declare global {
  interface Window {
    firstRowShown: () => Promise<void>;
  }
}

/** Calls back as soon as the club's list holds a row. */
const onFirstRow = async (page: Page, callback: () => void): Promise<void> => {
  await page.exposeFunction('firstRowShown', callback);
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('ul[aria-label="Sujets"] li')) return;
      observer.disconnect();
      void window.firstRowShown();
    });
    observer.observe(document, { subtree: true, childList: true });
  });
};

const isScript = (request: Request): boolean => new URL(request.url()).pathname.endsWith('.js');

test('a club’s list is visible for 200 kB of JavaScript gzipped at most', async ({ browserOf, server }) => {
  const page = await browserOf('asker', { extraHTTPHeaders: { 'accept-encoding': 'gzip' } });
  const asked: Request[] = [];
  const before: Request[] = [];
  page.on('request', (request) => isScript(request) && asked.push(request));
  await onFirstRow(page, () => {
    before.push(...asked);
  });
  await page.goto('/clubs/marches-publics');
  await expect.poll(() => before.length).toBeGreaterThan(2);

  let transferred = 0;
  for (const request of before) {
    const response = await request.response();
    // A script of a few lines travels as it is.
    expect(['gzip', null], request.url()).toContain(await response?.headerValue('content-encoding'));
    expect(new URL(request.url()).origin).toBe(server.url);
    transferred += (await request.sizes()).responseBodySize;
  }
  test.info().annotations.push({ type: 'JavaScript before the list', description: `${Math.round(transferred / 1000)} kB` });
  expect(transferred).toBeGreaterThan(50_000);
  expect(transferred).toBeLessThanOrEqual(JAVASCRIPT_MAX);
});

test('no page asks anything of another origin, breaks the content policy or writes an error to the console', async ({
  browserOf,
  page: visitor,
  server,
}) => {
  test.setTimeout(240_000);
  const readers = new Map<string | null, Page>([[null, visitor]]);
  const wrongs: string[] = [];
  let refused: number | undefined;
  const own = [server.url, server.url.replace('http', 'ws'), 'data:', `blob:${server.url}`];

  const watch = async (page: Page): Promise<void> => {
    const where = (): string => new URL(page.url()).pathname;
    page.on('request', (request) => {
      if (!own.some((origin) => request.url().startsWith(origin))) wrongs.push(`${where()} asks ${request.url()}`);
    });
    page.on('websocket', (socket) => {
      if (!own.some((origin) => socket.url().startsWith(origin))) wrongs.push(`${where()} connects to ${socket.url()}`);
    });
    page.on('console', (message) => {
      const foreseen = refused && message.text().includes(`the server responded with a status of ${refused}`);
      if (['error', 'warning'].includes(message.type()) && !foreseen) wrongs.push(`${where()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => wrongs.push(`${where()} throws ${error.stack}`));
    await page.exposeFunction('policyBroken', (what: string) => wrongs.push(`${where()} breaks the content policy: ${what}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        void (window as unknown as { policyBroken: (what: string) => void }).policyBroken(`${violatedDirective} ${blockedURI}`);
      });
    });
  };

  await watch(visitor);
  for (const product of EVERY_PAGE) {
    let page = readers.get(product.who);
    if (!page) {
      page = await browserOf(product.who as Exclude<typeof product.who, null>);
      readers.set(product.who, page);
      await watch(page);
    }
    refused = product.refused;
    // The live connection comes after the page, and is part of it.
    const live = product.who && page.waitForEvent('websocket');
    await visit(page, product);
    await live;
  }
  expect(wrongs).toEqual([]);
});
