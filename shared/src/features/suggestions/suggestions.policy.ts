import type { Actor } from '../../core/actor.ts';
import { canEditDocument, canSuggest, type TemplateFacts } from '../templates/templates.policy.ts';

/** Whoever may propose upon a document, does. */
export const canPropose = canSuggest;

/** Whoever may write in the document decides what becomes of it. */
export const canDecide = canEditDocument;

/** One takes back what one proposed oneself, as long as one may propose there. */
export const canWithdraw = (actor: Actor, template: TemplateFacts, suggestion: { authorId: string }): boolean =>
  canSuggest(actor, template) && suggestion.authorId === actor.personId;
