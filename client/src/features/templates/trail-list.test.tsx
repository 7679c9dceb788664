import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeServer } from '../forum/fake-server.fixtures.ts';
import { TrailList } from './trail-list.tsx';

afterEach(() => vi.unstubAllGlobals());

test('who has left the club since is named as such', async () => {
  const change = { at: '2026-11-02T09:00:00.000Z', validated: null, note: '' };
  const begun = { ...change, by: { id: 'a', name: 'Juriste', commune: { slug: 'onnaing', name: 'Onnaing' } }, left: true };
  const sent = { ...change, at: '2026-11-03T09:00:00.000Z', by: { id: 'b', name: 'Acheteur', commune: null }, left: false };
  fakeServer({
    'GET /templates/t/trail': () => ({
      body: {
        items: [
          { ...sent, from: 'draft', to: 'review' },
          { ...begun, from: null, to: 'draft' },
        ],
      },
    }),
  });
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <TrailList id="t" />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const begunLine = (await screen.findByText('Commencé')).closest('li');
  expect(begunLine?.textContent).toContain('Juriste, Onnaing, ancien membre');
  expect(screen.getByText('Mis en relecture').closest('li')?.textContent).not.toContain('ancien membre');
});
