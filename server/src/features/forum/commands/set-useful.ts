import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Reply } from '@beffroi/shared/features/forum/forum.contract';
import { canVote } from '@beffroi/shared/features/forum/forum.policy';
import { publish } from '../../../platform/events.ts';
import { inBackground } from '../../../platform/logger.ts';
import { presentReply, replyFacts } from '../forum.presenter.ts';
import { readableReply } from '../forum.queries.ts';
import { ReplyModel, type ReplyRecord } from '../reply.model.ts';

/**
 * Says, or takes back, that a reply was useful. Said twice, it counts once.
 * @throws AppError `not-found`, `forbidden` (one’s own reply)
 */
export const setUseful = async (actor: Actor, id: string, useful: boolean): Promise<Reply> => {
  const { reply, facts } = await readableReply(actor, id);
  if (!canVote(actor, facts, replyFacts(reply))) throw new AppError('forbidden');
  const { personId } = actor;
  const changed = await ReplyModel.findOneAndUpdate(
    { _id: reply._id, usefulBy: useful ? { $ne: personId } : personId },
    useful ? { $push: { usefulBy: personId }, $inc: { usefulCount: 1 } } : { $pull: { usefulBy: personId }, $inc: { usefulCount: -1 } },
    { returnDocument: 'after' },
  ).lean<ReplyRecord>();
  if (!changed) return presentReply(actor, (await readableReply(actor, id)).reply, facts);
  const ids = { replyId: id, threadId: reply.threadId.toHexString(), clubId: reply.clubId, version: changed.version };
  inBackground('tell a vote', () => publish('forum.reply.voted', ids));
  return presentReply(actor, changed, facts);
};
