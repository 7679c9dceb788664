import type { Actor } from '@beffroi/shared/core/actor';
import { mentionsOf, type RichText } from '@beffroi/shared/core/rich-text';
import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { canEditComment } from '@beffroi/shared/features/comments/comments.policy';
import { now } from '../../../platform/clock.ts';
import { withTrueMentions } from '../../accounts/mentions.queries.ts';
import { changeComment } from '../change-comment.ts';
import { commentFacts } from '../comments.presenter.ts';
import { accessComment } from '../comments.queries.ts';

/** Edits a comment or an answer of one's own; who is mentioned in it from now on is told. @throws AppError `not-found`, `forbidden`, `invalid-input`, `conflict` */
export const editComment = async (
  actor: Actor,
  { id, version, body: written }: { id: string; version: number; body: RichText },
): Promise<CommentThread> => {
  const loaded = await accessComment(actor, id, (by, facts, { comment }) => canEditComment(by, facts, commentFacts(comment)));
  const body = await withTrueMentions(actor, written);
  const before = new Set(mentionsOf(loaded.comment.body));
  const tell = mentionsOf(body).some((personId) => !before.has(personId));
  return changeComment(actor, loaded, { version, deletedAt: null }, { body, editedAt: now() }, { nextVersion: true, tell });
};
