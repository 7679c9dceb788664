import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeServer, problem } from '../forum/fake-server.fixtures.ts';
import { StillOpen } from './still-open.tsx';

afterEach(() => vi.unstubAllGlobals());

const CLOSE = 'POST /vacancies/v/close';
/** An offer HR is asked about, opened at an address. */
const open = (address: string) => {
  const server = fakeServer({ [CLOSE]: () => problem(409, 'conflict', 'Cette offre est déjà retirée.') });
  const onGiven = vi.fn();
  const vacancy = { id: 'v', deadline: '2026-12-01', open: true, asked: true, answerKey: 'k3y' } as unknown as Vacancy;
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <StillOpen vacancy={vacancy} address={new URLSearchParams(address)} onGiven={onGiven} />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { server, onGiven };
};

test('the mail’s link answers by itself, once', async () => {
  const { server, onGiven } = open('reponse=retiree&cle=k3y');
  expect(await screen.findByText('Cette offre est déjà retirée.')).toBeTruthy();
  expect(server.to(CLOSE).map(({ body }) => body)).toEqual([{ as: 'withdrawn' }]);
  expect(onGiven).toHaveBeenCalledOnce();
});

test.each(['reponse=retiree', 'reponse=retiree&cle=', 'reponse=retiree&cle=null', 'reponse=autre&cle=k3y'])('%s asks', async (address) => {
  const { server, onGiven } = open(address);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Retirer l’offre' })).toBeTruthy());
  expect(server.sent).toEqual([]);
  expect(onGiven).not.toHaveBeenCalled();
});
