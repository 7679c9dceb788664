import {
  THREAD_KINDS,
  THREAD_KINDS_LABEL,
  THREAD_STATUS_LABEL,
  THREAD_STATUSES,
  type ThreadStatus,
} from '@beffroi/shared/features/forum/forum.vocabulary';
import { Link } from 'react-router';
import { useCurrentTabShown } from '../../ui/use-current-tab-shown.ts';
import classes from './filter-bar.module.css';
import { KindIcon } from './kind-mark.tsx';
import { TagFilter } from './tag-filter.tsx';
import { filterQuery, type ThreadFilters } from './thread-filters.ts';

/** Several questions of that state. */
const SEVERAL: Record<ThreadStatus, string> = { ...THREAD_STATUS_LABEL, resolved: 'Résolues' };

const current = (is: boolean) => (is ? 'true' : undefined);

/** Which threads the list shows: links, so that a filter can be kept, shared and left with « Back ». */
export function FilterBar({ slug, filters }: { slug: string; filters: ThreadFilters }) {
  const { kind, status, tag } = filters;
  const kinds = useCurrentTabShown();
  return (
    <div className={classes.bar} data-print="hidden">
      <nav ref={kinds} aria-label="Filtrer par type" className={classes.kinds}>
        <Link to={filterQuery({ tag })} aria-current={current(!kind)} preventScrollReset>
          Tout
        </Link>
        {THREAD_KINDS.map((one) => (
          <Link key={one} to={filterQuery({ kind: one, tag })} aria-current={current(kind === one)} preventScrollReset>
            <KindIcon kind={one} size={15} />
            {THREAD_KINDS_LABEL[one]}
          </Link>
        ))}
      </nav>
      <div className={classes.narrower}>
        {kind === 'question' && (
          <nav aria-label="Filtrer par état" className={classes.states}>
            {[undefined, ...THREAD_STATUSES].map((one) => (
              <Link
                key={one ?? 'all'}
                to={filterQuery({ kind, status: one, tag })}
                aria-current={current(status === one)}
                preventScrollReset
              >
                {one ? SEVERAL[one] : 'Toutes'}
              </Link>
            ))}
          </nav>
        )}
        <TagFilter slug={slug} filters={filters} />
      </div>
    </div>
  );
}
