import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { api } from '../../lib/api.ts';
import { meOptions } from '../../lib/me.ts';
import { FilterChips } from './board-filters.tsx';

const CENTRE = { latitude: 50.4, longitude: 3.5 };

it.each([
  ['is offered where the commune has its centre', CENTRE, undefined, 1],
  ['is not where nobody said it', null, undefined, 0],
  ['is taken away all the same, once the address asked for it', null, 10, 1],
])('a distance %s', (_case, centre, within, shown) => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const own = { slug: 'anzin', name: 'Anzin' };
  client.setQueryData(meOptions().queryKey, { communes: [own], abilities: { 'directory.read': true } } as never);
  client.setQueryData(api.directory.communes.queryKey(), { items: [{ ...own, centre }], nextCursor: null } as never);
  render(
    <QueryClientProvider client={client}>
      <FilterChips filters={{ monday: '2026-11-23', within } as never} change={() => {}} />
    </QueryClientProvider>,
  );
  expect(screen.queryAllByRole('combobox', { name: 'Distance' })).toHaveLength(shown);
});
