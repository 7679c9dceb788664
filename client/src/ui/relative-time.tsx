import { useNow } from '../lib/clock.ts';
import { longDate, relative, relativeInSentence } from '../lib/french-dates.ts';
import classes from './relative-time.module.css';

interface RelativeTimeProps {
  at: string;
  /** Makes the time a stop of the keyboard, where no link around or beside it is one already. */
  focusable?: boolean;
  /** It follows a verb: « Publiée le 17 novembre » rather than « 17 nov. ». */
  inSentence?: boolean;
}

/** « il y a 12 min », with the full date on hover, and on focus of it or of its row (`[data-row]`). */
export const RelativeTime = ({ at, focusable = false, inSentence = false }: RelativeTimeProps) => {
  const now = useNow();
  const absolute = longDate(at, now);
  return (
    <time className={classes.time} dateTime={at} data-absolute={absolute} {...(focusable && { tabIndex: 0, 'aria-label': absolute })}>
      {inSentence ? relativeInSentence(at, now) : relative(at, now)}
    </time>
  );
};
