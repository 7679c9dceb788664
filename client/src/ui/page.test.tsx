import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, MemoryRouter, Route, Routes } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { Page } from './page.tsx';

beforeEach(() => {
  render(
    <MemoryRouter initialEntries={['/clubs']}>
      <Link to="/annuaire">Annuaire</Link>
      <Link to="/clubs?etat=resolue">Résolues</Link>
      <Routes>
        <Route path="clubs" element={<Page title="Clubs">…</Page>} />
        <Route path="annuaire" element={<Page title="Annuaire du territoire">…</Page>} />
      </Routes>
    </MemoryRouter>,
  );
});

it('names the tab', () => {
  expect(document.title).toBe('Clubs · Beffroi');
});

it('brings the focus to the heading of another page', async () => {
  await userEvent.click(screen.getByRole('link', { name: 'Annuaire' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Annuaire du territoire' }));
  expect(document.title).toBe('Annuaire du territoire · Beffroi');
});

it('leaves the focus where it is when a filter alone changes', async () => {
  await userEvent.click(screen.getByRole('link', { name: 'Annuaire' }));
  await userEvent.click(screen.getByRole('link', { name: 'Résolues' }));
  await userEvent.click(screen.getByRole('link', { name: 'Résolues' }));
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Résolues' }));
});
