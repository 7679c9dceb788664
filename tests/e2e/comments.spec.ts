import type { Page } from '@playwright/test';
import { faultsOf } from './support/axe.ts';
import { begin, button, card, select, TITLE, text } from './support/commented-model.ts';
import { expect, test } from './support/test.ts';

/** Comments these words, which are shown to whoever has the model open. */
const comment = async (page: Page, words: string, said: string): Promise<void> => {
  await select(page, words);
  await button(page, 'Commenter').click();
  await page.getByRole('textbox', { name: 'Votre commentaire' }).fill(said);
  await button(page, 'Commenter').click();
  await expect(page.getByRole('article', { name: /^Commentaire/ }).filter({ hasText: said })).toBeVisible();
};

test('a passage is commented, answered and settled, live, and found again from its notification', async ({ browserOf }) => {
  const [pilot, member] = [await browserOf('pilot'), await browserOf('asker')];
  const { id, path } = await begin(pilot);
  await member.goto(path);
  await select(member, 'quinze pour cent');
  await button(member, 'Commenter').click();
  await member.getByRole('textbox', { name: 'Votre commentaire' }).fill('Onnaing demande dix.');
  await button(member, 'Commenter').click();

  const comment = card(pilot, /^Commentaire de Responsable urbanisme, Anzin/);
  await expect(comment).toContainText('Onnaing demande dix.');
  await expect(comment).toContainText('quinze pour cent');
  // What is written before it moves it along.
  await text(pilot).click();
  await pilot.keyboard.press('Control+Home');
  await pilot.keyboard.type('Préambule. ');
  await expect(pilot.locator('.commented')).toHaveText('quinze pour cent');

  await comment.getByRole('button', { name: 'Répondre' }).click();
  await pilot.getByRole('textbox', { name: 'Votre réponse' }).fill('Parlons-en lundi.');
  await comment.getByRole('button', { name: 'Répondre' }).click();
  const theirs = card(member, /^Commentaire/);
  await expect(theirs).toContainText('Parlons-en lundi.');
  await theirs.getByRole('button', { name: 'Résoudre' }).click();
  await expect(comment).toHaveCount(0);

  await member.goto('/notifications');
  await member.getByRole('link', { name: TITLE }).first().click();
  await expect(text(member)).toContainText('Préambule. Les prix');
  // What one was told of a model is read by opening it.
  const unread = async () =>
    ((await (await member.request.get('/api/notifications/unread')).json()) as { templateIds: string[] }).templateIds;
  await expect.poll(unread).not.toContain(id);
});

test('a comment just made comes to its place among the others without ever standing first', async ({ browserOf }) => {
  const pilot = await browserOf('pilot');
  await begin(pilot);
  await comment(pilot, 'chaque trimestre', 'Trop souvent.');
  const seen = await pilot.evaluateHandle(() => {
    const firsts = new Set<string>();
    const look = () => {
      const [first] = [...document.querySelectorAll('aside article[id^=commentaire-]')];
      if (first) firsts.add(first.textContent?.match(/Trop souvent|Trop court/)?.[0] ?? '');
      requestAnimationFrame(look);
    };
    look();
    return firsts;
  });
  await comment(pilot, 'trente jours', 'Trop court.');
  const cards = pilot.getByRole('article', { name: /^Commentaire/ });
  await expect(cards).toHaveText([/Trop souvent/, /Trop court/]);
  expect(await seen.evaluate((firsts) => [...firsts])).toEqual(['Trop souvent']);
});

test('who leads a model removes another’s comment with a reason its author is told, and puts it back', async ({ browserOf }) => {
  const [pilot, member, reader] = [await browserOf('pilot'), await browserOf('asker'), await browserOf('hr')];
  const { path } = await begin(pilot);
  for (const page of [member, reader]) await page.goto(path);
  await comment(member, 'quinze pour cent', 'Comme chez Dupont SARL.');

  const shown = card(pilot, /^Commentaire de Responsable urbanisme, Anzin/);
  await expect(shown).toContainText('Comme chez Dupont SARL.');
  // It is hers to remove, and not anybody’s to rewrite.
  await shown.click();
  await expect(shown.getByRole('button', { name: 'Modifier' })).toHaveCount(0);
  await shown.getByRole('button', { name: 'Retirer' }).click();
  const dialog = pilot.getByRole('dialog', { name: 'Retirer le commentaire' });
  await expect(dialog).toContainText('Le commentaire de Responsable urbanisme, Anzin ne sera plus visible.');
  await expect(button(pilot, 'Retirer').last()).toBeDisabled();
  expect(await faultsOf(pilot, { rules: 'all', within: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('textbox', { name: /^Motif/ }).fill('Nomme une entreprise.');
  await dialog.getByRole('button', { name: 'Retirer' }).click();
  await expect(dialog).toBeHidden();

  // Gone for whoever reads; its author reads why and by whom, live, and is told.
  const gone = card(member, /^Commentaire/);
  await expect(gone).toContainText(/Commentaire de Responsable urbanisme, Anzin retiré par .+\. Motif\u00a0: Nomme une entreprise\./);
  await expect(gone).not.toContainText('Dupont');
  await expect(gone.getByRole('button', { name: 'Rétablir' })).toHaveCount(0);
  await expect(card(reader, /^Commentaire/)).toHaveCount(0);
  await member.goto('/notifications');
  const told = member.getByRole('main').getByRole('listitem').filter({ hasText: 'a modéré un texte qui vous concerne' }).first();
  await expect(told).toContainText('Nomme une entreprise.');
  await told.getByRole('link', { name: TITLE }).click();
  await expect(gone).toContainText('Nomme une entreprise.');

  // Put back, it is what it was for everybody.
  await shown.getByRole('button', { name: 'Rétablir' }).click();
  for (const page of [pilot, member, reader]) await expect(card(page, /^Commentaire/)).toContainText('Comme chez Dupont SARL.');
  await expect(text(member).locator('.commented')).toHaveText('quinze pour cent');
});
