import { QueryClient } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, it, vi } from 'vitest';
import { meOptions } from '../lib/me.ts';
import { Providers } from '../providers.tsx';
import { PersonMenu } from './person-menu.tsx';

const page = vi.hoisted(() => ({ settle: () => {} }));
vi.mock('../lib/when-settled.ts', () => ({
  whenSettled: () =>
    new Promise<void>((resolve) => {
      page.settle = resolve;
    }),
}));

const show = () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(meOptions().queryKey, {
    id: 'p',
    email: 'juriste@exemple.fr',
    name: 'Juriste',
    function: 'Juriste',
    phone: null,
    expertise: [],
    administrator: false,
    territory: null,
    communes: [],
    clubs: [],
    abilities: { 'directory.read': false, 'search.use': true, 'replacements.read': false },
  });
  render(
    <MemoryRouter>
      <Providers client={client}>
        <PersonMenu />
      </Providers>
    </MemoryRouter>,
  );
};
const button = () => screen.getByRole('button', { name: 'Mon compte : Juriste' });

it.each([true, false])('leaves the focus where it was when the menu’s code arrives (on the button: %s)', async (focused) => {
  show();
  const first = button();
  if (focused) act(() => first.focus());
  act(() => page.settle());
  await waitFor(() => expect(button()).not.toBe(first));
  expect(document.activeElement === button()).toBe(focused);
});
