import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Link } from 'react-router';
import { needPath } from '../../lib/paths.ts';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { HalfDayGlyph } from './half-day-glyph.tsx';
import { NeedFacts } from './need-facts.tsx';
import { needTitle, openInWords } from './need-words.ts';
import classes from './urgent-needs.module.css';

/** Needs that were looked for: what, where and from when, and how much of it wants somebody. */
export function FoundNeeds({ needs }: { needs: readonly NeedItem[] }) {
  return (
    <ListCard label="Remplacements trouvés">
      {needs.map((need) => (
        <ListRow key={need.id}>
          <div className={classes.words}>
            <h3>
              <Link to={needPath(need.id)} className={classes.title}>
                {needTitle(need)}
              </Link>
            </h3>
            <NeedFacts need={need} away />
          </div>
          <span className={classes.week}>
            <HalfDayGlyph slots={need.slots} />
            <small aria-hidden="true">{openInWords(need.slots)}</small>
          </span>
        </ListRow>
      ))}
    </ListCard>
  );
}
