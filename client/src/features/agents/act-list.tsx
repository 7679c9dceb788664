import { AGENT_ACT_LABEL } from '@beffroi/shared/features/agents/agents.vocabulary';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { actsOptions } from './agents.api.ts';
import classes from './agents.module.css';

/** Who did what to whose rights, for good; nothing while nothing was done. */
export function ActList({ slug }: { slug: string }) {
  const query = useInfiniteQuery(actsOptions(slug));
  const acts = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (acts.length === 0) return null;
  return (
    <Section title="Journal des droits">
      <ListCard>
        {acts.map(({ id, at, act, by, person }) => (
          <ListRow key={id}>
            <div className={classes.words}>
              <b>{AGENT_ACT_LABEL[act]}</b> : {person}
              <p className={classes.facts}>
                par {by}, <RelativeTime at={at} />
              </p>
            </div>
          </ListRow>
        ))}
      </ListCard>
      <LoadMore query={query} manual />
    </Section>
  );
}
