import type { Page, Request } from '@playwright/test';
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

test('who waits for the scripts of the first page reads that it is opening', async ({ page }) => {
  let letThrough = (): void => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/connexion', { waitUntil: 'commit' });
  const opening = page.getByText('Ouverture de Beffroi…');
  await expect(opening).toBeVisible();
  letThrough();
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
  await expect(opening).toHaveCount(0);
});
