import { HALF_LABEL, HALVES } from '@beffroi/shared/core/half-days';
import { DIPLOMAS, diplomaOf } from '@beffroi/shared/core/public-service/diplomas';
import { REPLACEMENT_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { URGENCIES, URGENCY_LABEL } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { NumberInput, Select, TextInput } from '@mantine/core';
import { hoursOf } from './half-day-words.ts';
import { askedDiplomas } from './metier-words.ts';
import classes from './need-form.module.css';
import { guessedUrgency, type NewNeed } from './new-need.ts';

interface NeedTermsProps {
  need: NewNeed;
  change: (part: Partial<NewNeed>) => void;
  error: string | undefined;
}

const USUAL = 'metier';
const usualWords = (metier: string): string => {
  const asked = askedDiplomas(metier);
  return asked ? `Ceux du métier\u00a0: ${asked}` : 'Aucun de plus que le métier';
};

/** Hours, urgency and diploma: guessed, said in a line, and changed by who opens it. */
export function NeedTerms({ need, change, error }: NeedTermsProps) {
  const { hours, seats } = need;
  const urgency = need.urgency ?? guessedUrgency(need);
  return (
    <details className={classes.terms} open={error ? true : undefined}>
      <summary>
        Horaires, urgence et diplôme{' '}
        <span>
          {hoursOf(hours.am)}, {hoursOf(hours.pm)} · {URGENCY_LABEL[urgency]} ·{' '}
          {need.diploma ? diplomaOf(need.diploma)?.short : 'diplôme du métier'}
        </span>
      </summary>
      <div>
        <div className={classes.hours}>
          {HALVES.flatMap((half) =>
            (['start', 'end'] as const).map((edge) => (
              <TextInput
                key={`${half} ${edge}`}
                type="time"
                label={`${half === 'am' ? 'Matin' : 'Après-midi'}, ${edge === 'start' ? 'début' : 'fin'}`}
                aria-invalid={error ? true : undefined}
                value={hours[half][edge]}
                onChange={({ currentTarget }) => change({ hours: { ...hours, [half]: { ...hours[half], [edge]: currentTarget.value } } })}
              />
            )),
          )}
        </div>
        {error && (
          <p role="alert" className={classes.error}>
            {error}
          </p>
        )}
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
        <NumberInput
          label="Personnes à la fois"
          description={`Par demi-journée, le ${HALF_LABEL.am} comme l’${HALF_LABEL.pm}.`}
          size="md"
          value={seats}
          min={1}
          max={REPLACEMENT_LIMITS.seats}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(value) => change({ seats: Number(value) || 1 })}
        />
      </div>
    </details>
  );
}
