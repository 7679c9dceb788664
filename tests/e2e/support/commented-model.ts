import type { Page } from '@playwright/test';
import { expect } from './test.ts';

export const TITLE = 'CCAP Prestations de nettoyage';
const LINES = [
  'Les prix sont révisés chaque trimestre, où la part fixe est de quinze pour cent.',
  'Le délai global de paiement est de trente jours.',
];

/** A text one writes in is a field, one that is read a document. */
export const text = (page: Page) =>
  page.getByRole('textbox', { name: TITLE, exact: true }).or(page.getByRole('document', { name: TITLE, exact: true }));
/** A card of the margin. */
export const card = (page: Page, name: RegExp) => page.getByRole('article', { name });
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const post = async <T>(page: Page, path: string, data: object): Promise<T> => {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`/api${path}`, { data, headers: { origin } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
};

/** A draft with two paragraphs, begun by the pilot, open before her. */
export const begin = async (pilot: Page): Promise<{ id: string; path: string }> => {
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

export const sendToReview = async (pilot: Page, id: string): Promise<void> => {
  const { version } = (await (await pilot.request.get(`/api/templates/${id}`)).json()) as { version: number };
  await post(pilot, `/templates/${id}/state`, { to: 'review', version });
};

/** Selects words of the text, as a mouse would. */
export const select = async (page: Page, words: string): Promise<void> => {
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
