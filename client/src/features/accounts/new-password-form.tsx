import { PasswordInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { resetPassword } from '../../lib/authentication.ts';
import { plural } from '../../lib/french-text.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { PASSWORD_LENGTH_MIN, passwordToggleProps } from './account-fields.ts';
import classes from './account-frame.module.css';

/** Chooses a password, typed once since it can be shown. */
export const NewPasswordForm = ({ token, onDone }: { token: string; onDone: () => void }) => {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong =
      password.length < PASSWORD_LENGTH_MIN
        ? `Il manque ${plural(PASSWORD_LENGTH_MIN - password.length, 'caractère', 'caractères')}.`
        : null;
    setError(wrong);
    setProblem(null);
    if (wrong) return field.current?.focus();
    setBusy(true);
    const refused = await resetPassword(password, token);
    setBusy(false);
    if (refused) setProblem(refused.detail);
    else onDone();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <FormError>{problem}</FormError>
      <PasswordInput
        ref={field}
        label="Nouveau mot de passe"
        description={`${PASSWORD_LENGTH_MIN} caractères au moins. Une courte phrase se retient mieux qu’un mot compliqué.`}
        name="new-password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={error}
        visibilityToggleButtonProps={passwordToggleProps}
      />
      <BusyButton type="submit" variant="filled" h={42} busy={busy}>
        Enregistrer ce mot de passe
      </BusyButton>
    </form>
  );
};
