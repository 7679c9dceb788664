import { diplomaOf } from '@beffroi/shared/core/public-service/diplomas';
import { URGENCY_LABEL } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { hoursOf } from './half-day-words.ts';
import classes from './need-form.module.css';
import { chosenSlots, guessedUrgency, type NewNeed } from './new-need.ts';
import { QualificationFields } from './qualification-fields.tsx';
import { HoursFields, SeatsField } from './slot-terms.tsx';

interface NeedTermsProps {
  need: NewNeed;
  change: (part: Partial<NewNeed>) => void;
  error: string | undefined;
}

/** Hours, urgency and diploma: guessed, said in a line, and changed by who opens it. */
export function NeedTerms({ need, change, error }: NeedTermsProps) {
  const { hours } = need;
  const urgency = need.urgency ?? guessedUrgency(need);
  return (
    <details className={classes.terms} open={error ? true : undefined}>
      <summary>
        Horaires, urgence et diplôme{' '}
        <span>
          {hoursOf(hours.am)}, {hoursOf(hours.pm)}
          {chosenSlots(need).some((slot) => hoursOf(slot) !== hoursOf(hours[slot.half])) && ', sauf exceptions'} · {URGENCY_LABEL[urgency]}{' '}
          · {need.diploma ? diplomaOf(need.diploma)?.short : 'diplôme du métier'}
        </span>
      </summary>
      <div>
        <HoursFields need={need} change={change} error={error} />
        <QualificationFields need={need} change={change} />
        <SeatsField need={need} change={change} />
      </div>
    </details>
  );
}
