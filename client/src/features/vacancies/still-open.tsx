import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { calendarDay } from '../../lib/french-dates.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { offerUndo } from '../../ui/undo-notice.tsx';
import { useVacancyChanged } from './use-vacancy-change.ts';
import classes from './vacancies.module.css';

/** How the mail's links say the three answers. */
const ANSWERS = ['ouverte', 'pourvue', 'retiree'] as const;
type Answer = (typeof ANSWERS)[number];

/** What the address says, if it is that of our mail: a link that anybody can write changes nothing. */
const givenIn = (address: URLSearchParams, { answerKey }: Vacancy): Answer | null =>
  answerKey !== null && address.get('cle') === answerKey ? (ANSWERS.find((answer) => answer === address.get('reponse')) ?? null) : null;

/** Says what has become of a vacancy; each answer can be taken back. */
export const useAnswer = (vacancy: Vacancy) => {
  const { id, deadline } = vacancy;
  const changed = useVacancyChanged();
  const onSuccess = changed;
  const publish = useMutation(api.vacancies.publish.mutationOptions({ onSuccess }));
  const putBack = useMutation(api.vacancies.extend.mutationOptions({ onSuccess }));
  const extend = useMutation(
    api.vacancies.extend.mutationOptions({
      onSuccess: (extended) => {
        changed(extended);
        const until = extended.deadline ? calendarDay(extended.deadline) : '';
        offerUndo({ message: `Offre ouverte jusqu’au ${until}.`, undo: () => deadline && putBack.mutate({ id, deadline }) });
      },
    }),
  );
  const close = useMutation(
    api.vacancies.close.mutationOptions({
      onSuccess: (closed) => {
        changed(closed);
        const message = closed.state === 'filled' ? 'Emploi pourvu\u00a0: l’offre quitte la liste.' : 'Offre retirée de la liste.';
        offerUndo({ message, undo: () => publish.mutate({ id }) });
      },
    }),
  );
  const answer = (word: Answer): void => {
    if (word === 'ouverte') extend.mutate({ id });
    else close.mutate({ id, as: word === 'pourvue' ? 'filled' : 'withdrawn' });
  };
  return { answer, busy: extend.isPending || close.isPending, error: extend.error ?? close.error ?? publish.error ?? putBack.error };
};

interface StillOpenProps {
  vacancy: Vacancy;
  /** The page's address: an answer that the mail's link says already is given at once. */
  address: URLSearchParams;
  onGiven: () => void;
}

/** « Toujours ouverte ? », asked of HR before the deadline and answered by one click. */
export function StillOpen({ vacancy, address, onGiven }: StillOpenProps) {
  const id = useId();
  const given = givenIn(address, vacancy);
  const { answer, busy, error } = useAnswer(vacancy);
  const done = useRef(false);
  useEffect(() => {
    if (!given || done.current) return;
    done.current = true;
    answer(given);
    onGiven();
  }, [given, answer, onGiven]);
  if (!vacancy.asked && !error) return null;
  return (
    <section className={classes.asked} aria-labelledby={id} data-print="hidden">
      <h2 id={id}>Cette offre est-elle toujours ouverte&nbsp;?</h2>
      {vacancy.deadline && (
        <p>
          Sa date limite {vacancy.open ? 'est le' : 'était le'} {calendarDay(vacancy.deadline)}. Sans réponse, elle{' '}
          {vacancy.open ? 'sera archivée le lendemain' : 'reste archivée'}.
        </p>
      )}
      <FormError>{error && problemOf(error).detail}</FormError>
      <div className={classes.acts}>
        <BusyButton variant="filled" busy={busy} onClick={() => answer('ouverte')}>
          Oui, un mois de plus
        </BusyButton>
        <Button variant="default" onClick={() => answer('pourvue')}>
          L’emploi est pourvu
        </Button>
        <Button variant="default" onClick={() => answer('retiree')}>
          Retirer l’offre
        </Button>
      </div>
    </section>
  );
}
