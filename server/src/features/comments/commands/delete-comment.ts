import type { Actor } from '@beffroi/shared/core/actor';
import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { canDeleteComment, canRemoveComment, canRestoreComment } from '@beffroi/shared/features/comments/comments.policy';
import { newAct } from '../../../platform/audit-trail.ts';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { changeComment } from '../change-comment.ts';
import { commentFacts } from '../comments.presenter.ts';
import { accessComment, type LoadedComment } from '../comments.queries.ts';

/** What is done to another's comment is a moderation, written with it; what one does to one's own is not. */
const actOn = async (actor: Actor, loaded: LoadedComment, action: 'remove-comment' | 'restore-comment', reason: string | null = null) => {
  const { thread, comment, template } = loaded;
  const target = { kind: 'template' as const, id: template.id, threadId: null, number: null, label: template.title };
  return newAct({ by: await personRef(actor.personId), action, clubId: thread.clubId, target, reason, before: comment.author.name });
};

/** Takes a comment or an answer of one's own out of sight; its place stays while others answered it. @throws AppError `not-found`, `forbidden` */
export const deleteComment = async (actor: Actor, id: string): Promise<CommentThread> => {
  const loaded = await accessComment(actor, id, (by, facts, { comment }) => canDeleteComment(by, facts, commentFacts(comment)));
  return changeComment(actor, loaded, { deletedAt: null }, { deletedAt: now(), deletedBy: actor.personId, removal: null });
};

/** The same of another's, who is told why. @throws AppError `not-found`, `forbidden`, `conflict` (gone meanwhile) */
export const removeComment = async (actor: Actor, { id, reason }: { id: string; reason: string }): Promise<CommentThread> => {
  const loaded = await accessComment(actor, id, (by, facts, { comment }) => canRemoveComment(by, facts, commentFacts(comment)));
  const act = await actOn(actor, loaded, 'remove-comment', reason);
  const removal = { by: act.by, reason, actId: act._id };
  return changeComment(actor, loaded, { deletedAt: null }, { deletedAt: now(), deletedBy: actor.personId, removal }, { acts: [act] });
};

/** Undoes a deletion or a removal. @throws AppError `not-found`, `forbidden` (not deleted, not hers to undo, or too long ago) */
export const restoreComment = async (actor: Actor, id: string): Promise<CommentThread> => {
  const loaded = await accessComment(actor, id, (by, facts, { comment }) => canRestoreComment(by, facts, commentFacts(comment)));
  const { author, deletedBy } = loaded.comment;
  const acts = deletedBy === author.id ? [] : [await actOn(actor, loaded, 'restore-comment')];
  return changeComment(actor, loaded, { deletedBy }, { deletedAt: null, deletedBy: null, removal: null }, { acts });
};
