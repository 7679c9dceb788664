import type { Page } from '@playwright/test';
import { hasFocus, tabTo } from './support/tab-to.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'CCAP Restauration collective';
const LINES = ['Les prix sont fermes.', 'Le délai est de trente jours.'];

const text = (page: Page) => page.getByRole('textbox', { name: TITLE, exact: true });
const cards = (page: Page) => page.getByRole('article', { name: /^(Suggestion|Commentaire) / });
const saved = (page: Page) => expect(page.getByText('Enregistré', { exact: false }).first()).toBeVisible();
/** The keyboard is in some card: never nowhere. */
const inSomeCard = (page: Page): Promise<void> => expect(page.getByRole('complementary').locator('article :focus')).toHaveCount(1);

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** An article with a paragraph under it, typed. */
const article = async (page: Page, title: string, line: string): Promise<void> => {
  await page.keyboard.type(`# ${title}`);
  await press(page, 'Enter');
  await page.keyboard.type(line);
};
/** To the beginning of the text, to stay there: for an instant after it took the focus the editor puts its own caret back. */
const goHome = async (page: Page): Promise<void> => {
  const line = () => page.evaluate(() => document.getSelection()?.focusNode?.textContent);
  await press(page, 'Control+Home');
  let looks = 0;
  await expect
    .poll(async () => {
      const isThere = (await line()) === 'Prix';
      looks = isThere ? looks + 1 : 0;
      if (!isThere) await press(page, 'Control+Home');
      return looks;
    })
    .toBeGreaterThan(1);
};
const chooseInMenu = async (page: Page, name: string): Promise<void> => {
  const item = page.getByRole('menuitem', { name });
  await expect(item).toBeVisible();
  await expect
    .poll(async () => {
      await press(page, 'ArrowDown');
      return hasFocus(item);
    })
    .toBe(true);
  await press(page, 'Enter');
};
/** Replaces the last word before the point of this line of the text. */
const replaceLast = async (page: Page, typed: string): Promise<void> => {
  await press(page, 'End', 'ArrowLeft', 'Control+Shift+ArrowLeft');
  await page.keyboard.type(typed);
};

test('a model is written, proposed upon, commented and decided by keyboard alone, and one always knows where one is', async ({
  browserOf,
}) => {
  test.slow();
  const page = await browserOf('pilot');
  await page.goto('/clubs/marches-publics');
  const { origin } = new URL(page.url());
  const created = await page.request.post('/api/clubs/marches-publics/templates', {
    data: { kind: 'ccap', title: TITLE },
    headers: { origin },
  });
  const { id } = (await created.json()) as { id: string };
  await page.goto(`/modeles/${id}`);

  await test.step('write two articles', async () => {
    await tabTo(page, text(page));
    await article(page, 'Prix', LINES[0] as string);
    await press(page, 'Enter');
    await article(page, 'Délai', LINES[1] as string);
    await saved(page);
  });

  await test.step('enter the mode, replace in each article, strike a word', async () => {
    await press(page, 'Control+Shift+E');
    await expect(page.getByRole('button', { name: 'Suggérer' })).toHaveAttribute('aria-pressed', 'true');
    await replaceLast(page, 'semaines');
    await expect(text(page).getByRole('insertion')).toHaveText('semaines');
    await press(page, 'ArrowUp', 'ArrowUp');
    await replaceLast(page, 'révisables');
    await press(page, 'Home', 'Control+Shift+ArrowRight', 'Delete');
    await expect(cards(page)).toHaveCount(3);
    await expect(text(page)).toBeFocused();
  });

  await test.step('comment what is selected, and be back in the text', async () => {
    await press(page, 'Control+End', 'Home', 'Control+Shift+ArrowRight');
    await expect(page.getByRole('article', { name: 'Passage choisi' })).toBeVisible();
    await press(page, 'Control+Alt+m');
    await expect(page.getByRole('textbox', { name: 'Votre commentaire' })).toBeFocused();
    await page.keyboard.type('Trop court ?');
    await press(page, 'Control+Enter');
    await expect(cards(page)).toHaveCount(4);
    await expect(text(page)).toBeFocused();
    await saved(page);
  });

  await test.step('go from card to card, back to the text and to the cards again', async () => {
    await goHome(page);
    await expect(page.getByRole('article', { name: 'Passage choisi' })).toHaveCount(0);
    await press(page, 'F8');
    await expect(cards(page).first()).toBeFocused();
    await press(page, 'n', 'p');
    await expect(cards(page).first()).toBeFocused();
    await press(page, 'Escape');
    await expect(text(page)).toBeFocused();
    await goHome(page);
  });

  await test.step('accept one, refuse the next: each time one is on the next card', async () => {
    await press(page, 'F8');
    await expect(cards(page).first()).toBeFocused();
    await press(page, 'Tab', 'Enter');
    await expect(cards(page)).toHaveCount(3);
    await expect(cards(page).first().getByRole('button', { name: 'Accepter' })).toBeFocused();
    await press(page, 'Tab', 'Enter');
    await expect(cards(page)).toHaveCount(2);
    await inSomeCard(page);
  });

  await test.step('settle the comment: one is on what is left', async () => {
    const comment = page.getByRole('article', { name: /^Commentaire/ });
    await tabTo(page, comment.getByRole('button', { name: 'Résoudre' }));
    await press(page, 'Enter');
    await expect(comment).toHaveCount(0);
    await inSomeCard(page);
  });

  await test.step('decide on what is left of the article, then on all: one is in the margin', async () => {
    await press(page, 'Escape');
    await goHome(page);
    await press(page, 'ArrowDown');
    await replaceLast(page, 'actualisables');
    await expect(cards(page)).toHaveCount(2);
    await saved(page);
    const deciding = page.getByRole('button', { name: 'Décider…' });
    await press(page, 'Shift+F8', 'Shift+Tab');
    await expect(deciding).toBeFocused();
    await press(page, 'Enter');
    await chooseInMenu(page, 'Accepter celles de cet article');
    await expect(cards(page)).toHaveCount(1);
    await expect(deciding).toBeFocused();
    await press(page, 'Enter');
    await chooseInMenu(page, 'Tout accepter');
    await expect(cards(page)).toHaveCount(0);
    await expect(page.getByRole('complementary', { name: 'Commentaires et suggestions' })).toBeFocused();
  });

  await expect(text(page)).toContainText('Le délai est de trente semaines.');
});
