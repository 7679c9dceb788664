import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useApplicationsAgain } from './applications.api.ts';
import classes from './applications.module.css';
import { DecisionForm } from './decision-form.tsx';
import { InterviewForm } from './interview-form.tsx';

type Act = 'interview' | 'chosen' | 'declined' | 'withdraw';
const TITLE: Record<Act, string> = {
  interview: 'Entretien',
  chosen: 'Retenir cette candidature',
  declined: 'Ne pas retenir cette candidature',
  withdraw: 'Retirer ma candidature',
};

function Withdraw({ id, onClose }: { id: string; onClose: () => void }) {
  const again = useApplicationsAgain();
  const { mutate, isPending, error } = useMutation(
    api.applications.withdraw.mutationOptions({
      networkMode: 'always',
      onSuccess: async () => {
        await again();
        onClose();
      },
    }),
  );
  return (
    <div className={classes.form}>
      <p>Votre lettre et vos fichiers sont effacés aussitôt. Le service RH saura que vous l’avez retirée, sans autre explication.</p>
      <FormError>{error && problemOf(error).detail}</FormError>
      <div className={classes.buttons}>
        <BusyButton variant="filled" color="brick" busy={isPending} onClick={() => mutate({ id })}>
          Retirer ma candidature
        </BusyButton>
        <Button data-autofocus onClick={onClose}>
          La garder
        </Button>
      </div>
    </div>
  );
}

/** What one may do with an application, as its abilities say. */
export function ApplicationActs({ application }: { application: Application }) {
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const { abilities, state, id } = application;
  return (
    <div className={classes.buttons} data-print="hidden">
      {abilities['application.plan'] && (
        <Button variant={state === 'received' ? 'filled' : 'default'} onClick={() => setAct('interview')}>
          {state === 'interview' ? 'Modifier l’entretien' : 'Proposer un entretien'}
        </Button>
      )}
      {abilities['application.choose'] && (
        <Button variant={state === 'interview' ? 'filled' : 'default'} onClick={() => setAct('chosen')}>
          Retenir
        </Button>
      )}
      {abilities['application.decline'] && <Button onClick={() => setAct('declined')}>Ne pas retenir</Button>}
      {abilities['application.withdraw'] && <Button onClick={() => setAct('withdraw')}>Retirer ma candidature</Button>}
      <Modal opened={act !== null} onClose={close} title={act && TITLE[act]} closeButtonProps={{ 'aria-label': 'Fermer la fenêtre' }}>
        {act === 'interview' && <InterviewForm application={application} onClose={close} />}
        {(act === 'chosen' || act === 'declined') && <DecisionForm application={application} decision={act} onClose={close} />}
        {act === 'withdraw' && <Withdraw id={id} onClose={close} />}
      </Modal>
    </div>
  );
}
