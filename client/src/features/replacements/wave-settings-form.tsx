import type { WaveSettings } from '@beffroi/shared/features/replacements/missions.schemas';
import { WAVE_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import classes from './wave-settings-form.module.css';
import { toldWithin, waveBounds } from './wave-words.ts';

type Field = keyof WaveSettings;
/** What stands in a field while one types: perhaps nothing yet, perhaps too much. */
type Typed = Record<Field, number | string>;

export const WAVE_SETTING_LABEL: Record<Field, string> = {
  people: 'Personnes prévenues à la fois',
  minutes: 'Minutes entre deux vagues',
  riskHours: 'Heures avant le début du travail',
};
const isWithin = (field: Field, value: number | string): value is number =>
  typeof value === 'number' && value >= WAVE_LIMITS[field].min && value <= WAVE_LIMITS[field].max;

interface SentenceProps {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
}

/** A number within a sentence; what it may be, and why, stands below it. */
function NumberIn({ field, typed, change, describedBy }: SentenceProps & { field: Field; describedBy: string }) {
  return (
    <NumberInput
      className={classes.number}
      aria-label={WAVE_SETTING_LABEL[field]}
      aria-describedby={describedBy}
      aria-invalid={isWithin(field, typed[field]) ? undefined : true}
      error={!isWithin(field, typed[field])}
      value={typed[field]}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      onChange={(value) => change({ [field]: value })}
    />
  );
}

function Bounds({ id, fields, typed, children }: { id: string; fields: Field[]; typed: Typed; children: ReactNode }) {
  const wrong = fields.filter((field) => !isWithin(field, typed[field]));
  return (
    <p id={id} className={classes.bounds} data-wrong={wrong.length > 0 || undefined}>
      {fields.map(waveBounds).join(', ')}. {children}
    </p>
  );
}

/** How a need is told of, in sentences whose numbers one changes. */
export function WaveSettingsForm({ saved }: { saved: WaveSettings }) {
  const cache = useQueryClient();
  const announce = useAnnounce();
  const id = useId();
  const { people, minutes, riskHours } = saved;
  const [typed, setTyped] = useState<Typed>({ people, minutes, riskHours });
  const save = useMutation(
    api.replacements.saveSettings.mutationOptions({
      onSuccess: (answer) => {
        cache.setQueryData(api.replacements.settings.queryKey(), answer);
        announce('Réglages enregistrés.');
      },
    }),
  );
  const change = (part: Partial<Typed>) => {
    save.reset();
    setTyped((before) => ({ ...before, ...part }));
  };
  const right = (Object.keys(WAVE_SETTING_LABEL) as Field[]).every((field) => isWithin(field, typed[field]));
  const problem = save.error && problemOf(save.error);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (right) save.mutate(typed as WaveSettings);
        else event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      }}
    >
      <div>
        <p className={classes.sentence}>
          Prévenir d’abord <NumberIn field="people" typed={typed} change={change} describedBy={`${id}-waves`} /> personnes éligibles, puis
          autant d’autres toutes les <NumberIn field="minutes" typed={typed} change={change} describedBy={`${id}-waves`} /> minutes, jusqu’à
          ce que tout soit pourvu.
        </p>
        <Bounds id={`${id}-waves`} fields={['people', 'minutes']} typed={typed}>
          Celles qui ont le moins travaillé cette année passent d’abord&nbsp;: plus la vague est petite, mieux le travail se partage&nbsp;;
          plus elle est grande, plus vite on répond.{' '}
          {right && `Ainsi, ${toldWithin(typed as WaveSettings)} sont prévenues en une demi-heure si personne ne répond.`}
        </Bounds>
      </div>
      <div>
        <p className={classes.sentence}>
          Avertir la commune <NumberIn field="riskHours" typed={typed} change={change} describedBy={`${id}-risk`} /> heures avant le début
          du travail, si personne n’est encore réservé.
        </p>
        <Bounds id={`${id}-risk`} fields={['riskHours']} typed={typed}>
          Assez tôt pour s’organiser autrement, assez tard pour ne pas l’apprendre pour rien.
        </Bounds>
      </div>
      <FormError>{problem && (problem.errors?.[0]?.message ?? problem.detail)}</FormError>
      <div className={classes.acts}>
        <BusyButton type="submit" variant="filled" busy={save.isPending}>
          Enregistrer
        </BusyButton>
        {save.isSuccess && <span>Enregistré&nbsp;: les prochaines vagues partent ainsi.</span>}
      </div>
    </form>
  );
}
