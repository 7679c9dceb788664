import { ofPerson } from '@beffroi/shared/core/french-of';
import type { FicheItem } from '@beffroi/shared/features/fiches/fiches.contract';
import { typeset } from '../../editor/french-typography.ts';
import { calendarDay, reviewIsDue } from '../../lib/french-dates.ts';
import { fichePath } from '../../lib/paths.ts';
import { ListRow } from '../../ui/list-card.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './fiches.module.css';

/** When the club means to look at a fiche again; said aloud once the day has come. */
export function ReviewTag({ reviewOn }: { reviewOn: string | null }) {
  if (!reviewOn) return null;
  return reviewIsDue(reviewOn) ? <Tag tone="ochre">À revoir</Tag> : <Tag>À revoir le {calendarDay(reviewOn)}</Tag>;
}

/** One fiche of a club's list: its title, whose answer it keeps, when it was last revised. */
export function FicheRow({ fiche }: { fiche: FicheItem }) {
  return (
    <ListRow>
      <div className={classes.words}>
        <h3>
          <RowLink to={fichePath(fiche.clubSlug, fiche.id)}>{typeset(fiche.title)}</RowLink>
        </h3>
        <p className={classes.facts}>
          D’après la réponse {ofPerson(personLabel(fiche.source.answeredBy))} · {fiche.version > 1 ? 'révisée ' : 'faite '}
          <RelativeTime at={fiche.revisedAt} />
        </p>
      </div>
      <ReviewTag reviewOn={fiche.reviewOn} />
    </ListRow>
  );
}
