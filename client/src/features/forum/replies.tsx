import type { Reply, Thread } from '@beffroi/shared/features/forum/forum.contract';
import { Fragment, useState } from 'react';
import classes from './replies.module.css';
import { ReplyBox } from './reply-box.tsx';
import { ReplyCard } from './reply-card.tsx';
import { type Conversation, conversations } from './reply-log.ts';
import { focusReplySoon } from './use-arrivals.ts';

interface RepliesProps {
  thread: Thread;
  replies: readonly Reply[];
  fresh: ReadonlySet<number>;
  /** The reply the address names. */
  target: number | null;
  /** Where what is new to the reader begins. */
  firstUnread: number | null;
  onSent: (reply: Reply) => void;
}

/** The replies in order, those that answer one of them under it. */
export function Replies({ thread, replies, fresh, target, firstUnread, onSent }: RepliesProps) {
  const [answering, setAnswering] = useState<string | null>(null);
  const mayReply = thread.abilities['thread.reply'];
  const newFrom = (reply: Reply) => reply.number === firstUnread && <p className={classes.news}>Nouvelles réponses</p>;
  const card = (reply: Reply, parentId: string) => (
    <Fragment key={reply.id}>
      {newFrom(reply)}
      <ReplyCard
        thread={thread}
        reply={reply}
        fresh={fresh.has(reply.number)}
        target={target === reply.number}
        onReply={mayReply && !reply.deleted ? () => setAnswering(parentId) : undefined}
      />
    </Fragment>
  );
  return (
    <div className={classes.replies}>
      {conversations(replies).map(({ reply, answers }: Conversation) => (
        <div key={reply.id} className={classes.conversation}>
          {card(reply, reply.id)}
          {(answers.length > 0 || answering === reply.id) && (
            <div className={classes.answers}>
              {answers.map((answer) => card(answer, reply.id))}
              {answering === reply.id && (
                <ReplyBox
                  thread={thread}
                  parentId={reply.id}
                  onSent={(sent) => {
                    setAnswering(null);
                    onSent(sent);
                  }}
                  onCancel={() => {
                    setAnswering(null);
                    focusReplySoon(reply.number);
                  }}
                />
              )}
            </div>
          )}
        </div>
      ))}
    </div>
  );
}
