import { proposalsOf } from '@beffroi/shared/collab/proposals';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { DecisionTaken } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { canPropose, canWithdraw } from '@beffroi/shared/features/suggestions/suggestions.policy';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { contentOf } from '../../../collab/document-content.ts';
import { accessTemplate } from '../../templates/template-access.queries.ts';
import { carryOutDecision } from '../carry-out-decision.ts';

/** Takes back a suggestion of one's own. @throws AppError `not-found` (also when it was decided), `forbidden` */
export const withdrawSuggestion = async (
  actor: Actor,
  { id, suggestionId }: { id: string; suggestionId: string },
  documents: LiveDocuments,
): Promise<DecisionTaken> => {
  const template = await accessTemplate(actor, id, canPropose);
  const proposed = proposalsOf(contentOf(await documents.read(template.documentId))).filter((one) => one.id === suggestionId);
  if (proposed.some((one) => !canWithdraw(actor, template.facts, one))) throw new AppError('forbidden');
  return carryOutDecision(actor, template, proposed, 'withdraw', documents);
};
