import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import { APPLICATION_LIMITS } from '@beffroi/shared/features/applications/applications.limits';
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useApplicationsAgain } from './applications.api.ts';
import classes from './applications.module.css';

const { interviewMinutes } = APPLICATION_LIMITS;
const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as `<input type="datetime-local">` holds it, by the reader's clock. */
const localOf = (iso: string): string => {
  const at = new Date(iso);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
};

interface InterviewFormProps {
  application: Application;
  onClose: () => void;
}

/** When and where the commune proposes to meet. */
export function InterviewForm({ application: { id, version, interview }, onClose }: InterviewFormProps) {
  const [local, setLocal] = useState(interview ? localOf(interview.at) : '');
  const [minutes, setMinutes] = useState(interview?.minutes ?? interviewMinutes.usual);
  const [place, setPlace] = useState(interview?.place ?? '');
  const [note, setNote] = useState(interview?.note ?? '');
  // As it was when the form opened: what the button says must not change under the finger while it closes.
  const [planned] = useState(interview !== null);
  const again = useApplicationsAgain();
  const { mutate, isPending, error } = useMutation(
    api.applications.plan.mutationOptions({
      networkMode: 'always',
      onSuccess: async () => {
        await again();
        onClose();
      },
    }),
  );
  const problem = error && problemOf(error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending && local) mutate({ id, version, at: new Date(local).toISOString(), minutes, place, note });
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput
        data-autofocus
        type="datetime-local"
        label="Date et heure"
        required
        withAsterisk={false}
        value={local}
        onChange={({ currentTarget }) => setLocal(currentTarget.value)}
      />
      <NumberInput
        label="Durée, en minutes"
        min={interviewMinutes.min}
        max={interviewMinutes.max}
        step={15}
        value={minutes}
        onChange={(value) => setMinutes(Number(value) || interviewMinutes.usual)}
      />
      <TextInput
        label="Lieu"
        placeholder="Mairie, salle du conseil"
        required
        withAsterisk={false}
        maxLength={APPLICATION_LIMITS.place}
        value={place}
        onChange={({ currentTarget }) => setPlace(currentTarget.value)}
      />
      <Textarea
        label="Précisions, facultatives"
        placeholder="Qui la reçoit, ce qu’elle apporte"
        autosize
        minRows={2}
        maxLength={APPLICATION_LIMITS.note}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <FormError>{problem && (problem.errors?.[0]?.message ?? problem.detail)}</FormError>
      <div className={classes.buttons}>
        <BusyButton type="submit" variant="filled" busy={isPending}>
          {planned ? 'Modifier l’entretien' : 'Proposer l’entretien'}
        </BusyButton>
        <Button onClick={onClose}>Annuler</Button>
      </div>
    </form>
  );
}
