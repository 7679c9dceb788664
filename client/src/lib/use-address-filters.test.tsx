import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { useAddressFilters } from './use-address-filters.ts';

const Filters = () => {
  const [filters, change] = useAddressFilters(['club', 'resolu']);
  return (
    <>
      <input
        type="checkbox"
        aria-label="Résolues"
        checked={filters.resolu === 'oui'}
        onChange={(event) => change({ resolu: event.target.checked ? 'oui' : null })}
      />
      <button type="button" onClick={() => change({ club: null, resolu: null })}>
        Retirer
      </button>
      <output>{useLocation().search}</output>
    </>
  );
};
const address = () => screen.getByRole('status').textContent;

beforeEach(() => {
  render(
    <MemoryRouter initialEntries={['/recherche?q=prix&club=urbanisme']}>
      <Filters />
    </MemoryRouter>,
  );
});

it('ticks the box and writes the address, whose other parts stay', () => {
  fireEvent.click(screen.getByLabelText('Résolues'));
  expect(screen.getByLabelText<HTMLInputElement>('Résolues').checked).toBe(true);
  expect(address()).toBe('?q=prix&club=urbanisme&resolu=oui');
});

it('takes an emptied filter out of the address', () => {
  fireEvent.click(screen.getByRole('button', { name: 'Retirer' }));
  expect(address()).toBe('?q=prix');
});
