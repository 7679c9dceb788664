import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { allReplies, askAs, replyAs, replyBox, shownReplies } from './support/writing.ts';

/** More than the client reads at once. */
const MISSED = 130;

const article = (page: Page, number: number) => page.getByRole('article', { name: new RegExp(`^Réponse ${number},`) });
const lost = (page: Page) => page.getByText('Connexion perdue.', { exact: false });

const replyTimes = async (page: Page, threadId: string, from: number, to: number): Promise<void> => {
  for (let number = from; number <= to; number++) await replyAs(page, threadId, `Réponse de rang ${number}.`);
};

test.describe('on one thread', () => {
  test('a reader at the end sees the reply appear; elsewhere she is told, and nothing moves', async ({ browserOf }) => {
    const [reader, writer] = [await browserOf('asker'), await browserOf('pilot')];
    const { id, path } = await askAs(reader, 'Qui tient un registre des pénalités appliquées par marché ?');
    await replyTimes(writer, id, 1, 12);
    await reader.goto(path);
    await expect(article(reader, 12)).toBeAttached();

    await reader.keyboard.press('End');
    await expect(replyBox(reader)).toBeInViewport();
    await replyAs(writer, id, 'La treizième, sous vos yeux.');
    await expect(article(reader, 13)).toBeInViewport();
    await expect(reader.getByRole('link', { name: 'nouvelle réponse' })).toHaveCount(0);

    await reader.keyboard.press('Home');
    const title = reader.getByRole('heading', { level: 1 });
    await expect(title).toBeInViewport();
    await expect(replyBox(reader)).not.toBeInViewport();
    await replyAs(writer, id, 'La quatorzième, plus bas.');
    const told = reader.getByRole('link', { name: '1 nouvelle réponse' });
    await expect(told).toBeVisible();
    await expect(title).toBeInViewport();
    await told.click();
    await expect(article(reader, 14)).toBeInViewport();
    await expect(article(reader, 14)).toBeFocused();
    await expect(told).toHaveCount(0);
  });

  test('readers see each other come and go', async ({ browserOf }) => {
    const [first, second] = [await browserOf('asker'), await browserOf('referent')];
    const { path } = await askAs(first, 'Qui lit ce sujet en même temps que nous ?');
    await first.goto(path);
    await second.goto(path);
    for (const page of [first, second])
      await expect(page.getByRole('region', { name: 'En lecture' })).toContainText('2 personnes sur ce sujet');
    await expect(first.getByRole('region', { name: 'En lecture' })).toContainText('Directeur général des services, Onnaing');
    await second.goto('/clubs/marches-publics');
    await expect(first.getByRole('region', { name: 'En lecture' })).toHaveCount(0);
  });

  test('after the network was cut, the reader catches up exactly', async ({ browserOf }) => {
    test.slow();
    const [reader, writer] = [await browserOf('asker'), await browserOf('pilot')];
    const { id, path } = await askAs(reader, 'Que se passe-t-il quand le réseau de la mairie est coupé ?');
    await replyTimes(writer, id, 1, 3);
    await reader.goto(path);
    await writer.goto(path);
    await expect(reader.getByRole('region', { name: 'En lecture' })).toContainText('2 personnes');

    await reader.context().setOffline(true);
    await expect(lost(reader)).toBeVisible();
    await replyTimes(writer, id, 4, 3 + MISSED);
    await writer.request.put(`/api/threads/${id}/me-too`);
    expect(await shownReplies(reader)).toEqual(allReplies(3));

    await reader.context().setOffline(false);
    await expect(lost(reader)).toHaveCount(0);
    await expect.poll(() => shownReplies(reader)).toEqual(allReplies(3 + MISSED));
    // And it is live again.
    await replyAs(writer, id, 'Une de plus, en direct.');
    await expect.poll(() => shownReplies(reader)).toEqual(allReplies(4 + MISSED));
  });
});

test('a page stands though the code of its live part cannot be fetched, and comes alive once it can', async ({ browserOf }) => {
  const [reader, writer] = [await browserOf('asker'), await browserOf('pilot')];
  const { id, path } = await askAs(reader, 'Que voit-on quand le réseau tombe aussitôt la page affichée ?');
  let cut = true;
  await reader.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const later = /EIO|Raccourcis clavier/.test(await response.text());
    return later && cut ? route.abort('connectionrefused') : route.fulfill({ response });
  });
  await reader.goto(path);
  await expect(lost(reader)).toBeVisible();
  await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
  await replyTimes(writer, id, 1, 2);
  expect(await shownReplies(reader)).toEqual([]);

  cut = false;
  await expect(lost(reader)).toHaveCount(0);
  await expect.poll(() => shownReplies(reader)).toEqual(allReplies(2));
  await reader.getByRole('button', { name: /^Mon compte/ }).click();
  await expect(reader.getByRole('menuitem', { name: 'Se déconnecter' })).toBeVisible();
});

test.describe('on a server of its own', () => {
  test.use({ baseURL: async ({ ownServer }, use) => use(ownServer.url) });

  test('after the server was stopped and started again, the readers catch up exactly', async ({ browserOf, ownServer }) => {
    test.slow();
    const [reader, writer] = [await browserOf('asker'), await browserOf('pilot')];
    const { id, path } = await askAs(reader, 'Que se passe-t-il quand le serveur redémarre ?');
    await replyTimes(writer, id, 1, 3);
    await reader.goto(path);
    await writer.goto(path);
    await expect(reader.getByRole('region', { name: 'En lecture' })).toContainText('2 personnes');
    const list = await browserOf('referent');
    await list.goto('/clubs/marches-publics');
    const row = list.getByRole('listitem').filter({ hasText: 'quand le serveur redémarre' });
    await expect(row).toContainText('3 réponses');

    await ownServer.stop();
    for (const page of [reader, list]) await expect(lost(page)).toBeVisible();
    await ownServer.start();
    await replyTimes(writer, id, 4, 20);
    for (const page of [reader, list]) await expect(lost(page)).toHaveCount(0, { timeout: 30_000 });
    await expect.poll(() => shownReplies(reader)).toEqual(allReplies(20));
    await expect(row).toContainText('20 réponses');
    await replyAs(writer, id, 'Une de plus, en direct.');
    await expect.poll(() => shownReplies(reader)).toEqual(allReplies(21));
  });
});
