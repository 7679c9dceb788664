import type { Actor } from '../../core/actor.ts';
import { canEditDocument, canReadTemplate, canSuggest, type TemplateFacts } from '../templates/templates.policy.ts';

/** A deleted comment can be taken back for this long. */
export const COMMENT_RESTORE_WITHIN_MS = 24 * 3_600_000;

export interface CommentFacts {
  authorId: string;
  deletedAt: Date | null;
  deletedBy: string | null;
}

export const canReadComments = canReadTemplate;

/** Whoever may propose upon the text may also speak of it. */
export const canComment = canSuggest;

const isOwn = (actor: Actor, comment: CommentFacts): boolean => comment.authorId === actor.personId;

export const canEditComment = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  canSuggest(actor, template) && isOwn(actor, comment) && !comment.deletedAt;

/** Its author, or who writes in the document. */
export const canDeleteComment = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  canSuggest(actor, template) && !comment.deletedAt && (isOwn(actor, comment) || canEditDocument(actor, template));

/** Who deleted it takes it back. */
export const canRestoreComment = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  canSuggest(actor, template) &&
  comment.deletedAt !== null &&
  comment.deletedBy === actor.personId &&
  Date.now() - comment.deletedAt.getTime() < COMMENT_RESTORE_WITHIN_MS;

/** Who asked, or who writes in the document, says that it is settled or not. */
export const canResolve = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  canSuggest(actor, template) && !comment.deletedAt && (isOwn(actor, comment) || canEditDocument(actor, template));

export const canAnswer = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  canSuggest(actor, template) && !comment.deletedAt;

export const commentAbilities = (actor: Actor, template: TemplateFacts, comment: CommentFacts) => ({
  'comment.edit': canEditComment(actor, template, comment),
  'comment.delete': canDeleteComment(actor, template, comment),
  'comment.restore': canRestoreComment(actor, template, comment),
});
