import { PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import classes from './invitations.module.css';

const passwordToggleProps = { 'aria-label': 'Afficher ou masquer le mot de passe', tabIndex: 0, 'aria-hidden': false } as const;
// `PASSWORD_LENGTH` of the contract: importing it would bring the schemas with it, and the server has the last word.
const LENGTH_MIN = 10;

interface AcceptFormProps {
  token: string;
  email: string;
  onAccepted: (account: { email: string; password: string }) => Promise<void>;
}

/** The invited person chooses her password, typed once since it can be shown. */
export const AcceptForm = ({ token, email, onAccepted }: AcceptFormProps) => {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [entering, setEntering] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const accept = useMutation(api.invitations.acceptLink.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = LENGTH_MIN - password.length;
    setError(missing > 0 ? `Il manque ${plural(missing, 'caractère', 'caractères')}.` : null);
    if (missing > 0) return field.current?.focus();
    accept.mutate(
      { token, password },
      {
        onSuccess: async () => {
          setEntering(true);
          await onAccepted({ email, password });
        },
      },
    );
  };
  return (
    <form className={classes.accept} onSubmit={submit} noValidate>
      <FormError>{accept.isError ? problemOf(accept.error).detail : null}</FormError>
      {/* Password managers keep the two together. */}
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <PasswordInput
        ref={field}
        label="Choisissez votre mot de passe"
        description={`${LENGTH_MIN} caractères au moins. Une courte phrase se retient mieux qu’un mot compliqué.`}
        name="new-password"
        autoComplete="new-password"
        value={password}
        error={error}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={passwordToggleProps}
      />
      <BusyButton type="submit" variant="filled" h={42} busy={accept.isPending || entering}>
        Entrer dans Beffroi
      </BusyButton>
    </form>
  );
};
