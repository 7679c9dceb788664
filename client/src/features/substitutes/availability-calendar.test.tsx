import { addDays, mondayOf, parisDate } from '@beffroi/shared/core/half-days';
import type { Availability } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeServer, problem } from '../forum/fake-server.fixtures.ts';
import { AvailabilityCalendar } from './availability-calendar.tsx';
import { halfDayInWords } from './calendar-words.ts';

const READ = 'GET /substitutes/me/availability';
const SAVE = 'PUT /substitutes/me/availability';
/** Monday of next week: always to come. */
const MONDAY = addDays(mondayOf(parisDate(new Date())), 7);

type Words = Pick<Availability, 'pattern' | 'exceptions'>;
const EMPTY: Words = { pattern: [], exceptions: [] };
const answer = (words: Words, version: number) => ({ body: { ...words, version, changedAt: '2026-11-24T08:00:00.000Z' } });

const shown = (booked = new Map<string, { place: string; work: string; path: string }>()) => {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  render(
    <MantineProvider>
      <QueryClientProvider client={cache}>
        <MemoryRouter>
          <AvailabilityCalendar booked={booked} />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
};
const half = (date: string, which: 'am' | 'pm', state: string) =>
  screen.findByRole('button', { name: `${halfDayInWords({ date, half: which })} : ${state}` });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a touch says one may come that day, and is saved as an exception', async () => {
  const server = fakeServer({ [READ]: () => answer(EMPTY, 3), [SAVE]: ({ body }) => answer(body as Words, 4) });
  shown();
  await userEvent.click(await half(MONDAY, 'am', 'non disponible'));
  await half(MONDAY, 'am', 'disponible, par exception');
  await waitFor(() => expect(server.to(SAVE)).toHaveLength(1));
  expect(server.to(SAVE)[0]?.body).toEqual({ pattern: [], exceptions: [{ date: MONDAY, half: 'am', available: true }], version: 3 });
});

test('the usual week shows on the days to come', async () => {
  fakeServer({ [READ]: () => answer(EMPTY, 0), [SAVE]: ({ body }) => answer(body as Words, 1) });
  shown();
  await userEvent.click(await screen.findByRole('button', { name: 'lundi après-midi' }));
  expect(screen.getByRole('button', { name: 'lundi après-midi', pressed: true })).toBeDefined();
  await half(MONDAY, 'pm', 'disponible');
  await half(addDays(MONDAY, 7), 'pm', 'disponible');
});

test('arrows lead from half-day to half-day, and Space says yes', async () => {
  fakeServer({ [READ]: () => answer(EMPTY, 0), [SAVE]: ({ body }) => answer(body as Words, 1) });
  shown();
  (await half(MONDAY, 'am', 'non disponible')).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  expect(document.activeElement).toBe(await half(addDays(MONDAY, 1), 'pm', 'non disponible'));
  await userEvent.keyboard(' ');
  await half(addDays(MONDAY, 1), 'pm', 'disponible, par exception');
  // Past the weeks shown, the next ones come.
  await userEvent.keyboard('{PageDown}{PageDown}');
  await waitFor(() =>
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: new RegExp(`^${halfDayInWords({ date: addDays(MONDAY, 57), half: 'pm' })}`) }),
    ),
  );
});

test('the usual week is one stop of the Tab key', async () => {
  fakeServer({ [READ]: () => answer(EMPTY, 0), [SAVE]: ({ body }) => answer(body as Words, 1) });
  shown();
  await screen.findByRole('button', { name: 'lundi matin' });
  await userEvent.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('lundi matin');
  await userEvent.keyboard('{End}{ArrowDown}{ArrowLeft}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('samedi après-midi');
  await userEvent.keyboard(' ');
  expect(screen.getByRole('button', { name: 'samedi après-midi', pressed: true })).toBe(document.activeElement);
  await userEvent.tab();
  expect(document.activeElement?.getAttribute('role')).toBe('switch');
  await userEvent.tab({ shift: true });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('samedi après-midi');
});

test('what could not be saved stays shown, and is sent again on request', async () => {
  let down = true;
  const server = fakeServer({
    [READ]: () => answer(EMPTY, 0),
    [SAVE]: ({ body }) =>
      down ? problem(503, 'unavailable', 'Le service démarre ou se repose un instant. Réessayez.') : answer(body as Words, 1),
  });
  shown();
  await userEvent.click(await half(MONDAY, 'am', 'non disponible'));
  expect((await screen.findByRole('alert')).textContent).toContain('1\u00a0changement attend, rien n’est perdu.');
  await half(MONDAY, 'am', 'disponible, par exception');
  down = false;
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(server.to(SAVE)).toHaveLength(2);
});

test('upon a calendar changed elsewhere, one’s change is said again', async () => {
  const elsewhere: Words = { pattern: [{ weekday: 1, half: 'pm', weeks: 'every' }], exceptions: [] };
  const server = fakeServer({
    [READ]: () => answer(EMPTY, 0),
    [SAVE]: ({ body }) =>
      (body as Availability).version === 0
        ? problem(409, 'conflict', 'Votre calendrier a changé ailleurs.', { current: answer(elsewhere, 7).body })
        : answer(body as Words, 8),
  });
  shown();
  await userEvent.click(await half(MONDAY, 'am', 'non disponible'));
  await half(MONDAY, 'pm', 'disponible');
  expect(server.to(SAVE)[1]?.body).toEqual({ ...elsewhere, exceptions: [{ date: MONDAY, half: 'am', available: true }], version: 7 });
});

test('a half-day one is booked for leads to its mission', async () => {
  fakeServer({ [READ]: () => answer(EMPTY, 0) });
  shown(new Map([[`${MONDAY}.am`, { place: 'École Jules-Ferry', work: 'ATSEM, Hergnies', path: '/remplacements/n1' }]]));
  const link = await screen.findByRole('link', {
    name: `${halfDayInWords({ date: MONDAY, half: 'am' })} : réservé, ATSEM, Hergnies, École Jules-Ferry`,
  });
  expect(link.getAttribute('href')).toBe('/remplacements/n1');
});
