import type { VacancyItem } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { VACANCY_STATE_LABEL } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { typeset } from '../../editor/french-typography.ts';
import { vacancyPath } from '../../lib/paths.ts';
import { ListRow } from '../../ui/list-card.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './vacancies.module.css';
import { deadlineText, distanceText, factsOf, STATE_TONE } from './vacancy-words.ts';

/** What is said at the end of a row: until when, or what has become of it. */
function RowState({ vacancy }: { vacancy: VacancyItem }) {
  const { state, open, deadline, asked } = vacancy;
  if (asked && open) return <Tag tone="ochre">Toujours ouverte&nbsp;?</Tag>;
  if (!open) return <Tag tone={STATE_TONE[state]}>{VACANCY_STATE_LABEL[state]}</Tag>;
  return deadline && <span className={classes.deadline}>{deadlineText(deadline)}</span>;
}

/** One vacancy of a list: its title, whose and how far, what it is, until when. */
export function VacancyRow({ vacancy }: { vacancy: VacancyItem }) {
  const { id, title, commune, distanceKm, publishedAt, changedAt } = vacancy;
  const distance = distanceText(distanceKm);
  return (
    <ListRow>
      <div className={classes.words}>
        <h3>
          <RowLink to={vacancyPath(id)}>{typeset(title)}</RowLink>
        </h3>
        <p className={classes.where}>
          <b>{commune.name}</b>
          {distance && <> · {distance}</>}
        </p>
        <p className={classes.facts}>
          {factsOf(vacancy).join(' · ')} · <RelativeTime at={publishedAt ?? changedAt} />
        </p>
      </div>
      <RowState vacancy={vacancy} />
    </ListRow>
  );
}
