import { relative } from '../../lib/french-dates.ts';
import classes from './draft-found.module.css';

/** Says discreetly that a text was found again, and lets it be thrown away. */
export function DraftFound({ at, onDiscard }: { at: string; onDiscard: () => void }) {
  return (
    <p className={classes.found}>
      Brouillon retrouvé ({relative(at)}){' '}
      <button type="button" onClick={onDiscard}>
        Effacer
      </button>
    </p>
  );
}
