import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import classes from './filter-bar.module.css';
import { filterQuery, type ThreadFilters } from './thread-filters.ts';

/** One of the club's tags to narrow the list to; nothing where the club keeps none. */
export function TagFilter({ slug, filters }: { slug: string; filters: ThreadFilters }) {
  const navigate = useNavigate();
  const { data } = useQuery(api.clubs.tags.queryOptions({ input: { slug }, staleTime: 5 * 60_000 }));
  if (!data?.items.length) return null;
  return (
    <select
      className={classes.tag}
      aria-label="Filtrer par étiquette"
      value={filters.tag ?? ''}
      onChange={(event) => void navigate(filterQuery({ ...filters, tag: event.target.value || undefined }), { preventScrollReset: true })}
    >
      <option value="">Toutes les étiquettes</option>
      {data.items.map((tag) => (
        <option key={tag.slug} value={tag.slug}>
          {tag.name}
        </option>
      ))}
    </select>
  );
}
