import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { askAs, replyBox, write } from './support/writing.ts';

const HALF = 'Un texte commencé avant la mise à jour';

test.use({ baseURL: async ({ ownServer }, use) => use(ownServer.url) });

/** From now on the server is of another version, which has no more the code of the directory, until the page is opened anew. */
const deploy = async (page: Page): Promise<{ openedAnew: () => number }> => {
  let opened = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) opened++;
  });
  await page.route(
    ({ pathname }) => pathname === '/',
    async (route) => {
      if (route.request().isNavigationRequest()) return route.continue();
      const answer = await route.fetch().catch(() => null);
      // Asked while the server is down.
      if (!answer) return route.abort();
      return route.fulfill({ response: answer, body: (await answer.text()).replace(/(src="\/assets\/index-)[^"]+/, '$1NewOne.js') });
    },
  );
  await page.route('**/assets/directory-page-*.js', (route) => (opened > 0 ? route.continue() : route.fulfill({ status: 404 })));
  return { openedAnew: () => opened };
};

/** Once the page is connected: what connects for the first time after an update has nothing to compare. */
const connected = (page: Page): Promise<void> =>
  new Promise((resolve) => {
    page.on('websocket', (socket) => {
      // Socket.IO's packet that says one is connected.
      socket.on('framereceived', ({ payload }) => payload.toString().startsWith('40') && resolve());
    });
  });

test('a new version put in service: one is told, goes on to any page, and keeps what was being written', async ({
  browserOf,
  ownServer,
}) => {
  test.slow();
  const page = await browserOf('asker', { serviceWorkers: 'block' });
  const { path } = await askAs(page, 'Que devient ma réponse pendant une mise à jour ?');
  const live = connected(page);
  await page.goto(path);
  await write(replyBox(page), HALF);
  await live;
  const { openedAnew } = await deploy(page);
  await ownServer.stop();
  await ownServer.start();
  await expect(page.getByRole('status').getByText('Beffroi a été mis à jour.')).toBeVisible({ timeout: 20_000 });
  expect(openedAnew()).toBe(0);

  // A page whose code is gone opens anew, at its own address.
  await page.getByRole('link', { name: 'Annuaire' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Annuaire' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Personnes' }).getByRole('listitem').first()).toBeVisible();
  expect(openedAnew()).toBe(1);

  await page.goto(path);
  await expect(replyBox(page)).toHaveText(HALF);
});

test('in a model too one is told, above the text and not over it, whatever the screen', async ({ browserOf, ownServer }) => {
  test.slow();
  const page = await browserOf('pilot', { serviceWorkers: 'block' });
  await page.goto('/clubs/marches-publics');
  const { origin } = new URL(page.url());
  const data = { kind: 'ccap', title: 'CCAP Voirie' };
  const created = await page.request.post('/api/clubs/marches-publics/templates', { data, headers: { origin } });
  const live = connected(page);
  await page.goto(`/modeles/${((await created.json()) as { id: string }).id}`);
  const text = page.getByRole('textbox', { name: data.title, exact: true });
  await text.click();
  await page.keyboard.type(HALF);
  await live;
  await deploy(page);
  await ownServer.stop();
  await ownServer.start();
  const told = page.getByRole('status').getByText('Beffroi a été mis à jour.');
  await expect(told).toBeVisible({ timeout: 20_000 });
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const title = page.getByRole('heading', { level: 1 });
    const [strip, words, bar] = [await told.boundingBox(), await text.boundingBox(), await title.boundingBox()];
    if (!strip || !words || !bar) throw new Error('not shown');
    expect(strip.y).toBeGreaterThanOrEqual(bar.y + bar.height);
    expect(words.y).toBeGreaterThanOrEqual(strip.y + strip.height);
  }
  await page.getByRole('button', { name: 'recharger la page' }).click();
  await expect(text).toContainText(HALF);
});
