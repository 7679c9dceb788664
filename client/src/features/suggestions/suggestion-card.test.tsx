import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SuggestionCard } from './suggestion-card.tsx';

afterEach(cleanup);

it.each([
  ['Acheteuse, Anzin', 'Votre suggestion'],
  ['Juriste (Word)', 'Suggestion de Juriste (Word)'],
])('what one imported is one’s own only where one wrote it: %s', (authorName, label) => {
  const proposed = { id: 's', authorId: 'p', authorName, at: '2026-11-28T10:00:00.000Z', deletedText: 'trente', insertedText: 'vingt' };
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <SuggestionCard templateId="t" suggestion={proposed} mayDecide={false} isOwn isSaved />
      </QueryClientProvider>
    </MantineProvider>,
  );
  expect(screen.getByText(label)).toBeDefined();
  // It came by one’s hand: one takes it back.
  expect(screen.getByRole('button', { name: 'Retirer' })).toBeDefined();
});
