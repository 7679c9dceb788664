import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lazy, type ReactNode, Suspense } from 'react';
import { BrowserRouter, Link, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bringPage, PageOnItsWay } from './page-on-its-way.tsx';

let arrive: () => Promise<void>;

beforeEach(() => {
  window.history.replaceState(null, '', '/ici');
  const code = new Promise<{ default: () => ReactNode }>((resolve) => {
    arrive = () => act(async () => resolve({ default: () => <h1>Là-bas</h1> }));
  });
  const There = lazy(() => bringPage(() => code));
  const here = (
    <>
      <input aria-label="Titre" />
      <Link to="/la-bas">Partir</Link>
    </>
  );
  render(
    <BrowserRouter>
      <PageOnItsWay>
        <Suspense>
          <Routes>
            <Route path="/ici" element={here} />
            <Route path="/la-bas" element={<There />} />
          </Routes>
        </Suspense>
      </PageOnItsWay>
    </BrowserRouter>,
  );
});
afterEach(() => window.history.replaceState(null, '', '/'));

const isInert = () => screen.getByLabelText('Titre').closest('[inert]') !== null;
const bar = () => screen.queryByRole('progressbar', { name: 'La page arrive' });
const leave = async () => {
  await userEvent.click(screen.getByRole('link', { name: 'Partir' }));
  expect(await screen.findByRole('progressbar')).toBeTruthy();
};

it('says that the next page is on its way, and takes nothing more in the one that is left', async () => {
  expect([isInert(), bar()]).toEqual([false, null]);
  await leave();
  expect(isInert()).toBe(true);
  await arrive();
  expect(screen.getByRole('heading', { name: 'Là-bas' }).closest('[inert]')).toBeNull();
  expect(bar()).toBeNull();
});

it('gives the page back to who goes back meanwhile', async () => {
  await leave();
  act(() => {
    window.history.replaceState(null, '', '/ici');
    window.dispatchEvent(new PopStateEvent('popstate'));
  });
  expect([isInert(), bar()]).toEqual([false, null]);
  await arrive();
  expect(screen.getByLabelText('Titre')).toBeTruthy();
});
