import { HALF_LABEL, HALVES } from '@beffroi/shared/core/half-days';
import { REPLACEMENT_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { NumberInput, TextInput } from '@mantine/core';
import classes from './need-form.module.css';
import type { NewNeed } from './new-need.ts';

interface SlotTermsProps {
  need: NewNeed;
  change: (part: Partial<NewNeed>) => void;
}

/** When a morning and an afternoon begin and end. */
export function HoursFields({ need: { hours }, change, error }: SlotTermsProps & { error: string | undefined }) {
  return (
    <>
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
    </>
  );
}

/** How many people each half-day wants at once. */
export function SeatsField({ need: { seats }, change }: SlotTermsProps) {
  return (
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
  );
}
