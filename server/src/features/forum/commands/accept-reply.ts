import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canAccept, canAcceptReply } from '@beffroi/shared/features/forum/forum.policy';
import { now } from '../../../platform/clock.ts';
import { objectId } from '../../../platform/object-id.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { changeThread } from '../change-thread.ts';
import { replyFacts } from '../forum.presenter.ts';
import { type LoadedThread, readableThread } from '../forum.queries.ts';
import { actOnThread } from '../moderation-acts.ts';
import { ReplyModel, type ReplyRecord } from '../reply.model.ts';

/** A pilot's word on somebody else's question is a moderation, written with it; the asker's own is not. */
const actsOf = async (actor: Actor, { thread }: LoadedThread, action: 'accept-reply' | 'unaccept-reply', after: string | null) =>
  thread.author.id === actor.personId ? [] : [actOnThread(thread, { by: await personRef(actor.personId), action, after })];

const written = (thread: Thread | null): Thread => {
  if (!thread) throw new AppError('not-found');
  return thread;
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
  const acts = await actsOf(actor, loaded, 'accept-reply', String(reply.number));
  const set = { acceptedReplyId: reply._id, acceptedAt: now(), acceptedBy: actor.personId, status: 'resolved' as const };
  return written(await changeThread(actor, loaded, { set, acts }));
};

/** Takes the acceptance back. @throws AppError `not-found`, `forbidden` */
export const unacceptReply = async (actor: Actor, id: string): Promise<Thread> => {
  const loaded = await readableThread(actor, id);
  if (!canAccept(actor, loaded.facts)) throw new AppError('forbidden');
  const acts = loaded.thread.acceptedReplyId ? await actsOf(actor, loaded, 'unaccept-reply', null) : [];
  return written(await changeThread(actor, loaded, { set: { acceptedReplyId: null, acceptedAt: null, acceptedBy: null }, acts }));
};
