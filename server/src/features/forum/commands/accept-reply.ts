import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canAccept, canAcceptReply } from '@beffroi/shared/features/forum/forum.policy';
import { now } from '../../../platform/clock.ts';
import { objectId } from '../../../platform/object-id.ts';
import { presentThread, replyFacts } from '../forum.presenter.ts';
import { type LoadedThread, readableThread } from '../forum.queries.ts';
import { ReplyModel, type ReplyRecord } from '../reply.model.ts';
import { changeMark, settleThread } from '../settle.ts';
import { ThreadModel, type ThreadRecord } from '../thread.model.ts';

const update = async (actor: Actor, { thread, club }: LoadedThread, acceptance: Partial<ThreadRecord>): Promise<Thread> => {
  const changed = await ThreadModel.findOneAndUpdate(
    { _id: thread._id },
    { $set: { ...acceptance, unsettled: changeMark(thread) } },
    { returnDocument: 'after' },
  ).lean<ThreadRecord>();
  if (!changed) throw new AppError('not-found');
  return presentThread(actor, await settleThread(changed), club);
};

/**
 * The asker, or a pilot, says which reply answered; another one accepted before gives way.
 * @throws AppError `not-found`, `forbidden`
 */
export const acceptReply = async (actor: Actor, { id, replyId }: { id: string; replyId: string }): Promise<Thread> => {
  const loaded = await readableThread(actor, id);
  if (!canAccept(actor, loaded.facts)) throw new AppError('forbidden');
  const reply = await ReplyModel.findOne({ _id: objectId(replyId), threadId: loaded.thread._id }).lean<ReplyRecord>();
  if (!reply) throw new AppError('not-found');
  if (!canAcceptReply(actor, loaded.facts, replyFacts(reply))) throw new AppError('forbidden');
  return update(actor, loaded, { acceptedReplyId: reply._id, acceptedAt: now(), acceptedBy: actor.personId, status: 'resolved' });
};

/** Takes the acceptance back. @throws AppError `not-found`, `forbidden` */
export const unacceptReply = async (actor: Actor, id: string): Promise<Thread> => {
  const loaded = await readableThread(actor, id);
  if (!canAccept(actor, loaded.facts)) throw new AppError('forbidden');
  return update(actor, loaded, { acceptedReplyId: null, acceptedAt: null, acceptedBy: null });
};
