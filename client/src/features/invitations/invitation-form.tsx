import type { GrantInput, InvitationInput } from '@beffroi/shared/features/invitations/invitations.contract';
import type { InvitationOutcome } from '@beffroi/shared/features/invitations/invitations.vocabulary';
import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { useKeptState } from '../../lib/use-kept-state.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { type InvitationErrors, invitationErrors, serverErrors } from './invitation-errors.ts';
import { useInvitedAgain } from './invitations.api.ts';
import classes from './invitations.module.css';
import { type Place, ROLE_CHOICES } from './place.ts';

interface Typed {
  email: string;
  name: string;
  function: string;
  role: string;
}

const SAID: Record<InvitationOutcome, (email: string) => string> = {
  invited: (email) => `Invitation envoyée à ${email}\u00a0: ses droits s’ouvrent quand elle est acceptée.`,
  pending: (email) => `${email} avait déjà une invitation : elle donnera aussi ces droits.`,
  added: (email) => `${email} a déjà un compte : ses droits sont ajoutés.`,
};

const inputOf = ({ scope, slug }: Place, { email, name, function: title, role }: Typed): InvitationInput => ({
  email,
  name,
  function: title,
  grants: [{ scope, slug, role } as GrantInput],
});

/** Invites one person to the place; what was typed survives a reload, and the next one may follow at once. */
export const InvitationForm = ({ place }: { place: Place }) => {
  const choices = ROLE_CHOICES[place.scope];
  const empty: Typed = { email: '', name: '', function: '', role: choices[0]?.value ?? '' };
  const [kept, keep] = useKeptState<Typed>(`beffroi-invitation-${place.scope}-${place.slug}`);
  const [errors, setErrors] = useState<InvitationErrors>({});
  const [said, setSaid] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const invited = useInvitedAgain();
  const invite = useMutation(api.invitations.create.mutationOptions());
  const values = kept ?? empty;

  const focus = (name: string) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  const show = (wrong: InvitationErrors): boolean => {
    setErrors(wrong);
    const first = Object.keys(wrong)[0];
    if (first) focus(first);
    return first !== undefined;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaid(null);
    const input = inputOf(place, values);
    if (show(await invitationErrors(input))) return;
    invite.mutate(input, {
      onSuccess: ({ outcome }) => {
        setSaid(SAID[outcome](values.email.trim()));
        keep(null);
        invited();
        focus('email');
      },
      onError: (failure) => show(serverErrors(problemOf(failure))),
    });
  };
  const text = (name: 'email' | 'name' | 'function') => ({
    name,
    value: values[name],
    error: errors[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => keep({ ...values, [name]: event.currentTarget.value }),
  });
  return (
    <form ref={form} className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <FormError>{invite.isError && Object.keys(errors).length === 0 ? problemOf(invite.error).detail : null}</FormError>
      <div className={classes.fields}>
        <TextInput label="Adresse électronique" type="email" autoComplete="off" maxLength={254} {...text('email')} />
        {choices.length > 1 && (
          <Select
            label="Rôle"
            data={choices.map(({ value, label }) => ({ value, label }))}
            value={values.role}
            allowDeselect={false}
            description={choices.find(({ value }) => value === values.role)?.text}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            onChange={(role) => keep({ ...values, role: role ?? empty.role })}
          />
        )}
        <TextInput
          label="Nom affiché"
          description="Un nom, ou une fonction&nbsp;: «&nbsp;Responsable urbanisme&nbsp;»."
          maxLength={120}
          {...text('name')}
        />
        <TextInput label="Fonction" description="Ce que la personne fait." maxLength={120} {...text('function')} />
      </div>
      <div className={classes.actions}>
        <BusyButton type="submit" variant="filled" busy={invite.isPending}>
          Envoyer l’invitation
        </BusyButton>
        <span role="status" className={classes.said}>
          {said}
        </span>
      </div>
    </form>
  );
};
