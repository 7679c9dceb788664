import type { Me, ProfileInput } from '@beffroi/shared/features/accounts/accounts.contract';
import { Button, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { meOptions } from '../../lib/me.ts';
import { useKeptState } from '../../lib/use-kept-state.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import classes from './profile.module.css';
import { type FieldErrors, profileErrors, serverErrors } from './profile-errors.ts';

const ofMe = ({ name, function: role, phone, expertise }: Me): ProfileInput => ({ name, function: role, phone, expertise });

/** One's own card in the directory. Unsaved changes survive a reload and an ended session. */
export const ProfileForm = ({ me }: { me: Me }) => {
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  const [kept, keep] = useKeptState<ProfileInput>(`beffroi-profile-${me.id}`);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [saved, setSaved] = useState(false);
  const values = kept ?? ofMe(me);
  const save = useMutation(api.accounts.updateProfile.mutationOptions());

  const change = (part: Partial<ProfileInput>) => {
    setSaved(false);
    keep({ ...values, ...part });
  };
  const show = (wrong: FieldErrors) => {
    setErrors(wrong);
    const first = Object.keys(wrong)[0];
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"], [data-field="${first}"]`)?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = await profileErrors(values);
    show(wrong);
    if (Object.keys(wrong).length > 0) return;
    save.mutate(values, {
      onSuccess: (next) => {
        queryClient.setQueryData(meOptions().queryKey, next);
        void queryClient.invalidateQueries({ queryKey: api.directory.key() });
        keep(null);
        setSaved(true);
        announce('Profil enregistré.');
      },
      onError: (error) => show(serverErrors(problemOf(error))),
    });
  };
  const problem = save.isError ? problemOf(save.error) : null;
  const text = (name: 'name' | 'function') => ({
    name,
    value: values[name],
    error: errors[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => change({ [name]: event.currentTarget.value }),
  });

  return (
    <form ref={form} className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <FormError>{problem && Object.keys(errors).length === 0 ? problem.detail : null}</FormError>
      <TextInput label="Nom affiché" description="Vos collègues le voient à côté de ce que vous écrivez." {...text('name')} />
      <TextInput label="Fonction" {...text('function')} />
      <TextInput
        label="Téléphone"
        description="Facultatif. Visible dans l’annuaire."
        name="phone"
        type="tel"
        autoComplete="tel"
        value={values.phone ?? ''}
        error={errors.phone}
        onChange={(event) => change({ phone: event.currentTarget.value || null })}
      />
      <TagsInput
        label="Mes sujets d’expertise"
        description="Ce sur quoi on peut vous solliciter&nbsp;: «&nbsp;permis d’aménager&nbsp;», «&nbsp;révision de prix&nbsp;»… Entrée ajoute un sujet."
        data-field="expertise"
        value={values.expertise}
        error={errors.expertise}
        maxTags={12}
        splitChars={[',', ';']}
        clearable={false}
        onChange={(expertise) => change({ expertise })}
      />
      <div className={classes.actions}>
        <BusyButton type="submit" variant="filled" busy={save.isPending} disabled={!kept}>
          Enregistrer
        </BusyButton>
        {kept && (
          <Button
            variant="subtle"
            onClick={() => {
              keep(null);
              setErrors({});
            }}
          >
            Annuler les changements
          </Button>
        )}
        {saved && <span className={classes.saved}>Enregistré</span>}
      </div>
    </form>
  );
};
