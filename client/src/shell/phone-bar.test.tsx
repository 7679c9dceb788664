import { QueryClient } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { api } from '../lib/api.ts';
import { meOptions } from '../lib/me.ts';
import { Providers } from '../providers.tsx';
import { PhoneBar } from './phone-bar.tsx';

const show = (path: string) => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const abilities = { 'directory.read': true, 'search.use': true, 'replacements.read': true };
  client.setQueryData(meOptions().queryKey, {
    id: 'p',
    name: 'Agent',
    administrator: false,
    communes: [{}],
    clubs: [],
    abilities,
  } as never);
  client.setQueryData(api.clubs.list.queryKey(), { items: [] } as never);
  render(
    <MemoryRouter initialEntries={[path]}>
      <Providers client={client}>
        <PhoneBar />
      </Providers>
    </MemoryRouter>,
  );
};
const current = () => screen.getAllByRole('link', { current: 'page' }).map(({ textContent }) => textContent);

it.each([
  ['/', 'Aujourd’hui'],
  ['/clubs/juridique/sujets/1', 'Clubs'],
  ['/remplacements/mes-missions', 'Bourses'],
  ['/emplois/1/candidatures', 'Bourses'],
  ['/bourses/tableau', 'Bourses'],
  ['/profil', 'Moi'],
])('at %s one is at « %s »', (path, place) => {
  show(path);
  expect(current()).toEqual([place]);
});
