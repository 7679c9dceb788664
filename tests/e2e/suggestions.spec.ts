import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const TITLE = 'CCAP Prestations de nettoyage';
const LINES = [
  'Les prix sont révisés chaque trimestre, où la part fixe est de quinze pour cent.',
  'Le délai global de paiement est de trente jours.',
];

/** A text one writes in is a field, one that is read a document. */
const text = (page: Page) =>
  page.getByRole('textbox', { name: TITLE, exact: true }).or(page.getByRole('document', { name: TITLE, exact: true }));
const card = (page: Page, name: RegExp) => page.getByRole('article', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const post = async <T>(page: Page, path: string, data: object): Promise<T> => {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`/api${path}`, { data, headers: { origin } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
};

/** A draft with two paragraphs, begun by the pilot, open before her. */
const begin = async (pilot: Page): Promise<{ id: string; path: string }> => {
  await pilot.goto('/clubs/marches-publics');
  const { id } = await post<{ id: string }>(pilot, '/clubs/marches-publics/templates', { kind: 'ccap', title: TITLE });
  const path = `/modeles/${id}`;
  await pilot.goto(path);
  await text(pilot).click();
  await pilot.keyboard.type(LINES.join('\n'));
  await expect(text(pilot)).toContainText('trente jours.');
  await expect(pilot.getByText('Enregistré', { exact: false }).first()).toBeVisible();
  return { id, path };
};

const sendToReview = async (pilot: Page, id: string): Promise<void> => {
  const { version } = (await (await pilot.request.get(`/api/templates/${id}`)).json()) as { version: number };
  await post(pilot, `/templates/${id}/state`, { to: 'review', version });
};

/** What stands in the text there, without the carets of others. */
const wordsOf = (place: Locator): Promise<string> =>
  place.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('.ProseMirror-widget')) caret.remove();
    return copy.textContent ?? '';
  });

/** Selects words of the text, as a mouse would. */
const select = async (page: Page, words: string): Promise<void> => {
  await expect(text(page)).toContainText(words);
  await text(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      (root as HTMLElement).focus();
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
  }, words);
};

test('what a reader proposes, the pilot accepts: both see it in the text, and the margin empties', async ({ browserOf }) => {
  const [pilot, member] = [await browserOf('pilot'), await browserOf('asker')];
  const { id, path } = await begin(pilot);
  await sendToReview(pilot, id);
  await member.goto(path);

  // Who proposes does not write in the text.
  await expect(text(member)).toHaveAttribute('contenteditable', 'false');
  // By keyboard: to the end of the last line, then back over « trente jours. » but its point.
  await expect(text(member)).toContainText('trente jours.');
  await text(member).focus();
  for (const key of ['ArrowDown', 'End', 'ArrowLeft']) await member.keyboard.press(key);
  for (let words = 0; words < 2; words++) await member.keyboard.press('Control+Shift+ArrowLeft');
  await expect.poll(() => member.evaluate(() => String(document.getSelection()))).toBe('trente jours');
  await button(member, 'Proposer une modification').click();
  await member.getByRole('textbox', { name: 'Proposer un autre texte' }).fill('vingt jours');
  await button(member, 'Proposer').click();

  const proposed = card(pilot, /^Suggestion de Responsable urbanisme, Anzin/);
  await expect(proposed).toContainText('vingt');
  await expect(text(pilot).getByRole('insertion')).toHaveText('vingt');
  // Back in the text, she has her caret there.
  await expect.poll(() => wordsOf(text(pilot).getByRole('deletion'))).toBe('trente');
  // What is validated holds no suggestion: one is led to them first, on a telephone too.
  const wide = pilot.viewportSize();
  await pilot.setViewportSize({ width: 390, height: 844 });
  await button(pilot, 'Actions du document').click();
  await button(pilot, 'État…').click();
  await pilot.getByRole('menuitem', { name: 'Valider la v1…' }).click();
  const validating = pilot.getByRole('dialog', { name: 'Valider la v1' });
  await expect(validating).toContainText('1 suggestion attend encore dans le texte');
  await validating.getByRole('button', { name: 'Décider des suggestions' }).click();
  await expect(validating).toHaveCount(0);
  await expect(proposed).toBeVisible();
  if (wide) await pilot.setViewportSize(wide);
  await proposed.getByRole('button', { name: 'Accepter' }).click();
  for (const page of [pilot, member]) {
    await expect.poll(() => wordsOf(text(page))).toContain('est de vingt jours.');
    await expect(card(page, /^Suggestion/)).toHaveCount(0);
  }
  // Whoever reads the model sees afterwards what was decided.
  await member.getByText('Décidés', { exact: true }).click();
  const decided = member.getByRole('list', { name: 'Suggestions décidées' }).getByRole('listitem');
  await expect(decided).toHaveCount(1);
  await expect(decided).toContainText('Acceptée par');
  await expect(decided).toContainText('vingt');
});

