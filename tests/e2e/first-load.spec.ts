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

/** The pages people come to from a mail or a bookmark, and how one knows each is there. */
const FIRST_PAGES = [
  { name: 'Aujourd’hui', address: async () => '/', shown: (page: Page) => page.getByRole('heading', { level: 1 }) },
  {
    name: 'a club',
    address: async () => '/clubs/marches-publics',
    shown: (page: Page) => page.getByRole('list', { name: 'Sujets' }).getByRole('listitem').first(),
  },
  {
    name: 'a thread',
    address: async (page: Page) => {
      await page.goto('/clubs/marches-publics');
      return (await page.getByRole('list', { name: 'Sujets' }).getByRole('link').first().getAttribute('href')) ?? '';
    },
    shown: (page: Page) => page.getByRole('article').first(),
  },
];

for (const { name, address, shown } of FIRST_PAGES)
  test(`${name}: code and data are asked for before the application’s script has run, in few requests and once`, async ({ browserOf }) => {
    const page = await browserOf('asker', { serviceWorkers: 'block' });
    const path = await address(page);
    let letThrough = (): void => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/assets/index-*.js', async (route) => {
      await held;
      await route.continue();
    });
    const data: string[] = [];
    const files = new Set<string>();
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/') && request.method() === 'GET') data.push(pathname + search);
      if (/^\/assets\/.*\.(js|css)$/.test(pathname)) files.add(pathname);
    });
    await page.goto(path, { waitUntil: 'commit' });
    await expect.poll(() => data).toEqual(expect.arrayContaining(['/api/me', '/api/clubs']));
    await expect.poll(() => data.length).toBeGreaterThan(2);
    // Not yet the application's own, which is held: the page's.
    await expect.poll(() => files.size).toBeGreaterThan(10);
    const early = [...data];
    letThrough();
    await expect(shown(page)).toBeVisible();
    expect(
      early.filter((one) => data.indexOf(one) !== data.lastIndexOf(one)),
      'asked for twice',
    ).toEqual([]);
    expect(files.size).toBeLessThanOrEqual(60);
    test.info().annotations.push({ type: 'files', description: `${files.size}` });

    // Left to itself, the page asks for the same.
    data.length = 0;
    await page.route('**/first-page.js', (route) => route.abort());
    await page.reload();
    await expect(shown(page)).toBeVisible();
    expect(data).toEqual(expect.arrayContaining(early));
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
