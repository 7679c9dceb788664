import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeServer, problem } from '../forum/fake-server.fixtures.ts';
import { CandidateCard } from './candidate-card.tsx';
import { aCandidate, aNeed, aSlot } from './needs.fixtures.ts';
import { OfferForm } from './offer-form.tsx';

afterEach(() => vi.unstubAllGlobals());

const MORNING = '2026-11-24.am';
const AFTERNOON = '2026-11-24.pm';

const show = (element: ReactElement) =>
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MemoryRouter>{element}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );

test('a half-day another was quicker to book is named, and the others are still chosen', async () => {
  const taken = { date: '2026-11-24', half: 'am', by: 'substitute-taken', reason: 'retenue par Valenciennes.' };
  const server = fakeServer({
    'POST /replacements/n/bookings': () => problem(409, 'conflict', 'Rien n’a été réservé.', { current: { refused: [taken] } }),
  });
  const both = [MORNING, AFTERNOON];
  show(
    <ul>
      <CandidateCard needId="n" candidate={aCandidate('ATSEM', both, both)} mayBook />
    </ul>,
  );
  fireEvent.click(screen.getByRole('button', { name: /^Réserver 2/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('mardi\u00a024\u00a0matin\u00a0: retenue par Valenciennes.');
  expect(server.to('POST /replacements/n/bookings')[0]?.body).toMatchObject({
    offerId: 'offer-ATSEM',
    slots: [{ half: 'am' }, { half: 'pm' }],
  });
  expect(screen.getByRole('button', { name: /^Réserver 1/ })).toBeTruthy();
});

test('one touch says yes to every half-day still to fill that is open to her', async () => {
  const server = fakeServer({ 'POST /replacements/n/offers': () => problem(403, 'forbidden', 'Non.') });
  const need = aNeed('n', {
    slots: [aSlot(MORNING), aSlot(AFTERNOON), aSlot('2026-11-25.am', 'filled')],
    mine: { eligible: [{ date: '2026-11-24', half: 'am' }], refused: [{ date: '2026-11-24', half: 'pm', reason: 'déjà retenue' }] },
  });
  show(<OfferForm need={need} />);
  const closed = screen.getByRole('checkbox', { name: /après-midi.*déjà retenue/ });
  expect([closed.hasAttribute('disabled'), screen.getAllByRole('checkbox')]).toEqual([true, expect.objectContaining({ length: 2 })]);
  fireEvent.click(screen.getByRole('button', { name: 'Je peux venir' }));
  await screen.findByRole('alert');
  expect(server.to('POST /replacements/n/offers')[0]?.body).toEqual({ slots: [{ date: '2026-11-24', half: 'am' }] });
});

test('who said yes sees to what, and may take it back', () => {
  show(<OfferForm need={aNeed('n', { slots: [aSlot(MORNING, 'offered', { mine: 'offered', offers: 1 })] })} />);
  expect(screen.getByRole('status').textContent).toContain('mardi\u00a0matin');
  expect(screen.getByRole('button', { name: 'Retirer ma proposition' })).toBeTruthy();
});
