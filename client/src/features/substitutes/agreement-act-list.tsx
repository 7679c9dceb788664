import { AGREEMENT_ACT_LABEL } from '@beffroi/shared/features/substitutes/substitutes.vocabulary';
import { useInfiniteQuery } from '@tanstack/react-query';
import { calendarDay } from '../../lib/french-dates.ts';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './pool.module.css';
import { agreementActsOptions } from './substitutes.api.ts';

/** Who agreed to whom, and who took it back; nothing while nothing was done. */
export function AgreementActList({ slug }: { slug: string }) {
  const query = useInfiniteQuery(agreementActsOptions(slug));
  const acts = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (acts.length === 0) return null;
  return (
    <Section title="Journal des accords">
      <ListCard label="Journal des accords">
        {acts.map(({ id, at, act, by, person, until }) => (
          <ListRow key={id}>
            <div className={classes.words}>
              <b>{AGREEMENT_ACT_LABEL[act]}</b> : {person}
              {until && `, jusqu’au ${calendarDay(until)}`}
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
