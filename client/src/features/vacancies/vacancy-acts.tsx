import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { api, problemOf } from '../../lib/api.ts';
import { duplicateVacancyPath, editVacancyPath, VACANCIES_PATH } from '../../lib/paths.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useAnswer } from './still-open.tsx';
import { useVacancyChanged } from './use-vacancy-change.ts';
import classes from './vacancies.module.css';

/** What its commune's HR may do with a vacancy, as its abilities say. */
export function VacancyActs({ vacancy }: { vacancy: Vacancy }) {
  const { id, state, abilities } = vacancy;
  const navigate = useNavigate();
  const onSuccess = useVacancyChanged();
  const { answer, busy, error } = useAnswer(vacancy);
  const publish = useMutation(api.vacancies.publish.mutationOptions({ onSuccess }));
  const remove = useMutation(api.vacancies.remove.mutationOptions({ onSuccess: () => void navigate(VACANCIES_PATH, { replace: true }) }));
  const problem = publish.error ?? remove.error ?? error;
  const details = problem && problemOf(problem);
  return (
    <div className={classes.column} data-print="hidden">
      <FormError>{details && (details.errors?.[0]?.message ?? details.detail)}</FormError>
      {abilities['vacancy.publish'] && (
        <BusyButton variant="filled" busy={publish.isPending} onClick={() => publish.mutate({ id })}>
          {state === 'draft' ? 'Publier' : 'Publier de nouveau'}
        </BusyButton>
      )}
      {abilities['vacancy.edit'] && (
        <Button component={Link} to={editVacancyPath(id)} variant="default">
          Modifier
        </Button>
      )}
      {abilities['vacancy.duplicate'] && (
        <Button component={Link} to={duplicateVacancyPath(id)} variant="default">
          Dupliquer
        </Button>
      )}
      {abilities['vacancy.close'] && !vacancy.asked && (
        <>
          <BusyButton variant="default" busy={busy} onClick={() => answer('pourvue')}>
            Emploi pourvu
          </BusyButton>
          <BusyButton variant="default" busy={busy} onClick={() => answer('retiree')}>
            Retirer l’offre
          </BusyButton>
        </>
      )}
      {abilities['vacancy.remove'] && (
        <BusyButton variant="subtle" color="red" busy={remove.isPending} onClick={() => remove.mutate({ id })}>
          Supprimer le brouillon
        </BusyButton>
      )}
    </div>
  );
}
