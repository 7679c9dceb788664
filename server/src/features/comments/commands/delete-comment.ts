import type { Actor } from '@beffroi/shared/core/actor';
import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { canDeleteComment, canRestoreComment } from '@beffroi/shared/features/comments/comments.policy';
import { newAct } from '../../../platform/audit-trail.ts';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { changeComment } from '../change-comment.ts';
import { commentFacts } from '../comments.presenter.ts';
import { accessComment, type LoadedComment } from '../comments.queries.ts';

/** What an editor does to another's comment is a moderation, written with it; to one's own it is not. */
const actsOf = async (actor: Actor, { thread, comment, template }: LoadedComment, action: 'remove-comment' | 'restore-comment') => {
  if (comment.author.id === actor.personId) return [];
  const target = { kind: 'template' as const, id: template.id, threadId: null, number: null, label: template.title };
  return [newAct({ by: await personRef(actor.personId), action, clubId: thread.clubId, target, before: comment.author.name })];
};

/** Takes a comment or an answer out of sight; its place stays while others answered it. @throws AppError `not-found`, `forbidden` */
export const deleteComment = async (actor: Actor, id: string): Promise<CommentThread> => {
  const loaded = await accessComment(actor, id, (by, facts, { comment }) => canDeleteComment(by, facts, commentFacts(comment)));
  return changeComment(
    actor,
    loaded,
    { deletedAt: null },
    { deletedAt: now(), deletedBy: actor.personId },
    {
      acts: await actsOf(actor, loaded, 'remove-comment'),
    },
  );
};

/** Undoes a deletion. @throws AppError `not-found`, `forbidden` (not deleted, by another, or too long ago) */
export const restoreComment = async (actor: Actor, id: string): Promise<CommentThread> => {
  const loaded = await accessComment(actor, id, (by, facts, { comment }) => canRestoreComment(by, facts, commentFacts(comment)));
  return changeComment(
    actor,
    loaded,
    { deletedBy: actor.personId },
    { deletedAt: null, deletedBy: null },
    {
      acts: await actsOf(actor, loaded, 'restore-comment'),
    },
  );
};