test('in suggestion mode nothing is lost: what is typed over stays until it is decided', async ({ browserOf }) => {
  const [pilot, colleague] = [await browserOf('pilot'), await browserOf('administrator')];
  const { path } = await begin(pilot);
  await colleague.goto(path);
  await expect(text(colleague)).toContainText('chaque trimestre');

  await button(pilot, 'Suggérer').click();
  await expect(button(pilot, 'Suggérer')).toHaveAttribute('aria-pressed', 'true');
  await select(pilot, 'chaque trimestre');
  await pilot.keyboard.type('une fois par an');
  await expect(text(colleague).getByRole('deletion')).toHaveText('chaque trimestre');
  await expect(text(colleague).getByRole('insertion')).toHaveText('une fois par an');

  // What cannot be proposed is said.
  await select(pilot, 'trente jours');
  await pilot.keyboard.press('Control+b');
  await expect(pilot.getByRole('alert')).toContainText('La mise en forme ne se propose pas');

  await button(colleague, 'Décider…').click();
  await colleague.getByRole('menuitem', { name: 'Tout refuser' }).click();
  for (const page of [pilot, colleague]) await expect(text(page)).toContainText('révisés chaque trimestre, où');
});

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

test('the cards are gone through by keyboard', async ({ browserOf }) => {
  const pilot = await browserOf('pilot');
  await begin(pilot);
  await button(pilot, 'Suggérer').click();
  for (const [words, typed] of [
    ['trente jours', 'vingt jours'],
    ['chaque trimestre', 'chaque année'],
  ] as const) {
    await select(pilot, words);
    await pilot.keyboard.type(typed);
  }
  const cards = pilot.getByRole('article', { name: /^Suggestion/ });
  await expect(cards).toHaveCount(2);
  await pilot.keyboard.press('F8');
  await pilot.keyboard.press('p');
  await expect(cards.first()).toBeFocused();
  await pilot.keyboard.press('n');
  await expect(cards.last()).toBeFocused();
  await pilot.keyboard.press('Tab');
  await pilot.keyboard.press('Enter');
  await expect(text(pilot)).toContainText('de paiement est de vingt jours.');
});

test('a reader’s keys are kept when a change comes between them', async ({ browserOf }) => {
  const [pilot, member] = [await browserOf('pilot'), await browserOf('asker')];
  const { id, path } = await begin(pilot);
  await sendToReview(pilot, id);
  await member.goto(path);
  await expect(text(member)).toHaveAttribute('contenteditable', 'false');
  await expect(text(member)).toContainText('trente jours.');
  await text(member).focus();
  // In one go: the browser tells of a selection that changed once all of it is over.
  const selected = await text(member).evaluate((root) => {
    const { view } = (
      root as unknown as {
        editor: { view: { dispatch(tr: object): void; state: { tr: { insertText(words: string, at: number): object } } } };
      }
    ).editor;
    for (const [key, byWord] of [['ArrowDown'], ['End'], ['ArrowLeft'], ['ArrowLeft', true], ['ArrowLeft', true]] as [string, boolean?][]) {
      root.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: byWord === true, shiftKey: byWord === true, cancelable: true }));
      view.dispatch(view.state.tr.insertText('x', 1));
    }
    return String(document.getSelection());
  });
  expect(selected).toBe('trente jours');
});
