import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import { Checkbox, NumberInput, Textarea } from '@mantine/core';
import type { FieldsProps } from './form-fields.ts';
import classes from './vacancy-form.module.css';

const TEXTS = [
  { field: 'missions', label: 'Missions', rows: 5 },
  { field: 'profile', label: 'Profil attendu', rows: 3 },
  { field: 'conditions', label: 'Diplômes, concours, habilitations', rows: 2 },
] as const;

/** What one will do, who is sought, what is paid. A line that begins with a dash makes a list. */
export function TextFields({ content, change, errorAt }: FieldsProps) {
  return (
    <fieldset className={classes.group}>
      <legend>Les missions et le profil</legend>
      {TEXTS.map(({ field, label, rows }) => (
        <Textarea
          key={field}
          label={label}
          value={content[field]}
          maxLength={VACANCY_LIMITS[field]}
          error={errorAt(field)}
          autosize
          minRows={rows}
          maxRows={16}
          onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
        />
      ))}
      <div className={classes.pair}>
        <Checkbox label="RIFSEEP" checked={content.rifseep} onChange={({ currentTarget }) => change({ rifseep: currentTarget.checked })} />
        <NumberInput
          size="md"
          label="NBI, en points"
          min={1}
          max={VACANCY_LIMITS.nbi}
          allowDecimal={false}
          value={content.nbi ?? ''}
          error={errorAt('nbi')}
          onChange={(points) => change({ nbi: typeof points === 'number' ? points : null })}
        />
      </div>
      <Textarea
        label="Avantages"
        description="CNAS, titres-restaurant, prévoyance, prime annuelle…"
        value={content.benefits}
        maxLength={VACANCY_LIMITS.benefits}
        error={errorAt('benefits')}
        autosize
        minRows={1}
        onChange={({ currentTarget }) => change({ benefits: currentTarget.value })}
      />
    </fieldset>
  );
}
