import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { type WritingTools, WritingToolsProvider } from '../../editor/writing-tools.tsx';
import { ProposeForm } from './propose-form.tsx';

// A growing field listens to fonts being loaded, which the test's browser has none of.
Object.defineProperty(document, 'fonts', { value: { addEventListener: () => {}, removeEventListener: () => {} } });

const kept = new Map<string, unknown>();
const tools: WritingTools = {
  useDraft: <T,>(key: string) => ({
    found: (kept.get(key) as T | undefined) ?? null,
    foundAt: null,
    save: (value: T | null) => void kept.set(key, value),
    clear: () => void kept.delete(key),
  }),
  uploadImage: () => Promise.reject(new Error('no image here')),
};
const passage = { anchor: { from: 'AA==', to: 'AQ==' }, standing: 'trente jours' };
const show = (onDone = vi.fn()) => {
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <WritingToolsProvider value={tools}>
          <ProposeForm templateId="t" passage={passage} onDone={onDone} onCancel={vi.fn()} />
        </WritingToolsProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return onDone;
};
/** Answers each request with the next of these, and keeps what was sent. */
const answers = (...given: { status: number; body: object }[]) => {
  const sent: Record<string, unknown>[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(JSON.parse(await request.text()) as Record<string, unknown>);
    const { status, body } = given.shift() ?? { status: 500, body: {} };
    const headers = { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' };
    return new Response(JSON.stringify(body), { status, headers });
  });
  return sent;
};
const field = () => screen.getByRole('textbox', { name: /Proposer un autre texte/ }) as HTMLTextAreaElement;
afterEach(() => vi.unstubAllGlobals());

const made = { id: 's', author: { id: 'a', name: 'A' }, at: '', deletedText: 'trente', insertedText: 'vingt' };
const changed = {
  type: 'about:blank#conflict',
  title: 'Conflit',
  status: 409,
  code: 'conflict',
  detail: 'Ce passage a changé entre-temps : relisez-le, votre texte est gardé.',
  current: { text: 'quarante jours' },
};

test('a passage that changed meanwhile loses nothing: what it says now is shown, and proposing again is upon that', async () => {
  const sent = answers({ status: 409, body: changed }, { status: 201, body: made });
  const onDone = show();
  await userEvent.clear(field());
  await userEvent.type(field(), 'vingt jours');
  await userEvent.click(screen.getByRole('button', { name: 'Proposer' }));
  expect(await screen.findByText(/quarante jours/)).toBeDefined();
  expect(field().value).toBe('vingt jours');
  expect(kept.get('suggestion:t')).toMatchObject({ text: 'vingt jours' });
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(sent.map(({ quote }) => quote)).toEqual(['trente jours', 'quarante jours']);
  expect(sent[1]?.idempotencyKey).toBe(sent[0]?.idempotencyKey);
  expect(kept.size).toBe(0);
});
