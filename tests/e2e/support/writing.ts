import { paragraphs } from '@beffroi/shared/core/rich-text';
import { expect, type Locator, type Page } from '@playwright/test';

interface Asked {
  id: string;
  title: string;
  /** The address of its page. */
  path: string;
}

const create = async <T>(page: Page, path: string, data: object): Promise<T> => {
  const answer = await page.request.post(`/api${path}`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as T;
};

/** Asks through the API, in the name of this browser's person; what a journey takes as given. */
export const askAs = async (page: Page, title: string, club = 'marches-publics'): Promise<Asked> => {
  const body = paragraphs('Le contexte de notre commune, en une phrase.');
  const { id } = await create<{ id: string }>(page, `/clubs/${club}/threads`, { kind: 'question', title, body });
  return { id, title, path: `/clubs/${club}/sujets/${id}` };
};

/** Replies through the API, in the name of this browser's person. */
export const replyAs = (page: Page, threadId: string, text: string): Promise<{ id: string; number: number }> =>
  create(page, `/threads/${threadId}/replies`, { body: paragraphs(text) });

/** The box at the end of a thread. */
export const replyBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Votre réponse', exact: true });

/** Writes in an editor as a person does, key by key. */
export const write = async (editor: Locator, text: string): Promise<void> => {
  await editor.click();
  await editor.pressSequentially(text);
};

/** The anchors of the replies shown, in the order of the page. */
export const shownReplies = (page: Page): Promise<string[]> =>
  page.getByRole('article', { name: /^Réponse \d+/ }).evaluateAll((articles) => articles.map(({ id }) => id));

/** What a thread of that many replies shows: each once, in order. */
export const allReplies = (count: number): string[] => Array.from({ length: count }, (_, index) => `reponse-${index + 1}`);
