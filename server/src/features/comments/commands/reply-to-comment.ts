import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { RichText } from '@beffroi/shared/core/rich-text';
import { COMMENT_LIMITS, type CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { canAnswer } from '@beffroi/shared/features/comments/comments.policy';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { withTrueMentions } from '../../accounts/mentions.queries.ts';
import { changeThread } from '../change-comment.ts';
import { newComment } from '../comment-thread.model.ts';
import { commentFacts, presentCommentThread } from '../comments.presenter.ts';
import { accessComment } from '../comments.queries.ts';

interface NewReply {
  id: string;
  body: RichText;
  idempotencyKey?: string | undefined;
}

/**
 * Answers a comment; an answer opens a resolved one again. Sent again with the same key, it is written once.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`
 */
export const replyToComment = async (actor: Actor, { id, idempotencyKey, ...input }: NewReply): Promise<CommentThread> => {
  const loaded = await accessComment(actor, id, (by, facts, { thread }) => canAnswer(by, facts, commentFacts(thread)));
  const { thread, template, comment } = loaded;
  if (comment !== thread)
    throw new AppError('invalid-input', { errors: [{ path: 'id', message: 'On répond à un commentaire, pas à une réponse.' }] });
  const isSent = ({ author, idempotencyKey: key }: typeof comment) =>
    Boolean(key) && key === idempotencyKey && author.id === actor.personId;
  if (thread.replies.some(isSent)) return presentCommentThread(actor, thread, template.facts);
  if (thread.replies.length >= COMMENT_LIMITS.replies)
    throw new AppError('forbidden', {
      detail: `${COMMENT_LIMITS.replies} réponses à un commentaire\u00a0: ouvrez plutôt un sujet dans le club.`,
    });
  const [author, body] = await Promise.all([personRef(actor.personId), withTrueMentions(actor, input.body)]);
  const reply = newComment({ author, body, createdAt: now(), idempotencyKey });
  const condition = {
    deletedAt: null,
    [`replies.${COMMENT_LIMITS.replies - 1}`]: { $exists: false },
    ...(idempotencyKey && { 'replies.idempotencyKey': { $ne: idempotencyKey } }),
  };
  return changeThread(actor, loaded, condition, { $push: { replies: reply, untold: reply._id.toHexString() }, $set: { resolution: null } });
};
