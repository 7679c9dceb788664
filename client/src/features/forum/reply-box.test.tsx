import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeServer, problem } from './fake-server.fixtures.ts';
import { buildReply, buildThread } from './forum.fixtures.ts';
import { ReplyBox } from './reply-box.tsx';
import { renderWriting } from './writing.fixtures.tsx';

vi.mock('../../editor/lazy-rich-text-editor.tsx', async () => ({
  LazyRichTextEditor: (await import('./writing.fixtures.tsx')).PlainEditor,
}));

const ROUTE = 'POST /threads/thread-1/replies';
const box = () => screen.getByRole('textbox', { name: 'Votre réponse' });
let kept: Map<string, unknown>;
beforeEach(() => {
  kept = new Map();
});
afterEach(() => vi.unstubAllGlobals());

test('a failure gives the text back with its reason, and trying again never posts twice', async () => {
  let broken = true;
  const server = fakeServer({ [ROUTE]: () => (broken ? Promise.reject(new TypeError('network')) : { status: 201, body: buildReply() }) });
  const onSent = vi.fn();
  renderWriting(<ReplyBox thread={buildThread()} parentId={null} onSent={onSent} />, kept);
  await userEvent.type(box(), 'Nous prenons l’indice public.');
  await userEvent.click(screen.getByRole('button', { name: 'Répondre' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Connexion impossible/);
  expect((box() as HTMLTextAreaElement).value).toBe('Nous prenons l’indice public.');
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  const keys = server.to(ROUTE).map(({ body }) => (body as { idempotencyKey: string }).idempotencyKey);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(kept.size).toBe(0);
  expect((box() as HTMLTextAreaElement).value).toBe('');
});

test('after a page that died while sending, the same key is sent again', async () => {
  fakeServer({});
  const first = renderWriting(<ReplyBox thread={buildThread()} parentId={null} onSent={vi.fn()} />, kept);
  await userEvent.type(box(), 'Un texte');
  first.unmount();
  const { idempotencyKey } = kept.get('reply:thread-1') as { idempotencyKey: string };
  const server = fakeServer({ [ROUTE]: () => ({ status: 201, body: buildReply() }) });
  const onSent = vi.fn();
  renderWriting(<ReplyBox thread={buildThread()} parentId={null} onSent={onSent} />, kept);
  expect(screen.getByText(/Brouillon retrouvé/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Répondre' }));
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  expect(server.to(ROUTE)[0]?.body).toMatchObject({ idempotencyKey });
});

test('« Effacer » throws the draft away', async () => {
  kept.set('reply:thread-1', {
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ancien' }] }] },
    idempotencyKey: 'k',
  });
  renderWriting(<ReplyBox thread={buildThread()} parentId={null} onSent={vi.fn()} />, kept);
  await userEvent.click(screen.getByRole('button', { name: 'Effacer' }));
  expect((box() as HTMLTextAreaElement).value).toBe('');
  expect(kept.size).toBe(0);
});

test('too many requests: the wait is said and the text stays', async () => {
  fakeServer({ [ROUTE]: () => problem(429, 'too-many-requests', 'Trop de demandes en peu de temps.', { retryAfter: 30 }) });
  renderWriting(<ReplyBox thread={buildThread()} parentId={null} onSent={vi.fn()} />, kept);
  await userEvent.type(box(), 'Un texte');
  await userEvent.click(screen.getByRole('button', { name: 'Répondre' }));
  expect((await screen.findByRole('alert')).textContent).toContain('30\u00a0secondes');
  expect((box() as HTMLTextAreaElement).value).toBe('Un texte');
});

test('an empty text is not sent, and the reason is said', async () => {
  const server = fakeServer({});
  renderWriting(<ReplyBox thread={buildThread()} parentId={null} onSent={vi.fn()} />, kept);
  await userEvent.click(screen.getByRole('button', { name: 'Répondre' }));
  expect(screen.getByRole('alert').textContent).toMatch(/Écrivez/);
  expect(server.sent).toEqual([]);
});
