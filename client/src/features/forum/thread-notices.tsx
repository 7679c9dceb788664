import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { Link } from 'react-router';
import { typeset } from '../../editor/french-typography.ts';
import { longDate } from '../../lib/french-dates.ts';
import { plural } from '../../lib/french-text.ts';
import { useMe } from '../../lib/me.ts';
import { personPath, threadPath } from '../../lib/paths.ts';
import { personLabel } from '../../ui/person-avatar.tsx';
import classes from './thread-notices.module.css';

/** Above a thread: that it was asked before, and where. */
export function AskedBefore({ thread: { duplicate, duplicateOf } }: { thread: Thread }) {
  if (!duplicate) return null;
  return (
    <p className={classes.notice}>
      <b>Déjà posée</b>
      {duplicateOf ? (
        <>
          {'\u00a0: '}
          <Link to={threadPath(duplicateOf.clubSlug, duplicateOf.id)}>{typeset(duplicateOf.title)}</Link>
        </>
      ) : (
        ', dans un sujet qui ne vous est pas ouvert.'
      )}
    </p>
  );
}

/** How many asked the same later. */
export const askedAgain = (count: number): string => `${plural(count, 'sujet repose', 'sujets reposent')} la même question`;

/** In the place of the form, where a thread takes no more replies. */
export function ClosedNotice({ thread: { closure, duplicate } }: { thread: Thread }) {
  if (!closure) return duplicate ? <p className={classes.closed}>Les réponses se donnent dans le premier sujet.</p> : null;
  return (
    <p className={classes.closed}>
      Sujet fermé par {personLabel(closure.by)} le <time dateTime={closure.at}>{longDate(closure.at)}</time>
      {closure.reason ? `\u00a0: ${closure.reason}` : '.'}
    </p>
  );
}

/** To its author, and to those who animate the club: why a text was removed, and to whom one may write. */
export function RemovalNotice({ removal, what }: { removal: Thread['removal']; what: string }) {
  const me = useMe();
  if (!removal) return null;
  return (
    <span className={classes.removal}>
      {what} par{' '}
      {removal.by.id === me.id ? (
        'vous'
      ) : (
        <>
          <Link to={personPath(removal.by.id)}>{personLabel(removal.by)}</Link>, à qui vous pouvez écrire
        </>
      )}
      . Motif&nbsp;: {removal.reason}
    </span>
  );
}
