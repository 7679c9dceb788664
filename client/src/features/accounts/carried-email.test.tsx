import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { expect, it } from 'vitest';
import { Providers } from '../../providers.tsx';
import { ForgottenPasswordForm } from './forgotten-password-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

const email = () => screen.getByLabelText<HTMLInputElement>('Adresse électronique');
const follow = (name: RegExp) => userEvent.click(screen.getByRole('link', { name }));

const Address = () => <p data-testid="address">{useLocation().pathname + useLocation().search}</p>;

const open = (state: unknown, search = '') =>
  render(
    <MemoryRouter initialEntries={[{ pathname: '/connexion', search, state }]}>
      <Providers>
        <Routes>
          <Route path="/connexion" element={<SignInForm onSignIn={async () => null} />} />
          <Route path="/mot-de-passe-oublie" element={<ForgottenPasswordForm onSent={() => undefined} />} />
        </Routes>
        <Address />
      </Providers>
    </MemoryRouter>,
  );

it('carries the address typed to sign in to the forgotten password, and the one corrected there back', async () => {
  open(null);
  await userEvent.type(email(), 'agent@anzin.exampl');
  await follow(/Mot de passe oublié/);
  expect(screen.getByRole('button', { name: 'Recevoir un lien' })).toBeTruthy();
  expect(email().value).toBe('agent@anzin.exampl');
  await userEvent.type(email(), 'e');
  await follow(/Retour à la connexion/);
  expect(screen.getByRole('button', { name: 'Se connecter' })).toBeTruthy();
  expect(email().value).toBe('agent@anzin.example');
});

it('keeps where one was going on the way to the forgotten password and back', async () => {
  const going = '?retour=%2Fclubs%2Furbanisme%2Fsujets%2F7%3Fa%3Db%23reponse-2';
  open(null, going);
  await follow(/Mot de passe oublié/);
  expect(screen.getByTestId('address').textContent).toBe(`/mot-de-passe-oublie${going}`);
  await follow(/Retour à la connexion/);
  expect(screen.getByTestId('address').textContent).toBe(`/connexion${going}`);
});

it.each([null, 'agent', { email: 12 }, { scroll: 3 }])('starts empty from an entry of the history that holds %o', (state) => {
  open(state);
  expect(email().value).toBe('');
});
