import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { CommentCard } from './comment-card.tsx';

const written = (text: string, more: Partial<CommentThread> = {}): CommentThread => ({
  id: 'c',
  author: { id: 'p', name: 'Acheteuse', commune: { slug: 'anzin', name: 'Anzin' } },
  imported: null,
  createdAt: '2026-11-28T10:00:00.000Z',
  editedAt: null,
  version: 1,
  body: paragraphs(text),
  deleted: false,
  removal: null,
  templateId: 't',
  anchor: { from: '', to: '' },
  quote: 'trente jours',
  resolution: null,
  replies: [],
  abilities: {
    'comment.edit': false,
    'comment.delete': false,
    'comment.remove': false,
    'comment.restore': false,
    'comment.reply': false,
    'comment.resolve': false,
  },
  ...more,
});
const show = (thread: CommentThread, isOpen = false) =>
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <CommentCard
          thread={thread}
          clubSlug="club"
          isGone={false}
          isOpen={isOpen}
          moderation={{ remove: () => null, removed: () => null }}
        />
      </QueryClientProvider>
    </MantineProvider>,
  );
afterEach(cleanup);

describe('a long comment', () => {
  it.each([
    ['of one paragraph', 'Le délai court. '.repeat(40)],
    ['of many lines', Array.from({ length: 12 }, (_, rank) => `${rank}.`).join('\n')],
  ])('%s begins, and goes on once one is at it', (_, text) => {
    show(written(text));
    expect(screen.getByRole('button', { name: 'Lire la suite' })).toBeDefined();
    cleanup();
    show(written(text), true);
    expect(screen.queryByRole('button', { name: 'Lire la suite' })).toBeNull();
  });
  it('is no short one', () => {
    show(written('Le délai court.'));
    expect(screen.queryByRole('button', { name: 'Lire la suite' })).toBeNull();
  });
});

describe('a comment from Word', () => {
  it('is said by the name the file gives, of its day, and who imported it answers for it', () => {
    const imported = { author: 'Juriste', at: '2026-03-12T09:30:00.000Z' };
    const { container } = show(written('Trop long ?', { imported, resolution: { at: '2026-11-28T10:00:00.000Z', by: null } }));
    const [name] = screen.getAllByText(/Juriste/);
    expect(name?.textContent).toBe('Juriste (Word)');
    expect(container.querySelector('time')?.dateTime).toBe(imported.at);
    expect(screen.getByText('Importé de Word par Acheteuse, Anzin.')).toBeDefined();
    expect(screen.getByText('Résolu dans Word.')).toBeDefined();
  });
  it('says no day where the file gives none', () => {
    const { container } = show(written('Trop long ?', { imported: { author: 'Juriste', at: null } }));
    expect(container.querySelector('time')).toBeNull();
    expect(screen.getByText(/^Sans date, sur/)).toBeDefined();
  });
});
