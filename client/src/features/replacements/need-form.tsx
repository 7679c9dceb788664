import { Select } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import { plural } from '../../lib/french-text.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { ArrivalFields } from './arrival-fields.tsx';
import { DraftFound } from './draft-found.tsx';
import { goToFault } from './go-to-fault.ts';
import { MetierField } from './metier-field.tsx';
import classes from './need-form.module.css';
import { NeedTerms } from './need-terms.tsx';
import { chosenSlots, type NewNeed } from './new-need.ts';
import { PlaceField } from './place-field.tsx';
import { SlotCalendar } from './slot-calendar.tsx';
import type { useNewNeed } from './use-new-need.ts';

interface NeedFormProps {
  writing: ReturnType<typeof useNewNeed>;
  /** Those one may publish for. */
  communes: readonly { slug: string; name: string }[];
}

/** A need, published in under a minute with one thumb. */
export function NeedForm({ writing, communes }: NeedFormProps) {
  const { need, change, faults, problem, busy } = writing;
  const form = useRef<HTMLFormElement>(null);
  const count = chosenSlots(need).length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!writing.publish() && form.current) goToFault(form.current);
  };
  const set = (part: Partial<NewNeed>) => change(part);
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      {writing.found && <DraftFound restart={writing.restart} />}
      {communes.length > 1 && (
        <Select
          label="Commune"
          data={communes.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={need.commune}
          allowDeselect={false}
          onChange={(commune) => commune && set({ commune })}
        />
      )}
      <MetierField value={need.metier} onChange={(metier) => set({ metier })} error={faults.metier} />
      <PlaceField need={need} change={set} error={faults.place} />
      <SlotCalendar slots={need.slots} hours={need.hours} onChange={(slots) => set({ slots })} error={faults.slots} />
      <NeedTerms need={need} change={set} error={faults.hours} />
      <ArrivalFields need={need} change={set} error={faults.placeEmail} />
      <FormError>{problem && (problem.errors?.[0]?.message ?? problem.detail)}</FormError>
      <div className={classes.send}>
        <BusyButton type="submit" variant="filled" color="brick" h={46} fz={16} busy={busy}>
          Publier{count > 0 && ` ${plural(count, 'demi-journée', 'demi-journées')}`}
        </BusyButton>
        <p>Les premières personnes éligibles sont prévenues aussitôt, les suivantes si besoin.</p>
      </div>
    </form>
  );
}
