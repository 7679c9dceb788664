import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import { APPLICATION_LIMITS } from '@beffroi/shared/features/applications/applications.limits';
import { type Decision, PROPOSED_MESSAGE } from '@beffroi/shared/features/applications/applications.vocabulary';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useApplicationsAgain } from './applications.api.ts';
import classes from './applications.module.css';

const SEND: Record<Decision, string> = { chosen: 'Retenir et envoyer', declined: 'Ne pas retenir et envoyer' };

interface DecisionFormProps {
  application: Application;
  decision: Decision;
  onClose: () => void;
}

/** The words that go with a decision: proposed, and HR's to change. */
export function DecisionForm({ application: { id, version, vacancy }, decision, onClose }: DecisionFormProps) {
  const [message, setMessage] = useState(PROPOSED_MESSAGE[decision]({ title: vacancy.title, commune: vacancy.commune.name }));
  const again = useApplicationsAgain();
  const { mutate, isPending, error } = useMutation(
    api.applications.decide.mutationOptions({
      networkMode: 'always',
      onSuccess: async () => {
        await again();
        onClose();
      },
    }),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate({ id, version, decision, message });
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <Textarea
        data-autofocus
        label="Message au candidat"
        autosize
        minRows={6}
        maxRows={18}
        required
        withAsterisk={false}
        maxLength={APPLICATION_LIMITS.message}
        value={message}
        onChange={({ currentTarget }) => setMessage(currentTarget.value)}
      />
      <FormError>{error && problemOf(error).detail}</FormError>
      <div className={classes.buttons}>
        <BusyButton type="submit" variant="filled" busy={isPending} {...(decision === 'declined' && { color: 'brick' })}>
          {SEND[decision]}
        </BusyButton>
        <Button onClick={onClose}>Annuler</Button>
      </div>
    </form>
  );
}
