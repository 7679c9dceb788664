import { halfDayKey } from '@beffroi/shared/core/half-days';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { SLOT_STATE_LABEL } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { Button } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import { Link } from 'react-router';
import { plural } from '../../lib/french-text.ts';
import { needPath } from '../../lib/paths.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { ArrivalFields } from './arrival-fields.tsx';
import { DraftFound } from './draft-found.tsx';
import { changesOf, standingSlots } from './edit-need.ts';
import { goToFault } from './go-to-fault.ts';
import { NeedConflict } from './need-conflict.tsx';
import classes from './need-form.module.css';
import { PlaceField } from './place-field.tsx';
import { QualificationFields } from './qualification-fields.tsx';
import { SlotCalendar } from './slot-calendar.tsx';
import { HoursFields, SeatsField } from './slot-terms.tsx';
import { standingInWords } from './standing-words.ts';
import type { useEditNeed } from './use-edit-need.ts';

/** A published need, changed: what was offered and booked stands, half-days are added beside it. */
export function EditNeedForm({ need, editing }: { need: Need; editing: ReturnType<typeof useEditNeed> }) {
  const { edit, change, faults, problem, theirs } = editing;
  const { typed } = edit;
  const form = useRef<HTMLFormElement>(null);
  const standing = new Map(standingSlots(need).map((slot) => [halfDayKey(slot), SLOT_STATE_LABEL[slot.state]]));
  const added = changesOf(edit, need).addSlots?.length ?? 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!editing.send() && form.current) goToFault(form.current);
  };
  return (
    <>
      {theirs && (
        <NeedConflict edit={edit} theirs={theirs} keepMine={() => editing.keepMine(theirs)} takeTheirs={() => editing.takeTheirs(theirs)} />
      )}
      <form ref={form} className={classes.form} onSubmit={submit} noValidate>
        {editing.found && <DraftFound restart={editing.restart} />}
        <p className={classes.standing}>{standingInWords(need)}</p>
        <PlaceField need={typed} change={change} error={faults.place} />
        <SlotCalendar slots={typed.slots} standing={standing} hours={typed.hours} onChange={(slots) => change({ slots })} />
        {added > 0 && (
          <fieldset className={classes.added}>
            <legend>Les demi-journées ajoutées</legend>
            <HoursFields need={typed} change={change} error={faults.hours} />
            <SeatsField need={typed} change={change} />
          </fieldset>
        )}
        <QualificationFields need={typed} change={change} />
        <ArrivalFields need={typed} change={change} error={faults.placeEmail} />
        <FormError>{!theirs && problem && (problem.errors?.[0]?.message ?? problem.detail)}</FormError>
        <div className={classes.send}>
          <BusyButton type="submit" variant="filled" h={46} fz={16} busy={editing.busy}>
            Enregistrer{added > 0 && ` et ajouter ${plural(added, 'demi-journée', 'demi-journées')}`}
          </BusyButton>
          <Button component={Link} to={needPath(need.id)} variant="default" h={46} onClick={editing.forget}>
            Abandonner
          </Button>
          <p>
            {added > 0
              ? 'Les personnes éligibles sont prévenues aussitôt des demi-journées ajoutées.'
              : `Le métier, ${metierLabel(need.metier)}, ne change pas\u00a0: pour un autre, publiez un autre besoin.`}
          </p>
        </div>
      </form>
    </>
  );
}
