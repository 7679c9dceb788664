import type { Locator, Page } from '@playwright/test';
import { expect, test, type Who } from './support/test.ts';

/** A new draft of the club, made through the API by this browser's person. */
const draft = async (page: Page, title: string): Promise<string> => {
  const answer = await page.request.post('/api/clubs/marches-publics/templates', { data: { kind: 'ccap', title } });
  expect(answer.status(), await answer.text()).toBe(201);
  return `/modeles/${((await answer.json()) as { id: string }).id}`;
};

const text = (page: Page): Locator => page.locator('.ProseMirror');
const saved = (page: Page) => page.getByText('Enregistré', { exact: true });

const open = async (page: Page, path: string): Promise<Page> => {
  await page.goto(path);
  await expect(saved(page)).toBeVisible();
  return page;
};

/** Opens the same document in as many browsers. */
const together = async (browserOf: (who: Who) => Promise<Page>, title: string, whos: Who[]): Promise<Page[]> => {
  const pages = await Promise.all(whos.map((who) => browserOf(who)));
  const path = await draft(pages[0] as Page, title);
  await Promise.all(pages.map((page) => open(page, path)));
  return pages;
};

/** Goes to the end of the text and writes there. */
const append = async (page: Page, words: string): Promise<void> => {
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
};

test('three colleagues write the same article, each seeing the carets of the others', async ({ browserOf }) => {
  const pages = await together(browserOf, 'Clause de révision écrite à trois', ['asker', 'pilot', 'administrator']);
  const [asker, pilot] = pages as [Page, Page, Page];
  await append(asker, 'Un.');
  for (const words of ['Deux.', 'Trois.']) {
    await asker.keyboard.press('Enter');
    await asker.keyboard.type(words);
  }
  for (const page of pages) await expect(text(page)).toContainText('Trois.');
  // Each at her own line, all at once.
  await Promise.all(
    pages.map(async (page, index) => {
      await text(page).locator('p').nth(index).click();
      await page.keyboard.press('End');
      await page.keyboard.type(` Écrit par la personne ${index + 1}, en même temps que les deux autres.`);
    }),
  );
  for (const page of pages)
    for (const [index, word] of ['Un.', 'Deux.', 'Trois.'].entries())
      await expect(text(page).locator('p').nth(index)).toContainText(
        `${word} Écrit par la personne ${index + 1}, en même temps que les deux autres.`,
      );
  const texts = await Promise.all(
    pages.map((page) =>
      text(page).evaluate((element) => {
        const copy = element.cloneNode(true) as HTMLElement;
        for (const caret of copy.querySelectorAll('[data-client]')) caret.remove();
        return copy.textContent;
      }),
    ),
  );
  expect(new Set(texts).size).toBe(1);

  await expect(text(pilot).locator('[data-client]')).toHaveCount(2);
  await expect(asker.getByRole('list', { name: 'Personnes présentes' }).getByRole('button')).toHaveCount(2);
  await expect(saved(asker)).toBeVisible();
});

test('what is written off line is counted, kept through a reload of the connection, and meets what others wrote', async ({ browserOf }) => {
  const [asker, pilot] = (await together(browserOf, 'Écrit dans le train', ['asker', 'pilot'])) as [Page, Page];
  await append(asker, 'Avant.');
  await expect(text(pilot)).toContainText('Avant.');
  await asker.context().setOffline(true);
  await expect(asker.getByText(/^Hors connexion/)).toBeVisible();
  await append(asker, ' Sans réseau.');
  await expect(asker.getByText(/^Hors connexion, \d+\s+modifications gardées ici$/)).toBeVisible();
  await append(pilot, ' Pendant ce temps.');
  await asker.context().setOffline(false);
  for (const page of [asker, pilot]) {
    await expect(text(page)).toContainText('Sans réseau.');
    await expect(text(page)).toContainText('Pendant ce temps.');
    await expect(saved(page)).toBeVisible();
  }
});

