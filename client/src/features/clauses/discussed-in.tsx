import { CLAUSE_STATE_LABEL } from '@beffroi/shared/features/clauses/clauses.vocabulary';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { typeset } from '../../editor/french-typography.ts';
import { api } from '../../lib/api.ts';
import { threadPath } from '../../lib/paths.ts';
import classes from './clauses.module.css';

/** Under a model’s contents: the threads its articles came of. */
export function DiscussedIn({ templateId }: { templateId: string }) {
  const { data } = useQuery(api.clauses.ofTemplate.queryOptions({ input: { id: templateId } }));
  if (!data?.items.length) return null;
  return (
    <section className={classes.discussed} aria-label="Discussions dont il vient">
      <h2>Discussions</h2>
      <ul>
        {data.items.map(({ id, article, state, thread }) => (
          <li key={id}>
            <Link to={threadPath(thread.clubSlug, thread.id)}>{typeset(thread.title)}</Link>
            <span>
              {typeset(article)}, {CLAUSE_STATE_LABEL[state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
