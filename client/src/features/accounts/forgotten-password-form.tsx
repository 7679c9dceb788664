import { TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { requestPasswordReset } from '../../lib/authentication.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { looksLikeEmail } from './account-fields.ts';
import classes from './account-frame.module.css';
import { BackToSignIn } from './back-to-sign-in.tsx';
import { useCarriedEmail } from './carried-email.ts';

/** Asks for the address; what it answers never tells whether that address is known. */
export const ForgottenPasswordForm = ({ onSent }: { onSent: (email: string) => void }) => {
  const [email, setEmail] = useState(useCarriedEmail());
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = looksLikeEmail(email) ? null : 'Indiquez votre adresse, comme prenom.nom@commune.fr.';
    setError(wrong);
    setProblem(null);
    if (wrong) return field.current?.focus();
    setBusy(true);
    const refused = await requestPasswordReset(email.trim());
    setBusy(false);
    if (refused) setProblem(refused.detail);
    else onSent(email.trim());
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <FormError>{problem}</FormError>
      <TextInput
        ref={field}
        label="Adresse électronique"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={error}
      />
      <BusyButton type="submit" variant="filled" h={42} busy={busy}>
        Recevoir un lien
      </BusyButton>
      <BackToSignIn email={email} />
    </form>
  );
};
