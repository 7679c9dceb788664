import type { Locator } from '@playwright/test';
import { begin, button, card, select, sendToReview, text } from './support/commented-model.ts';
import { expect, test } from './support/test.ts';

/** What stands in the text there, without the carets of others. */
const wordsOf = (place: Locator): Promise<string> =>
  place.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('.ProseMirror-widget')) caret.remove();
    return copy.textContent ?? '';
  });

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
