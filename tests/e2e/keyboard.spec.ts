import type { Locator } from '@playwright/test';
import { tabTo } from './support/tab-to.ts';
import { expect, PASSWORD, PEOPLE, test } from './support/test.ts';
import { askAs, replyAs, replyBox } from './support/writing.ts';

const focusIsIn = (container: Locator): Promise<boolean> => container.evaluate((element) => element.contains(document.activeElement));

test('the whole journey by keyboard alone', async ({ page, browserOf }) => {
  test.slow();
  const title = 'Comment travailler sans souris dans Beffroi ?';
  await page.goto('/connexion');

  await test.step('sign in', async () => {
    await tabTo(page, page.getByRole('textbox', { name: 'Adresse électronique' }));
    await page.keyboard.type(PEOPLE.asker);
    await tabTo(page, page.getByLabel('Mot de passe', { exact: true }));
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    // The page of sign-in has a list of its own: that of the day is there once its frame is.
    await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeAttached();
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  });

  await test.step('skip to the content', async () => {
    const skip = page.getByRole('link', { name: 'Aller au contenu' });
    await tabTo(page, skip);
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    expect(await focusIsIn(page.getByRole('main'))).toBe(true);
  });

  await test.step('ask from the palette', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: /^Chercher/ })).toBeFocused();
    await page.keyboard.type(title);
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('option', { name: `Poser la question : « ${title} »` })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Nouveau sujet' })).toBeFocused();
    await tabTo(page, page.getByRole('combobox', { name: 'Club' }));
    await page.keyboard.type('March');
    const asked = page.getByRole('textbox', { name: 'Votre question en une phrase' });
    await tabTo(page, asked);
    await expect(asked).toHaveValue(title);
    await tabTo(page, page.getByRole('textbox', { name: 'Les détails de votre question' }));
    await page.keyboard.type('Par choix ou par nécessité.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
    await expect(page.getByRole('link', { name: 'Club Marchés publics' })).toBeVisible();
  });

  await test.step('reply, leaving the text with Escape then Tab', async () => {
    await tabTo(page, replyBox(page));
    await page.keyboard.type('Une précision : avec un lecteur d’écran aussi.');
    await page.keyboard.press('Escape');
    await tabTo(page, page.getByRole('button', { name: 'Répondre' }));
    await page.keyboard.press('Enter');
    const reply = page.getByRole('article', { name: /^Réponse 1,/ });
    await expect(reply).toContainText('Une précision');
    await expect(reply).toBeFocused();
    await expect(replyBox(page)).toHaveText('');
  });

  await test.step('accept the answer of another', async () => {
    const pilot = await browserOf('pilot');
    await replyAs(pilot, page.url().split('/').at(-1) as string, 'Ctrl K pour tout, Échap pour fermer.');
    const answer = page.getByRole('article', { name: /^Réponse 2,/ });
    await tabTo(page, answer.getByRole('button', { name: 'Retenir cette réponse' }));
    await page.keyboard.press('Enter');
    await expect(answer).toContainText('Réponse retenue');
    await expect(answer.getByRole('button', { name: 'Ne plus retenir' })).toBeFocused();
  });
});

test('dialogs trap the focus, close with Escape and give it back', async ({ browserOf }) => {
  const page = await browserOf('asker');
  const { path } = await askAs(page, 'Où va le curseur quand on ferme ?');
  await page.goto(path);
  const link = page.getByRole('link', { name: 'Club Marchés publics' });
  await tabTo(page, link);
  const dialogs = [
    { key: '?', dialog: page.getByRole('dialog', { name: 'Raccourcis clavier' }) },
    { key: 'Control+k', dialog: page.getByRole('dialog', { name: 'Chercher, aller à, poser une question' }) },
  ];
  for (const { key, dialog } of dialogs) {
    await page.keyboard.press(key);
    await expect(dialog).toBeVisible();
    for (let stop = 0; stop < 6; stop++) {
      await expect.poll(() => focusIsIn(dialog)).toBe(true);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(link).toBeFocused();
  }
  // A key typed in a text is a letter, not a shortcut.
  await tabTo(page, replyBox(page));
  await page.keyboard.type('n?/');
  await expect(replyBox(page)).toHaveText(/n.?\?\//);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
