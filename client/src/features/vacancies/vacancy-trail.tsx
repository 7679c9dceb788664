import { VACANCY_ACT_LABEL } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './vacancies.module.css';

/** What was done about a vacancy, the last first. */
export function VacancyTrail({ id }: { id: string }) {
  const query = useQuery(api.vacancies.trail.queryOptions({ input: { id } }));
  return (
    <ul className={classes.trail}>
      {query.data?.items.map(({ at, by, action, note }) => (
        <li key={`${at}-${action}`}>
          {by ? personLabel(by) : 'Beffroi'} {VACANCY_ACT_LABEL[action]}
          {note && action !== 'extended' && <>&nbsp;: {note}</>} · <RelativeTime at={at} />
        </li>
      ))}
    </ul>
  );
}
