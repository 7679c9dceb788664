import type { Actor } from '@beffroi/shared/core/actor';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { KnownClub } from '../clubs/known-clubs.queries.ts';
import { readableThread } from './forum.queries.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { ThreadModel } from './thread.model.ts';

interface AcceptedAnswer {
  club: KnownClub;
  thread: { title: string; author: PersonRef };
  /** Null while none is accepted, or the thread is deleted. */
  answer: { id: string; number: number; author: PersonRef; at: Date } | null;
}

/** What answered a thread, as the actor may read it: two commands. @throws AppError `not-found` */
export const acceptedAnswer = async (actor: Actor, id: string): Promise<AcceptedAnswer> => {
  const { club, thread } = await readableThread(actor, id);
  const reply =
    thread.status === 'resolved' && !thread.deletedAt && thread.acceptedReplyId
      ? await ReplyModel.findOne({ _id: thread.acceptedReplyId, deletedAt: null }, { body: 0 }).lean<ReplyRecord>()
      : null;
  const answer = reply && { id: reply._id.toHexString(), number: reply.number, author: reply.author, at: reply.createdAt };
  return { club, thread: { title: thread.title, author: thread.author }, answer };
};

/** The text of what answered a thread, as the actor may read it; null while none is accepted. @throws AppError `not-found` */
export const acceptedText = async (actor: Actor, id: string): Promise<RichText | null> => {
  const { thread } = await readableThread(actor, id);
  if (thread.status !== 'resolved' || thread.deletedAt || !thread.acceptedReplyId) return null;
  const reply = await ReplyModel.findOne({ _id: thread.acceptedReplyId, deletedAt: null }, { body: 1 }).lean<Pick<ReplyRecord, 'body'>>();
  return reply?.body ?? null;
};

/** Whether an answer and its thread can still be read by those who read their club: two commands. */
export const answerStands = async (threadId: string, replyId: string): Promise<boolean> => {
  const [thread, reply] = await Promise.all([
    ThreadModel.exists({ _id: threadId, deletedAt: null }),
    ReplyModel.exists({ _id: replyId, deletedAt: null }),
  ]);
  return Boolean(thread && reply);
};
