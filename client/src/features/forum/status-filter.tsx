import { THREAD_STATUS_LABEL, THREAD_STATUSES, type ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';
import { Link, useSearchParams } from 'react-router';
import classes from './status-filter.module.css';

/** Several questions of that state. */
const SEVERAL: Record<ThreadStatus, string> = { ...THREAD_STATUS_LABEL, resolved: 'Résolues' };

/** How a status is written in the address. */
const SLUGS: Record<ThreadStatus, string> = { open: 'sans-reponse', answered: 'avec-reponse', resolved: 'resolue' };

/** The status the address asks for; undefined for all. */
export const useStatusFilter = (): ThreadStatus | undefined => {
  const wanted = useSearchParams()[0].get('etat');
  return THREAD_STATUSES.find((status) => SLUGS[status] === wanted);
};

/** The address's query for a status. */
export const statusQuery = (status: ThreadStatus | undefined): string => (status ? `?etat=${SLUGS[status]}` : '?');

/** Which threads the list shows: links, so that a filter can be kept, shared and left with « Back ». */
export function StatusFilter() {
  const present = useStatusFilter();
  return (
    <nav aria-label="Filtrer par état" className={classes.filter}>
      {[undefined, ...THREAD_STATUSES].map((status) => (
        <Link key={status ?? 'all'} to={statusQuery(status)} aria-current={status === present ? 'true' : undefined} preventScrollReset>
          {status ? SEVERAL[status] : 'Toutes'}
        </Link>
      ))}
    </nav>
  );
}
