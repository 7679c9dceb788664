import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import classes from '../features/administration/administration.module.css';
import { api, problemOf } from '../lib/api.ts';
import { plural } from '../lib/french-text.ts';
import { useMe } from '../lib/me.ts';
import { communeAgentsPath } from '../lib/paths.ts';
import { Section } from '../ui/section.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { AdministrationFrame } from './administration-frame.tsx';

/** Every commune, whom it lacks, and the page of its agents. */
export function AdministrationCommunesPage() {
  const { administrator } = useMe();
  const query = useQuery(api.directory.communes.queryOptions({ enabled: administrator }));
  const lacking = useQuery(api.administration.overview.queryOptions({ enabled: administrator })).data;
  const without = new Set(lacking?.communesWithoutReferent.map(({ slug }) => slug));
  return (
    <AdministrationFrame
      title="Communes et agents"
      text="Chaque commune a ses agents&nbsp;; son référent les invite et les suit, vous nommez le référent."
    >
      {query.isPending && <ListSkeleton rows={8} mark={false} />}
      {query.isError && !query.data && <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      {query.data && (
        <Section title="Communes">
          <ul className={classes.communes} aria-label="Communes">
            {query.data.items.map(({ slug, name, personCount }) => (
              <li key={slug}>
                <Link className={classes.name} to={communeAgentsPath(slug)}>
                  {name}
                </Link>
                <p className={classes.facts}>
                  {personCount > 0 ? plural(personCount, 'agent', 'agents') : <span className={classes.missing}>Encore sans agent</span>}
                  {without.has(slug) && <span className={classes.missing}> · Sans référent</span>}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </AdministrationFrame>
  );
}
