import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeEach, expect, it, vi } from 'vitest';
import { Providers } from '../../providers.tsx';
import { SignInForm } from './sign-in-form.tsx';

const onSignIn = vi.fn();
const email = () => screen.getByLabelText<HTMLInputElement>('Adresse électronique');
const password = () => screen.getByLabelText<HTMLInputElement>('Mot de passe');
const send = () => userEvent.click(screen.getByRole('button', { name: 'Se connecter' }));

beforeEach(() => {
  onSignIn.mockReset().mockResolvedValue(null);
  render(
    <MemoryRouter>
      <Providers>
        <SignInForm onSignIn={onSignIn} />
      </Providers>
    </MemoryRouter>,
  );
});

it('says at the field what is missing, brings the focus there, and sends nothing', async () => {
  await userEvent.type(email(), 'agent');
  await send();
  expect(email().getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/Indiquez votre adresse/)).toBeTruthy();
  expect(screen.getByText('Indiquez votre mot de passe.')).toBeTruthy();
  expect(document.activeElement).toBe(email());
  expect(onSignIn).not.toHaveBeenCalled();
});

it('signs in', async () => {
  await userEvent.type(email(), ' agent@anzin.example ');
  await userEvent.type(password(), 'secret{Enter}');
  expect(onSignIn).toHaveBeenCalledExactlyOnceWith('agent@anzin.example', 'secret');
});

it('keeps what was typed and says why it was refused', async () => {
  onSignIn.mockResolvedValue({ type: '', title: '', status: 401, code: 'x', detail: 'Adresse ou mot de passe incorrect.' });
  await userEvent.type(email(), 'agent@anzin.example');
  await userEvent.type(password(), 'wrong{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('incorrect');
  expect(email().value).toBe('agent@anzin.example');
  expect(document.activeElement).toBe(password());
});
