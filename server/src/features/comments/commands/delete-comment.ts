import type { Actor } from '@beffroi/shared/core/actor';
import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { canDeleteComment, canRestoreComment } from '@beffroi/shared/features/comments/comments.policy';
import { now } from '../../../platform/clock.ts';
import { changeComment } from '../change-comment.ts';
import { commentFacts } from '../comments.presenter.ts';
import { accessComment } from '../comments.queries.ts';

/** Takes a comment or an answer out of sight; its place stays while others answered it. @throws AppError `not-found`, `forbidden` */
export const deleteComment = async (actor: Actor, id: string): Promise<CommentThread> => {
  const loaded = await accessComment(actor, id, (by, facts, { comment }) => canDeleteComment(by, facts, commentFacts(comment)));
  return changeComment(actor, loaded, { deletedAt: null }, { deletedAt: now(), deletedBy: actor.personId });
};

/** Undoes a deletion. @throws AppError `not-found`, `forbidden` (not deleted, by another, or too long ago) */
export const restoreComment = async (actor: Actor, id: string): Promise<CommentThread> => {
  const loaded = await accessComment(actor, id, (by, facts, { comment }) => canRestoreComment(by, facts, commentFacts(comment)));
  return changeComment(actor, loaded, { deletedBy: actor.personId }, { deletedAt: null, deletedBy: null });
};
