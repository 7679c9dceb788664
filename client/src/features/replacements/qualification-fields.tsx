import { DIPLOMAS } from '@beffroi/shared/core/public-service/diplomas';
import { URGENCIES, URGENCY_LABEL } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { Select } from '@mantine/core';
import { askedDiplomas } from './metier-words.ts';
import classes from './need-form.module.css';
import { guessedUrgency, type NewNeed } from './new-need.ts';

const USUAL = 'metier';
const usualWords = (metier: string): string => {
  const asked = askedDiplomas(metier);
  return asked ? `Ceux du métier\u00a0: ${asked}` : 'Aucun de plus que le métier';
};

/** How pressing it is, and the diploma without which nobody may come. */
export function QualificationFields({ need, change }: { need: NewNeed; change: (part: Partial<NewNeed>) => void }) {
  const urgency = need.urgency ?? guessedUrgency(need);
  return (
    <>
      <fieldset className={classes.chips}>
        <legend>Urgence</legend>
        {URGENCIES.map((one) => (
          <label key={one} className={classes.chip}>
            <input type="radio" name="urgency" checked={urgency === one} onChange={() => change({ urgency: one })} />
            {URGENCY_LABEL[one]}
          </label>
        ))}
      </fieldset>
      <Select
        label="Diplôme exigé"
        data={[{ value: USUAL, label: usualWords(need.metier) }, ...DIPLOMAS.map(({ slug, label }) => ({ value: slug, label }))]}
        value={need.diploma ?? USUAL}
        searchable
        allowDeselect={false}
        onChange={(chosen) => change({ diploma: chosen === USUAL ? null : chosen })}
      />
    </>
  );
}
