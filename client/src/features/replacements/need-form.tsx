import { REPLACEMENT_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import { plural } from '../../lib/french-text.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
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

/** Brings what is at fault under the eyes and the caret. */
const goToFault = (form: HTMLFormElement) =>
  requestAnimationFrame(() => {
    const fault = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    const target = fault?.matches('fieldset') ? fault.querySelector<HTMLElement>('button:not(:disabled), input') : fault;
    target?.focus();
  });

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
      {writing.found && (
        <p className={classes.found}>
          Votre brouillon est repris.
          <Button variant="subtle" h={28} px={8} onClick={writing.restart}>
            Repartir de zéro
          </Button>
        </p>
      )}
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
      <TextInput
        label="Qui demander en arrivant"
        description="Montré à qui peut venir, jamais aux autres communes."
        value={need.contact}
        maxLength={REPLACEMENT_LIMITS.contact}
        onChange={({ currentTarget }) => set({ contact: currentTarget.value })}
      />
      <Textarea
        label="Ce qu’il faut savoir, facultatif"
        description="L’accès, le groupe, ce qu’on fait. N’écrivez jamais pourquoi l’agent est absent, ni son nom."
        value={need.note}
        maxLength={REPLACEMENT_LIMITS.note}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => set({ note: currentTarget.value })}
      />
      <FormError>{problem && (problem.errors?.[0]?.message ?? problem.detail)}</FormError>
      <div className={classes.send}>
        <BusyButton type="submit" variant="filled" color="brick" h={46} fz={16} busy={busy}>
          Publier{count > 0 && ` ${plural(count, 'demi-journée', 'demi-journées')}`}
        </BusyButton>
        <p>Les dix premières personnes éligibles sont prévenues aussitôt.</p>
      </div>
    </form>
  );
}
