import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Reply } from '@beffroi/shared/features/forum/forum.contract';
import { canDeleteReply, canRestoreReply } from '@beffroi/shared/features/forum/forum.policy';
import { now } from '../../../platform/clock.ts';
import { presentReply, replyFacts } from '../forum.presenter.ts';
import { readableReply } from '../forum.queries.ts';
import { ReplyModel, type ReplyRecord } from '../reply.model.ts';
import { changeMark, settleReply } from '../settle.ts';

type Deletion = Pick<ReplyRecord, 'deletedAt' | 'deletedBy'>;

const setDeletion = async (
  actor: Actor,
  { reply, facts }: Awaited<ReturnType<typeof readableReply>>,
  deletion: Deletion,
): Promise<Reply> => {
  const changed = await ReplyModel.findOneAndUpdate(
    { _id: reply._id },
    { $set: { ...deletion, unsettled: changeMark(reply) } },
    { returnDocument: 'after' },
  ).lean<ReplyRecord>();
  if (!changed) throw new AppError('not-found');
  await settleReply(changed);
  return presentReply(actor, changed, facts);
};

/** Takes a reply out of sight; its place and its number stay. @throws AppError `not-found`, `forbidden` */
export const deleteReply = async (actor: Actor, id: string): Promise<Reply> => {
  const loaded = await readableReply(actor, id);
  if (!canDeleteReply(actor, loaded.facts, replyFacts(loaded.reply))) throw new AppError('forbidden');
  return setDeletion(actor, loaded, { deletedAt: now(), deletedBy: actor.personId });
};

/** Undoes a deletion. @throws AppError `not-found`, `forbidden` (not deleted, or too long ago) */
export const restoreReply = async (actor: Actor, id: string): Promise<Reply> => {
  const loaded = await readableReply(actor, id);
  if (!canRestoreReply(actor, loaded.facts, replyFacts(loaded.reply))) throw new AppError('forbidden');
  return setDeletion(actor, loaded, { deletedAt: null, deletedBy: null });
};
