import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clubCard } from '../features/clubs/club-card.fixtures.ts';
import { api } from '../lib/api.ts';
import { meOptions } from '../lib/me.ts';
import { Providers } from '../providers.tsx';
import { Palette } from './palette.tsx';

const club = clubCard('urbanisme', 'Urbanisme');
const me = {
  id: 'p',
  email: '',
  name: 'Juriste',
  function: 'Juriste',
  phone: null,
  expertise: [],
  administrator: false,
  territory: null,
  communes: [],
  clubs: [],
  abilities: { 'directory.read': false, 'search.use': true, 'replacements.read': false },
};
const hit = {
  kind: 'thread',
  id: 't1',
  threadId: 't1',
  number: null,
  article: null,
  title: 'Chemin rural labouré',
  excerpt: '',
  highlights: { title: [], excerpt: [] },
  clubSlug: 'urbanisme',
  author: { id: 'p', name: 'x', commune: null },
  at: '2026-11-24T08:00:00.000Z',
  status: 'open',
};

const Address = () => <output>{useLocation().pathname + useLocation().search}</output>;
const field = () => screen.getByRole('combobox');
const selected = () => screen.getAllByRole('option').filter((option) => option.getAttribute('aria-selected') === 'true');

beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    vi.fn(() =>
      Promise.resolve(
        new Response(JSON.stringify({ items: [hit], nextCursor: null, total: 1, totalCapped: false, related: [] }), {
          headers: { 'content-type': 'application/json' },
        }),
      ),
    ),
  );
  const client = new QueryClient();
  client.setQueryData(meOptions().queryKey, me);
  client.setQueryData(api.clubs.list.queryOptions().queryKey, { items: [club], nextCursor: null });
  client.setDefaultOptions({ queries: { staleTime: Number.POSITIVE_INFINITY } });
  render(
    <MemoryRouter initialEntries={['/profil']}>
      <Providers client={client}>
        <Palette />
        <Address />
      </Providers>
    </MemoryRouter>,
  );
});
afterEach(() => vi.unstubAllGlobals());

it('points from the field to the one line the keyboard stands on, and goes round', async () => {
  expect(selected().map((option) => option.textContent)).toEqual([expect.stringContaining('Urbanisme')]);
  expect(field().getAttribute('aria-activedescendant')).toBe(selected()[0]?.id);
  await userEvent.type(field(), '{ArrowUp}');
  expect(selected()[0]?.textContent).toContain('Poser une question');
  expect(field().getAttribute('aria-activedescendant')).toBe(selected()[0]?.id);
  await userEvent.type(field(), '{ArrowDown}');
  expect(selected()[0]?.textContent).toContain('Urbanisme');
});

it('finds subjects while one types, and Enter opens the line', async () => {
  await userEvent.type(field(), 'chemin');
  await screen.findByText('Chemin rural labouré');
  await userEvent.type(field(), '{ArrowDown}{Enter}');
  await waitFor(() => expect(screen.getByText('/clubs/urbanisme/sujets/t1')).toBeTruthy());
});

it('keeps its line when results arrive above it', async () => {
  await userEvent.type(field(), 'chemin{ArrowUp}');
  expect(selected()[0]?.textContent).toContain('Poser la question');
  await screen.findByText('Chemin rural labouré');
  expect(selected()[0]?.textContent).toContain('Poser la question');
});