test('a model opened before is opened, written and sent after a reload off line; what comes too late is copied', async ({ browserOf }) => {
  const [asker, pilot] = (await together(browserOf, 'Rouvert dans le train', ['asker', 'pilot'])) as [Page, Page];
  await append(asker, 'En gare.');
  await expect(text(pilot)).toContainText('En gare.');
  await asker.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await asker.context().setOffline(true);
  await asker.reload();
  await expect(asker.getByText(/^Hors connexion/)).toBeVisible();
  await expect(text(asker)).toContainText('En gare.');
  await append(asker, ' Dans le tunnel.');
  await asker.context().setOffline(false);
  await expect(text(pilot)).toContainText('Dans le tunnel.');
  await expect(saved(asker)).toBeVisible();

  await asker.context().setOffline(true);
  await append(asker, ' Trop tard.');
  const path = `/api/templates/${new URL(pilot.url()).pathname.split('/').at(-1)}`;
  expect((await pilot.request.delete(path)).ok()).toBe(true);
  await asker.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await asker.context().setOffline(false);
  await asker.getByRole('button', { name: 'Copier le texte entier' }).click();
  await expect(asker.getByRole('button', { name: 'Texte copié' })).toBeVisible();
  expect(await asker.evaluate(() => navigator.clipboard.readText())).toContain('Dans le tunnel. Trop tard.');
  // It is still there to be copied when the page is opened again.
  await asker.reload();
  await expect(text(asker)).toContainText('Trop tard.');
  await expect(asker.getByRole('button', { name: 'Copier le texte entier' })).toBeVisible();
});

test('articles are made from « / », numbered by their place, found in the contents and moved by the keyboard', async ({ browserOf }) => {
  const [page] = (await together(browserOf, 'Numéros qui suivent', ['asker'])) as [Page];
  const article = async (title: string) => {
    await page.keyboard.type('/art');
    await expect(page.getByRole('option', { name: /^Article/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await page.keyboard.type(`Texte de « ${title} ».`);
    await page.keyboard.press('Enter');
  };
  await text(page).click();
  await article('Objet');
  await article('Prix');
  const contents = page.getByRole('navigation', { name: 'Sommaire' });
  await expect(contents.getByRole('link')).toHaveText(['1.Objet', '2.Prix']);
  await contents.getByRole('link', { name: 'Prix' }).click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(contents.getByRole('link')).toHaveText(['1.Prix', '2.Objet']);
  await expect(text(page).locator('h1').first()).toHaveAttribute('data-number', 'Article 1');

  await page.keyboard.press('Control+f');
  const search = page.getByRole('search', { name: 'Chercher dans le document' });
  await search.getByRole('textbox', { name: 'Chercher' }).fill('TEXTE DE');
  await expect(search.getByRole('status')).toHaveText('1 sur 2');
  await search.getByRole('textbox', { name: 'Remplacer par' }).fill('Contenu de');
  await search.getByRole('button', { name: 'Tout remplacer' }).click();
  await expect(text(page)).toContainText('Contenu de «');
  await page.keyboard.press('Escape');
});

test('who may only read sees the text live and cannot write', async ({ browserOf }) => {
  const [pilot, reader] = [await browserOf('pilot'), await browserOf('hr')];
  const path = await draft(pilot, 'Lu d’un autre club');
  await open(pilot, path);
  await reader.goto(path);
  await expect(reader.getByText('Lecture seule')).toBeVisible();
  await append(pilot, 'En direct.');
  await expect(text(reader)).toContainText('En direct.');
  await expect(text(reader)).toHaveAttribute('contenteditable', 'false');
  await expect(reader.getByRole('toolbar')).toHaveCount(0);
});

test('where WebSocket is blocked the document opens to be read, says so and stays fresh', async ({ browserOf }) => {
  const [pilot, asker] = [await browserOf('pilot'), await browserOf('asker')];
  const path = await draft(pilot, 'Derrière le proxy de la mairie');
  await open(pilot, path);
  await append(pilot, 'Premier état.');
  await asker.routeWebSocket(/\/collab\//, (socket) => socket.close());
  await asker.goto(path);
  await expect(asker.getByText(/bloque l’écriture en direct/)).toBeVisible();
  await expect(text(asker)).toContainText('Premier état.');
  await append(pilot, ' Second état.');
  await expect(text(asker)).toContainText('Second état.');
});
