import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { Page } from '@playwright/test';
import { expect, PASSWORD, PEOPLE, test, type Who } from './support/test.ts';
import { askAs, replyBox, write } from './support/writing.ts';

const TITLE = 'Comment écrire une clause de réexamen qui serve vraiment ?';
const HALF = 'Nous avons une clause de 2019, mais';

const title = (page: Page) => page.getByRole('textbox', { name: 'Votre question en une phrase' });
const details = (page: Page) => page.getByRole('textbox', { name: 'Les détails de votre question' });

/** As on a machine several people share: through the pages, in the same browser. */
const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Mon compte/ }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
};
const signIn = async (page: Page, who: Who): Promise<void> => {
  await page.getByRole('textbox', { name: 'Adresse électronique' }).fill(PEOPLE[who]);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('navigation', { name: 'Navigation principale' }).first()).toBeVisible();
};

test('a question half typed survives a closed tab and another person on the same machine, who does not see it', async ({ browserOf }) => {
  test.slow();
  const first = await browserOf('asker');
  await first.goto('/poser');
  await title(first).fill(TITLE);
  await write(details(first), HALF);
  const context = first.context();
  await first.close({ runBeforeUnload: false });

  const page = await context.newPage();
  await page.goto('/poser');
  await expect(title(page)).toHaveValue(TITLE);
  await expect(details(page)).toHaveText(HALF);
  await write(details(page), ' personne ne l’applique.');
  await signOut(page);

  await signIn(page, 'referent');
  await page.goto('/poser');
  await expect(details(page)).toBeVisible();
  await expect(title(page)).toHaveValue('');
  await expect(details(page)).toHaveText('');
  await expect(page.getByText(/^Brouillon retrouvé/)).toHaveCount(0);
  await signOut(page);

  await signIn(page, 'asker');
  await page.goto('/poser');
  await expect(page.getByText(/^Brouillon retrouvé/)).toBeVisible();
  await expect(title(page)).toHaveValue(TITLE);
  await expect(details(page)).toHaveText(`${HALF} personne ne l’applique.`);
  await page.getByRole('button', { name: 'Effacer' }).click();
  await expect(title(page)).toHaveValue('');
  await page.reload();
  await expect(details(page)).toBeVisible();
  await expect(title(page)).toHaveValue('');
});

test('a reply half typed is found again on its own thread, by its own author', async ({ browserOf }) => {
  const first = await browserOf('referent');
  const [asked, other] = [
    await askAs(first, 'Qui relit vos clauses de réexamen ?'),
    await askAs(first, 'Qui relit vos clauses de révision ?'),
  ];
  await first.goto(asked.path);
  await write(replyBox(first), HALF);
  const context = first.context();
  await first.close();

  const page = await context.newPage();
  await page.goto(other.path);
  await expect(replyBox(page)).toBeVisible();
  await expect(replyBox(page)).toHaveText('');
  await page.goto(asked.path);
  await expect(replyBox(page)).toHaveText(HALF);
  await expect(page.getByText(/^Brouillon retrouvé/)).toBeVisible();
  await signOut(page);
  await signIn(page, 'asker');
  await page.goto(asked.path);
  await expect(replyBox(page)).toBeVisible();
  await expect(replyBox(page)).toHaveText('');
});

test('two people edit the same question: both texts are shown and neither is lost', async ({ browserOf }) => {
  const [author, pilot] = [await browserOf('asker'), await browserOf('pilot')];
  const { id, path } = await askAs(author, 'Qui a le dernier mot sur ce texte ?');
  await author.goto(path);
  await author.getByRole('button', { name: 'Modifier' }).click();
  const editor = author.getByRole('textbox', { name: 'Votre question', exact: true });
  await write(editor, ' La version de l’autrice.');
  const edit = { version: 1, title: 'Qui a le dernier mot sur ce texte ?', body: paragraphs('La version du pilote.') };
  expect((await pilot.request.patch(`/api/threads/${id}`, { data: edit })).status()).toBe(200);

  await author.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(author.getByRole('alert').filter({ hasText: 'Ce texte a été modifié entre-temps' })).toBeVisible();
  await expect(author.getByRole('region', { name: 'Votre version' })).toContainText('La version de l’autrice.');
  await expect(author.getByRole('region', { name: 'Version actuelle' })).toContainText('La version du pilote.');

  // Even a closed tab in the middle of the choice loses nothing.
  await author.reload();
  await author.getByRole('button', { name: 'Modifier' }).click();
  await expect(editor).toContainText('La version de l’autrice.');
  await author.getByRole('button', { name: 'Enregistrer' }).click();
  await author.getByRole('button', { name: 'Enregistrer la mienne' }).click();
  await expect(author.getByRole('region', { name: 'Votre version' })).toHaveCount(0);
  await expect(author.getByRole('article').first()).toContainText('La version de l’autrice.');

  await author.getByRole('button', { name: 'Versions' }).click();
  const versions = author.getByRole('dialog', { name: 'Versions' });
  await expect(versions.getByRole('listitem')).toHaveCount(3);
  await expect(versions.getByRole('listitem').nth(1)).toContainText('La version du pilote.');
});
