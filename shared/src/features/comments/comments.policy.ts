import type { Actor } from '../../core/actor.ts';
import { canEditDocument, canReadTemplate, canSuggest, leads, type TemplateFacts } from '../templates/templates.policy.ts';

/** A deleted comment can be taken back for this long. */
export const COMMENT_RESTORE_WITHIN_MS = 24 * 3_600_000;

export interface CommentFacts {
  authorId: string;
  /** It came with a Word file: its author here only brought it. */
  imported: boolean;
  deletedAt: Date | null;
  deletedBy: string | null;
}

export const canReadComments = canReadTemplate;

/** Whoever may propose upon the text may also speak of it. */
export const canComment = canSuggest;

const isOwn = (actor: Actor, comment: CommentFacts): boolean => comment.authorId === actor.personId;

/** One edits one’s own words: those somebody else wrote in Word stand as they were. */
export const canEditComment = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  canSuggest(actor, template) && isOwn(actor, comment) && !comment.imported && !comment.deletedAt;

/** One takes back one’s own words, also once the text is frozen. Another’s are never deleted, only removed (`canRemoveComment`). */
export const canDeleteComment = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  canReadTemplate(actor, template) && !comment.deletedAt && isOwn(actor, comment);

/** Who leads the model answers for what is said beside it, whatever its state; its author is told why, and the trail keeps it. */
export const canRemoveComment = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  canReadTemplate(actor, template) && !comment.deletedAt && !isOwn(actor, comment) && leads(actor, template);

/** Its author learns why it was removed; so do those who answer for it. */
export const canSeeCommentRemoval = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  isOwn(actor, comment) || leads(actor, template);

/** A deletion is recent for a day: until then it can be taken back. */
export const isRecentlyDeleted = ({ deletedAt }: CommentFacts): boolean =>
  deletedAt !== null && Date.now() - deletedAt.getTime() < COMMENT_RESTORE_WITHIN_MS;

/** Who deleted takes it back; what one who leads the model removed, another may. What its author withdrew is hers alone. */
export const canRestoreComment = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  canReadTemplate(actor, template) &&
  isRecentlyDeleted(comment) &&
  (comment.deletedBy === actor.personId || (comment.deletedBy !== comment.authorId && leads(actor, template)));

/** Who asked, or who writes in the document, says that it is settled or not. */
export const canResolve = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  canSuggest(actor, template) && !comment.deletedAt && (isOwn(actor, comment) || canEditDocument(actor, template));

export const canAnswer = (actor: Actor, template: TemplateFacts, comment: CommentFacts): boolean =>
  canSuggest(actor, template) && !comment.deletedAt;

export const commentAbilities = (actor: Actor, template: TemplateFacts, comment: CommentFacts) => ({
  'comment.edit': canEditComment(actor, template, comment),
  'comment.delete': canDeleteComment(actor, template, comment),
  'comment.remove': canRemoveComment(actor, template, comment),
  'comment.restore': canRestoreComment(actor, template, comment),
});
