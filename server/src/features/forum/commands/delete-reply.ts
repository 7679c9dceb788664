import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Reply } from '@beffroi/shared/features/forum/forum.contract';
import { canDeleteReply, canRestoreReply } from '@beffroi/shared/features/forum/forum.policy';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { presentReply, replyFacts } from '../forum.presenter.ts';
import { readableReply } from '../forum.queries.ts';
import { actOnReply } from '../moderation-acts.ts';
import { ReplyModel, type ReplyRecord } from '../reply.model.ts';
import { changeMark, settleReply } from '../settle.ts';

type LoadedReply = Awaited<ReturnType<typeof readableReply>>;
type Deletion = Pick<ReplyRecord, 'deletedAt' | 'deletedBy' | 'removal'>;

const setDeletion = async (
  actor: Actor,
  { reply, thread, facts }: LoadedReply,
  deletion: Omit<Deletion, 'removal'>,
  reason?: string,
): Promise<Reply> => {
  const byAnother = reply.author.id !== actor.personId;
  const by = byAnother ? await personRef(actor.personId) : null;
  const acts = by ? [actOnReply(thread, reply, { by, action: deletion.deletedAt ? 'remove' : 'restore', reason })] : [];
  const removal = by && reason ? { by, reason } : null;
  const changed = await ReplyModel.findOneAndUpdate(
    { _id: reply._id, ...(deletion.deletedAt && { deletedAt: null }) },
    { $set: { ...deletion, removal, unsettled: changeMark(reply) }, ...(acts.length > 0 && { $push: { acts: { $each: acts } } }) },
    { returnDocument: 'after' },
  ).lean<ReplyRecord>();
  if (!changed) throw new AppError('not-found');
  await settleReply(changed);
  return presentReply(actor, changed, facts);
};

/** Takes a reply out of sight, with the reason its author is told when it is another's; its place and its number stay. */
export const takeOutReply = (actor: Actor, loaded: LoadedReply, reason?: string): Promise<Reply> =>
  setDeletion(actor, loaded, { deletedAt: now(), deletedBy: actor.personId }, reason);

/** Takes a reply out of sight; its place and its number stay. @throws AppError `not-found`, `forbidden` */
export const deleteReply = async (actor: Actor, id: string): Promise<Reply> => {
  const loaded = await readableReply(actor, id);
  if (!canDeleteReply(actor, loaded.facts, replyFacts(loaded.reply))) throw new AppError('forbidden');
  return takeOutReply(actor, loaded);
};

/** Undoes a deletion. @throws AppError `not-found`, `forbidden` (not deleted, or too long ago) */
export const restoreReply = async (actor: Actor, id: string): Promise<Reply> => {
  const loaded = await readableReply(actor, id);
  if (!canRestoreReply(actor, loaded.facts, replyFacts(loaded.reply))) throw new AppError('forbidden');
  return setDeletion(actor, loaded, { deletedAt: null, deletedBy: null });
};
