import { act, render, screen } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { expect, it } from 'vitest';
import { sessionLost } from '../lib/session.ts';
import { SessionGuard } from './session-guard.tsx';

const Address = () => {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
};
const show = (path: string) =>
  render(
    <MemoryRouter initialEntries={[path]}>
      <SessionGuard />
      <Address />
    </MemoryRouter>,
  );
const address = () => screen.getByRole('status').textContent;

it('sends to sign in, and remembers the page with its filters and its place', () => {
  show('/clubs/urbanisme/sujets/7?a=b#reponse-2');
  act(() => sessionLost());
  expect(address()).toBe(`/connexion?retour=${encodeURIComponent('/clubs/urbanisme/sujets/7?a=b#reponse-2')}`);
});

it('stays on a page that needs no session', () => {
  show('/connexion?retour=%2Fannuaire');
  act(() => sessionLost());
  expect(address()).toBe('/connexion?retour=%2Fannuaire');
});
