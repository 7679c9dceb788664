import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { BookedPeople } from './booked-people.tsx';
import { aBooking, aNeed } from './needs.fixtures.ts';

const show = (may: boolean) => {
  const need = aNeed('n', {
    bookings: [aBooking('Camille', '2099-11-24.am', { phone: '06 12 34 56 78' }), aBooking('Camille', '2099-11-24.pm')],
  });
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <BookedPeople need={{ ...need, abilities: { ...need.abilities, 'replacement.book': may } }} />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
};

test('who is booked is a call away, and the school hears of her by a message that is written already', () => {
  show(true);
  expect(screen.getByRole('link', { name: '06 12 34 56 78' }).getAttribute('href')).toBe('tel:0612345678');
  fireEvent.click(screen.getByRole('button', { name: 'Prévenir sur place' }));
  expect(screen.getByText(/Camille.*assure le remplacement/).textContent).toContain('06 12 34 56 78');
  expect(screen.getByRole('link', { name: 'Par mail' }).getAttribute('href')).toContain('mailto:');
});

test('nothing is to be told by who does not book', () => {
  show(false);
  expect(screen.queryByRole('list')).toBeNull();
});
