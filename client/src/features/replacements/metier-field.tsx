import { Select } from '@mantine/core';
import { matchesWords } from '../../lib/french-fold.ts';
import { OTHER_METIERS, QUICK_METIERS } from './metier-words.ts';
import classes from './need-form.module.css';

const OTHERS = OTHER_METIERS.map(({ slug, label }) => ({ value: slug, label }));

/** The métier cherché: those most often replaced at a touch, the others by their name. */
export function MetierField({ value, onChange, error }: { value: string; onChange: (metier: string) => void; error: string | undefined }) {
  return (
    <fieldset className={classes.chips} aria-invalid={error ? true : undefined}>
      <legend>Métier</legend>
      {QUICK_METIERS.map(({ slug, short, label }) => (
        <label key={slug} className={classes.chip} title={label}>
          <input type="radio" name="metier" value={slug} checked={value === slug} onChange={() => onChange(slug)} />
          {short}
        </label>
      ))}
      {OTHERS.length > 0 && (
        <Select
          aria-label="Autre métier"
          placeholder="Autre métier"
          data={OTHERS}
          value={OTHERS.some((one) => one.value === value) ? value : null}
          searchable
          filter={({ options, search }) => options.filter((option) => 'label' in option && matchesWords(option.label, search))}
          nothingFoundMessage="Aucun métier de ce nom"
          onChange={(metier) => metier && onChange(metier)}
        />
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
