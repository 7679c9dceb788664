import { compareHalfDays, HALF_LABEL, HALVES, halfDayKey } from '@beffroi/shared/core/half-days';
import { REPLACEMENT_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { NumberInput, TextInput } from '@mantine/core';
import { halfDayTitle, hoursOf } from './half-day-words.ts';
import classes from './need-form.module.css';
import { halfDayOfKey, hoursFor, type NewNeed } from './new-need.ts';

const EDGE = { start: 'début', end: 'fin' } as const;

interface SlotTermsProps {
  need: NewNeed;
  change: (part: Partial<NewNeed>) => void;
}

/** When each half-day chosen begins and ends, where it differs from the others of its half. */
function OwnHours({ need, change }: SlotTermsProps) {
  if (need.slots.length < 2) return null;
  const chosen = need.slots.map(halfDayOfKey).sort(compareHalfDays);
  const differ = chosen.filter((slot) => hoursOf(hoursFor(need, slot)) !== hoursOf(need.hours[slot.half]));
  return (
    <details className={classes.own}>
      <summary>
        Horaires propres à certaines demi-journées{' '}
        {differ.length > 0 && <span>{differ.map((slot) => `${halfDayTitle(slot)}, ${hoursOf(hoursFor(need, slot))}`).join(' · ')}</span>}
      </summary>
      <ul>
        {chosen.map((slot) => {
          const span = hoursFor(need, slot);
          const title = halfDayTitle(slot);
          return (
            <li key={halfDayKey(slot)}>
              <span>{title}</span>
              {(['start', 'end'] as const).map((edge) => (
                <TextInput
                  key={edge}
                  type="time"
                  aria-label={`${title}, ${EDGE[edge]}`}
                  value={span[edge]}
                  onChange={({ currentTarget }) =>
                    change({ own: { ...need.own, [halfDayKey(slot)]: { ...span, [edge]: currentTarget.value } } })
                  }
                />
              ))}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** When a morning and an afternoon begin and end, and what differs from it. */
export function HoursFields({ need, change, error }: SlotTermsProps & { error: string | undefined }) {
  const { hours } = need;
  return (
    <>
      <div className={classes.hours}>
        {HALVES.flatMap((half) =>
          (['start', 'end'] as const).map((edge) => (
            <TextInput
              key={`${half} ${edge}`}
              type="time"
              label={`${half === 'am' ? 'Matin' : 'Après-midi'}, ${EDGE[edge]}`}
              aria-invalid={error ? true : undefined}
              value={hours[half][edge]}
              onChange={({ currentTarget }) => change({ hours: { ...hours, [half]: { ...hours[half], [edge]: currentTarget.value } } })}
            />
          )),
        )}
      </div>
      <OwnHours need={need} change={change} />
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
