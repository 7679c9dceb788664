import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { needPath } from '../../lib/paths.ts';
import { RowLink } from '../../ui/row-link.tsx';
import { HalfDayGlyph } from './half-day-glyph.tsx';
import { NeedFacts } from './need-facts.tsx';
import { needTitle, openInWords } from './need-words.ts';
import classes from './urgent-needs.module.css';

/** A need in a row of a list: what, where and from when, and how much of it wants somebody. */
export const NeedSummary = ({ need }: { need: NeedItem }) => (
  <>
    <div className={classes.words}>
      <h3>
        <RowLink to={needPath(need.id)}>{needTitle(need)}</RowLink>
      </h3>
      <NeedFacts need={need} away />
    </div>
    <span className={classes.week}>
      <HalfDayGlyph slots={need.slots} />
      <small aria-hidden="true">{openInWords(need.slots)}</small>
    </span>
  </>
);
