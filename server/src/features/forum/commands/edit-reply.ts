import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { Reply } from '@beffroi/shared/features/forum/forum.contract';
import { canEditReply } from '@beffroi/shared/features/forum/forum.policy';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { checkReferences } from '../check-references.ts';
import { presentReply, replyFacts } from '../forum.presenter.ts';
import { readableReply } from '../forum.queries.ts';
import { keepRevision } from '../keep-revision.ts';
import { actOnReply, versions } from '../moderation-acts.ts';
import { ReplyModel, type ReplyRecord } from '../reply.model.ts';
import { changeMark, settleReply } from '../settle.ts';

/**
 * Edits a reply; the version before is kept.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`, `conflict` with the reply as it stands when `version` is not the last
 */
export const editReply = async (
  actor: Actor,
  { id, version, body: written }: { id: string; version: number; body: RichText },
): Promise<Reply> => {
  const { reply, thread, club, facts } = await readableReply(actor, id);
  if (!canEditReply(actor, facts, replyFacts(reply))) throw new AppError('forbidden');
  const [body, editedBy] = await Promise.all([checkReferences(actor, written, club.id), personRef(actor.personId)]);
  if (reply.version === version) await keepRevision(reply, null);
  const edited = await ReplyModel.findOneAndUpdate(
    { _id: reply._id, version, deletedAt: null },
    {
      $set: { body, editedAt: now(), editedBy, unsettled: changeMark(reply) },
      $inc: { version: 1 },
      ...(reply.author.id !== actor.personId && {
        $push: { acts: actOnReply(thread, reply, { by: editedBy, action: 'edit', ...versions(version) }) },
      }),
    },
    { returnDocument: 'after' },
  ).lean<ReplyRecord>();
  if (!edited) throw new AppError('conflict', { current: presentReply(actor, (await readableReply(actor, id)).reply, facts) });
  await settleReply(edited);
  return presentReply(actor, edited, facts);
};
