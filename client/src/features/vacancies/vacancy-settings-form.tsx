import type { VacancySettings } from '@beffroi/shared/features/vacancies/vacancies.contract';
import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import { Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import classes from './vacancies.module.css';
import form from './vacancy-form.module.css';

const LINES = [
  { field: 'organisation', label: 'Organisme' },
  { field: 'authority', label: 'Autorité de recrutement' },
  { field: 'recipient', label: 'Destinataire des candidatures' },
  { field: 'contact', label: 'Contact' },
] as const;

/** What each setting is called in the page's trail. */
export const VACANCY_SETTING_LABEL: Record<string, string> = {
  publicPage: 'Montrer les offres au public',
  benefits: 'Avantages',
  ...Object.fromEntries(LINES.map(({ field, label }) => [field, label])),
};

/** What the commune's offers begin with, and whether everyone sees them. */
export function VacancySettingsForm({ slug, saved }: { slug: string; saved: VacancySettings }) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { publicPage, authority, organisation, contact, recipient, benefits } = saved;
  const [settings, setSettings] = useState<VacancySettings>({ publicPage, authority, organisation, contact, recipient, benefits });
  const change = (part: Partial<VacancySettings>) => setSettings((before) => ({ ...before, ...part }));
  const save = useMutation(
    api.vacancies.saveSettings.mutationOptions({
      onSuccess: (answer) => {
        queries.setQueryData(api.vacancies.settings.queryKey({ input: { slug } }), answer);
        announce('Réglages enregistrés.');
      },
    }),
  );
  const problem = save.error && problemOf(save.error);
  return (
    <form
      className={form.narrow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ slug, ...settings });
      }}
    >
      <Switch
        label="Montrer les offres au public"
        description="Une page sans connexion, que les moteurs de recherche lisent, et un flux Atom. Les candidatures vont à l’adresse que dit l’offre."
        checked={settings.publicPage}
        onChange={({ currentTarget }) => change({ publicPage: currentTarget.checked })}
      />
      {LINES.map(({ field, label }) => (
        <TextInput
          key={field}
          label={label}
          maxLength={VACANCY_LIMITS.line}
          value={settings[field]}
          error={problem?.errors?.find(({ path }) => path === field)?.message}
          onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
        />
      ))}
      <Textarea
        label="Avantages"
        maxLength={VACANCY_LIMITS.benefits}
        value={settings.benefits}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => change({ benefits: currentTarget.value })}
      />
      <FormError>{problem?.detail}</FormError>
      <div className={classes.acts}>
        <BusyButton type="submit" variant="filled" busy={save.isPending}>
          Enregistrer
        </BusyButton>
      </div>
    </form>
  );
}
