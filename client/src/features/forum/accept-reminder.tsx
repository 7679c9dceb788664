import type { Reply, Thread } from '@beffroi/shared/features/forum/forum.contract';
import { useMe } from '../../lib/me.ts';
import classes from './accept-reminder.module.css';
import { goToReply, replyAnchor } from './use-arrivals.ts';

const ANSWERED_FOR_MS = 5 * 86_400_000;

/** To the asker, some days after the first answer: accepting one tells the others which to read. */
export function AcceptReminder({ thread, replies }: { thread: Thread; replies: readonly Reply[] }) {
  const { id } = useMe();
  if (thread.kind !== 'question' || thread.status !== 'answered' || thread.author.id !== id || !thread.abilities['thread.accept'])
    return null;
  const first = replies.find((reply) => !reply.deleted && !reply.parentId && reply.author.id !== id);
  if (!first || Date.now() - Date.parse(first.createdAt) < ANSWERED_FOR_MS) return null;
  return (
    <p className={classes.reminder} data-print="hidden">
      L’une de ces réponses vous a-t-elle aidé ? Retenez-la : vos collègues sauront laquelle lire.{' '}
      <a
        href={`#${replyAnchor(first.number)}`}
        onClick={(event) => {
          event.preventDefault();
          goToReply(first.number);
        }}
      >
        Voir les réponses
      </a>
    </p>
  );
}
