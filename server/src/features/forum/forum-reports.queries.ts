import type { Actor } from '@beffroi/shared/core/actor';
import { excerptOf } from '../../platform/excerpt.ts';
import { replyFacts } from './forum.presenter.ts';
import { readableReply, readableThread } from './forum.queries.ts';
import type { ReplyRecord } from './reply.model.ts';
import type { ThreadRecord } from './thread.model.ts';

const postOf = (thread: ThreadRecord, reply: ReplyRecord | null) => {
  const threadId = thread._id.toHexString();
  const text = reply ?? thread;
  return {
    post: reply ? `reply:${reply._id.toHexString()}` : `thread:${threadId}`,
    clubId: thread.clubId,
    threadId,
    replyId: reply?._id.toHexString() ?? null,
    number: reply?.number ?? null,
    title: thread.title,
    excerpt: excerptOf(text.body),
    author: text.author,
    decision: null,
  };
};

/** A thread as whoever may read it would report it. @throws AppError `not-found` */
export const reportableThread = async (actor: Actor, id: string) => {
  const { thread, facts } = await readableThread(actor, id);
  return { post: postOf(thread, null), facts };
};

/** A reply as whoever may read it would report it. @throws AppError `not-found` */
export const reportableReply = async (actor: Actor, id: string) => {
  const { thread, facts, reply } = await readableReply(actor, id);
  return { post: postOf(thread, reply), facts, reply: replyFacts(reply) };
};
