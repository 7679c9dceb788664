import { paragraphs } from '@beffroi/shared/core/rich-text';
import { expect, type Locator, type Page } from '@playwright/test';

interface Asked {
  id: string;
  title: string;
  /** The address of its page. */
  path: string;
}

const create = async <T>(page: Page, path: string, data: object, baseURL: string): Promise<T> => {
  const answer = await page.request.post(`${baseURL}/api${path}`, { data, headers: { origin: baseURL } });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as T;
};

/** Asks through the API, in the name of this browser's person; what a journey takes as given. */
export const askAs = async (page: Page, server: { url: string }, title: string, club = 'marches-publics'): Promise<Asked> => {
  const body = paragraphs('Le contexte de notre commune, en une phrase.');
  const { id } = await create<{ id: string }>(page, `/clubs/${club}/threads`, { kind: 'question', title, body }, server.url);
  return { id, title, path: `/clubs/${club}/sujets/${id}` };
};

/** Replies through the API, in the name of this browser's person. */
export const replyAs = (page: Page, server: { url: string }, threadId: string, text: string): Promise<{ id: string; number: number }> =>
  create(page, `/threads/${threadId}/replies`, { body: paragraphs(text) }, server.url);

/** The box at the end of a thread. */
export const replyBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Votre réponse', exact: true });

/** Writes in an editor as a person does, key by key. */
export const write = async (editor: Locator, text: string): Promise<void> => {
  await editor.click();
  await editor.pressSequentially(text);
};
