import type { Problem } from '@beffroi/shared/core/errors';
import { PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { looksLikeEmail, passwordToggleProps } from './account-fields.ts';
import classes from './account-frame.module.css';
import { carryEmail, useCarriedEmail } from './carried-email.ts';

interface SignInFormProps {
  /** @returns what went wrong, or null once signed in. */
  onSignIn: (email: string, password: string) => Promise<Problem | null>;
}

/** E-mail and password; what was typed stays when they are refused, and the focus goes to what is to be corrected. */
export const SignInForm = ({ onSignIn }: SignInFormProps) => {
  const [email, setEmail] = useState(useCarriedEmail());
  // Where she was going goes with her to the forgotten password, and comes back.
  const { search } = useLocation();
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<{ email?: string; password?: string }>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = {
      ...(!looksLikeEmail(email) && { email: 'Indiquez votre adresse, comme prenom.nom@commune.fr.' }),
      ...(!password && { password: 'Indiquez votre mot de passe.' }),
    };
    setErrors(wrong);
    setProblem(null);
    if (wrong.email) return emailField.current?.focus();
    if (wrong.password) return passwordField.current?.focus();
    setBusy(true);
    const refused = await onSignIn(email.trim(), password);
    setBusy(false);
    setProblem(refused);
    if (refused?.status === 401) passwordField.current?.select();
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <FormError>{problem?.detail}</FormError>
      <TextInput
        ref={emailField}
        label="Adresse électronique"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={errors.email}
      />
      <PasswordInput
        ref={passwordField}
        label="Mot de passe"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={errors.password}
        visibilityToggleButtonProps={passwordToggleProps}
      />
      <BusyButton type="submit" variant="filled" h={42} busy={busy}>
        Se connecter
      </BusyButton>
      <Link to={{ pathname: '/mot-de-passe-oublie', search }} state={carryEmail(email)} className={classes.forgotten}>
        Mot de passe oublié ?
      </Link>
    </form>
  );
};
