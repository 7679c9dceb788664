import type { Notification } from '@beffroi/shared/features/notifications/notifications.contract';
import { notificationSentence } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { typeset } from '../../editor/french-typography.ts';
import { plural } from '../../lib/french-text.ts';
import { clubPath, commentPath, threadPath } from '../../lib/paths.ts';
import { ListRow } from '../../ui/list-card.tsx';
import { PersonAvatar, personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import classes from './notification-row.module.css';
import type { NotificationGroup } from './notifications.api.ts';

/** Where a line leads: the first of the replies it tells of, so that one reads on from there. */
const targetOf = ({ latest, all }: NotificationGroup): string | null => {
  const { club, thread, template, about } = latest;
  if (about) return about.path;
  if (!club) return null;
  if (template) return commentPath(template.id, latest.commentId);
  if (thread) return threadPath(club.slug, thread.id, all.at(-1)?.replyNumber);
  return latest.kind === 'join-request' ? `${clubPath(club.slug)}/membres` : clubPath(club.slug);
};

const titleOf = ({ club, thread, template, about }: Notification): string =>
  thread || template || about
    ? typeset((thread ?? template ?? about)?.title ?? '')
    : club
      ? `Club ${club.name}`
      : 'Un échange qui ne vous est plus ouvert';

const Sentence = ({ group: { latest, all } }: { group: NotificationGroup }) => {
  const [others, label] = [new Set(all.map(({ by }) => by?.id)).size - 1, latest.by && personLabel(latest.by)];
  const { who, did } = notificationSentence(latest.kind, label);
  if (all.length === 1)
    return (
      <>
        {who && <b>{who}</b>} {did}
      </>
    );
  return (
    <>
      <b>{plural(all.length, 'réponse', 'réponses')}</b> de {who}
      {others > 0 && ` et ${plural(others, 'autre personne', 'autres personnes')}`}
    </>
  );
};

interface NotificationRowProps {
  group: NotificationGroup;
  /** Marks the whole line as read. */
  onRead: (ids: string[]) => void;
  onOpen?: () => void;
}

/** One line of what one was told; opening it reads it. */
export function NotificationRow({ group, onRead, onOpen }: NotificationRowProps) {
  const { latest, all } = group;
  const [target, title] = [targetOf(group), titleOf(latest)];
  const read = () => {
    if (!latest.read) onRead(all.map(({ id }) => id));
  };
  return (
    <ListRow>
      <span className={classes.avatar}>
        {latest.by ? <PersonAvatar person={latest.by} size={34} /> : <span className={classes.nobody} aria-hidden />}
      </span>
      <div className={classes.words} data-unread={!latest.read || undefined}>
        <h3 className={classes.title}>
          {target ? (
            <RowLink
              to={target}
              onClick={() => {
                read();
                onOpen?.();
              }}
            >
              {!latest.read && <span className={classes.hidden}>Non lu. </span>}
              {title}
            </RowLink>
          ) : (
            title
          )}
        </h3>
        <p className={classes.sentence}>
          <Sentence group={group} />
          {(latest.thread ?? latest.template) && latest.club && <span className={classes.club}> · {latest.club.name}</span>}
          {latest.about && <span className={classes.club}> · {latest.about.place}</span>} · <RelativeTime at={latest.at} />
        </p>
        {latest.note && <p className={classes.note}>{typeset(latest.note)}</p>}
      </div>
      {!latest.read && (
        <button type="button" className={classes.read} onClick={read} aria-label={`Marquer comme lu : ${title}`} title="Marquer comme lu" />
      )}
    </ListRow>
  );
}
