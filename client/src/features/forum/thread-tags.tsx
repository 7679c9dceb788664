import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { Link } from 'react-router';
import { clubPath } from '../../lib/paths.ts';
import { filterQuery } from './thread-filters.ts';
import classes from './thread-tags.module.css';

/** A thread's tags, each leading to what else its club wrote under it. */
export function ThreadTags({ thread: { clubSlug, tags = [] } }: { thread: Thread }) {
  if (!tags.length) return null;
  return (
    <ul className={classes.tags} aria-label="Étiquettes">
      {tags.map(({ slug, name }) => (
        <li key={slug}>
          <Link to={`${clubPath(clubSlug)}${filterQuery({ tag: slug })}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}
