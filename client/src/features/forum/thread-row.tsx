import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import { Fragment, type ReactNode } from 'react';
import { typeset } from '../../editor/french-typography.ts';
import { inForce } from '../../lib/french-dates.ts';
import { plural } from '../../lib/french-text.ts';
import { threadPath } from '../../lib/paths.ts';
import { StatusTag } from '../../lib/status-tag.tsx';
import { ClubMark } from '../../ui/club-mark.tsx';
import { ListRow } from '../../ui/list-card.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { Tag } from '../../ui/tag.tsx';
import { KindMark } from './kind-mark.tsx';
import classes from './thread-row.module.css';

/** « 3 collègues se posent la même question », the asker left out. */
const sharedBy = (count: number): string => `${plural(count, 'collègue se pose', 'collègues se posent')} la même question`;

/** The state in one pill: how many answers where there are some and none is accepted. What is no question is known by its kind. */
function State({ thread }: { thread: ThreadItem }) {
  if (thread.duplicate) return <Tag>Déjà posée</Tag>;
  if (thread.closed) return <Tag>Fermé</Tag>;
  if (thread.kind !== 'question') return <KindMark kind={thread.kind} />;
  if (thread.status === 'answered') return <Tag>{plural(thread.replyCount, 'réponse', 'réponses')}</Tag>;
  return <StatusTag status={thread.status} />;
}

interface ThreadRowProps {
  thread: ThreadItem;
  /** Shows the club's mark, where the list is not that club's own. */
  club?: ClubCard | undefined;
  /** What the one time says: when it was asked, or when something last happened. */
  time?: 'asked' | 'active';
  fresh?: boolean;
  /** Why it is shown, where the list does not say it: « vous mentionne ». */
  why?: string | undefined;
  /** What one may do with it from here, in the place of its state. */
  action?: ReactNode;
}

/** What is new in it to the reader, in words beside the dot: colour alone says nothing. */
function News({ thread }: { thread: ThreadItem }) {
  const { isNew, unread } = thread;
  if (!isNew && !unread) return null;
  return (
    <>
      <span className={classes.unread}>{isNew ? 'Nouveau' : plural(unread ?? 0, 'nouvelle', 'nouvelles')}</span>
      {' · '}
    </>
  );
}

/** One thread of a list: its title, two facts, one state, one time. */
export function ThreadRow({ thread, club, time = 'active', fresh, why, action }: ThreadRowProps) {
  const replied = time === 'active' && thread.replyCount > 0;
  return (
    <ListRow {...(fresh && { fresh })}>
      {club && (
        <span className={classes.mark}>
          <ClubMark mark={club.mark} hue={club.hue} />
        </span>
      )}
      <div className={classes.words}>
        <h3 className={classes.title} data-unread={thread.isNew || Boolean(thread.unread) || undefined}>
          <RowLink to={threadPath(thread.clubSlug, thread.id)}>{typeset(thread.title)}</RowLink>
        </h3>
        <p className={classes.facts}>
          <News thread={thread} />
          {why && <>{why} · </>}
          {thread.effectiveOn && (
            <>
              <b>{inForce(thread.effectiveOn)}</b>
              {' · '}
            </>
          )}
          {personLabel(thread.author)}
          {' · '}
          {replied ? 'dernière réponse ' : ''}
          <RelativeTime at={replied ? thread.lastActivityAt : thread.createdAt} />
          {thread.meTooCount > 0 && <> · {sharedBy(thread.meTooCount)}</>}
          {(thread.status === 'resolved' || thread.kind !== 'question') && thread.replyCount > 0 && (
            <> · {plural(thread.replyCount, 'réponse', 'réponses')}</>
          )}
          {thread.tags?.map(({ slug, name }) => (
            <Fragment key={slug}>
              {' '}
              <span className={classes.tag}>{name}</span>
            </Fragment>
          ))}
        </p>
      </div>
      <span className={classes.state}>{action ?? <State thread={thread} />}</span>
    </ListRow>
  );
}
