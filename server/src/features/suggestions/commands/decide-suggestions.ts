import { proposalsInArticle, proposalsOf } from '@beffroi/shared/collab/proposals';
import type { Actor } from '@beffroi/shared/core/actor';
import { type DecisionTaken, SUGGESTION_LIMITS, type SuggestionDecision } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { canDecide } from '@beffroi/shared/features/suggestions/suggestions.policy';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { contentOf } from '../../../collab/document-content.ts';
import { accessTemplate } from '../../templates/template-access.queries.ts';
import { carryOutDecision } from '../carry-out-decision.ts';

interface Decide {
  id: string;
  decision: SuggestionDecision;
  ids?: string[] | undefined;
  articleId?: string | undefined;
}

/**
 * Accepts or refuses suggestions: these, those of an article, or all there are.
 * @throws AppError `not-found` (also when none of them is left), `forbidden`
 */
export const decideSuggestions = async (
  actor: Actor,
  { id, decision, ids, articleId }: Decide,
  documents: LiveDocuments,
): Promise<DecisionTaken> => {
  const template = await accessTemplate(actor, id, canDecide);
  const content = contentOf(await documents.read(template.documentId));
  const chosen = ids ?? (articleId ? proposalsInArticle(content, articleId) : null);
  const wanted = chosen && new Set(chosen);
  const proposed = proposalsOf(content).filter((one) => !wanted || wanted.has(one.id));
  return carryOutDecision(actor, template, proposed.slice(0, SUGGESTION_LIMITS.decided), decision, documents);
};
