import { longDay } from '../../lib/french-dates.ts';
import classes from './club-form.module.css';

/** Since when the club is archived, and what that means; nothing for a live one. */
export const ArchivedNotice = ({ since }: { since: string | null }) =>
  since && (
    <p className={classes.archived}>
      <strong>Archivé depuis le {longDay(since)}</strong>
      {'\u00a0: on le lit encore, on n’y écrit plus.'}
    </p>
  );
