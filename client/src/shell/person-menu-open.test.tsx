import type { Me } from '@beffroi/shared/features/accounts/accounts.contract';
import { MantineProvider } from '@mantine/core';
import { QueryClient } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, it, vi } from 'vitest';
import { Providers } from '../providers.tsx';
import { PersonMenuOpen } from './person-menu-open.tsx';

const me = {
  id: 'p',
  name: 'Juriste',
  email: 'juriste@exemple.fr',
  clubs: [],
  communes: [{ slug: 'onnaing', name: 'Onnaing', abilities: { 'agents.manage': true } }],
  abilities: { 'directory.read': true },
} as unknown as Me;

const show = async (width: number): Promise<void> => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: width <= 16 * Number(/max-width: (\d+)em/.exec(media)?.[1] ?? 0),
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
  render(
    <MemoryRouter>
      <Providers client={new QueryClient()}>
        {/* Without layout the button counts as out of sight, and its menu is hidden with it. */}
        <MantineProvider env="test">
          <PersonMenuOpen me={me} openAtOnce focusAtOnce={false} />
        </MantineProvider>
      </Providers>
    </MemoryRouter>,
  );
  await screen.findByText('Mon profil');
};

it.each([
  ['À rattraper', '/rattrapage'],
  ['Signets', '/signets'],
  ['Modèles', '/modeles'],
  ['Annuaire', '/annuaire'],
  ['Agents d’Onnaing', '/commune/onnaing/agents'],
])('leads to « %s » on a phone, whose bar has no room for it', async (name, path) => {
  await show(390);
  expect(screen.getByRole('menuitem', { name }).getAttribute('href')).toBe(path);
});

it('leaves them to the side bar elsewhere', async () => {
  await show(1024);
  for (const name of ['À rattraper', 'Signets', 'Annuaire']) expect(screen.queryByText(name)).toBeNull();
});
