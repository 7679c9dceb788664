import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { Page } from '@playwright/test';
import { expect, type OwnServer, test } from './support/test.ts';
import { allReplies, askAs, replyAs, replyBox, shownReplies, write } from './support/writing.ts';

const WRITERS = 4;
const ACKNOWLEDGED_MIN = 40;

test.use({ baseURL: async ({ ownServer }, use) => use(ownServer.url) });

/** Replies as fast as answers come, until the server is gone; keeps the number of each acknowledged text. */
const writeUntilGone = async (page: Page, threadId: string, writer: number, acknowledged: Map<string, number>): Promise<void> => {
  for (let i = 1; ; i++) {
    const text = `Acquittée ${i} du rédacteur ${writer}.`;
    const answer = await page.request.post(`/api/threads/${threadId}/replies`, { data: { body: paragraphs(text) } }).catch(() => null);
    if (answer?.status() !== 201) return;
    acknowledged.set(text, ((await answer.json()) as { number: number }).number);
  }
};

/** The page's next such request reaches the server and is carried out; then everything is killed before it is answered. */
const killBeforeAnswering = (page: Page, address: string, server: OwnServer) =>
  page.route(
    address,
    async (route) => {
      await route.fetch();
      await server.kill();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );

test('everything killed in the middle of replies: what was acknowledged is there once, what was not is sent once', async ({
  browserOf,
  ownServer,
}) => {
  test.slow();
  const [reader, writer] = [await browserOf('asker'), await browserOf('referent')];
  const { id, path } = await askAs(reader, 'Qui garde les réponses quand le courant est coupé ?');
  await reader.goto(path);
  await writer.goto(path);
  await expect(reader.getByRole('region', { name: 'En lecture' })).toContainText('2 personnes');
  await write(replyBox(writer), 'Celle-ci part au moment de la coupure.');

  const acknowledged = new Map<string, number>();
  const writers = Array.from({ length: WRITERS }, (_, i) => writeUntilGone(reader, id, i, acknowledged));
  await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(ACKNOWLEDGED_MIN);
  await killBeforeAnswering(writer, '**/api/threads/*/replies', ownServer);
  await writer.getByRole('button', { name: 'Répondre' }).last().click();
  await Promise.all(writers);

  const again = writer.getByRole('button', { name: 'Réessayer' });
  await expect(again).toBeVisible();
  await expect(writer.getByRole('alert').filter({ hasText: 'Connexion impossible.' })).toBeVisible();
  await expect(replyBox(writer)).toHaveText('Celle-ci part au moment de la coupure.');
  await again.click();
  await expect(replyBox(writer)).toHaveText('Celle-ci part au moment de la coupure.');

  await ownServer.start();
  await again.click();
  await expect(replyBox(writer)).toHaveText('');
  await expect(again).toHaveCount(0);
  const after = await replyAs(reader, id, 'La première après la reprise.');
  for (const page of [reader, writer]) {
    await expect.poll(() => shownReplies(page), { timeout: 30_000 }).toEqual(allReplies(after.number));
    await expect(page.getByText('Celle-ci part au moment de la coupure.')).toHaveCount(1);
  }
  for (const [text, number] of acknowledged) {
    const article = reader.getByRole('article', { name: new RegExp(`^Réponse ${number},`) });
    expect(await article.getByText(text, { exact: true }).count(), text).toBe(1);
  }
});

test('everything killed in the middle of asking: the question is found as a draft and asked once', async ({ browserOf, ownServer }) => {
  test.slow();
  const title = 'Qui garde la question quand le courant est coupé ?';
  const first = await browserOf('asker');
  await first.goto('/poser?club=marches-publics');
  await first.getByRole('textbox', { name: 'Votre question en une phrase' }).fill(title);
  await write(first.getByRole('textbox', { name: 'Les détails de votre question' }), 'Trois lignes que l’on ne veut pas récrire.');
  await killBeforeAnswering(first, '**/api/clubs/*/threads', ownServer);
  await first.getByRole('button', { name: 'Poser la question' }).click();
  await expect(first.getByRole('button', { name: 'Réessayer' })).toBeVisible();
  await expect(first.getByRole('textbox', { name: 'Votre question en une phrase' })).toHaveValue(title);
  const context = first.context();
  await first.close();

  await ownServer.start();
  const second = await context.newPage();
  await second.goto('/poser');
  await expect(second.getByText(/^Brouillon retrouvé/)).toBeVisible();
  await expect(second.getByRole('textbox', { name: 'Votre question en une phrase' })).toHaveValue(title);
  await expect(second.getByRole('textbox', { name: 'Les détails de votre question' })).toHaveText(
    'Trois lignes que l’on ne veut pas récrire.',
  );
  await second.getByRole('button', { name: 'Poser la question' }).click();
  await expect(second.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await second.goto('/clubs/marches-publics');
  await expect(second.getByRole('link', { name: title })).toHaveCount(1);
  await second.goto('/poser');
  await expect(second.getByRole('textbox', { name: 'Votre question en une phrase' })).toHaveValue('');
});
