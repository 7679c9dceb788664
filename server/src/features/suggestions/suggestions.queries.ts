import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import { type DecisionTaken, SUGGESTION_LIMITS } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { canReadTemplate } from '@beffroi/shared/features/templates/templates.policy';
import { beforeCursor, encodeCursor } from '../../platform/cursor.ts';
import { accessTemplate } from '../templates/template-access.queries.ts';
import { SuggestionDecisionModel, type SuggestionDecisionRecord } from './suggestion-decision.model.ts';
import { presentDecision } from './suggestions.presenter.ts';

/** A margin of more could not be read, nor decided. @param waiting suggestions in the document @throws AppError `forbidden` */
export const assertRoomForSuggestion = (waiting: number): void => {
  if (waiting < SUGGESTION_LIMITS.waiting) return;
  throw new AppError('forbidden', {
    detail: `${SUGGESTION_LIMITS.waiting} suggestions attendent déjà dans ce document\u00a0: il faut d’abord en décider.`,
  });
};

interface ListInput {
  id: string;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** What was decided on the suggestions of a model, the last first. @throws AppError `not-found` */
export const listDecisions = async (
  actor: Actor,
  { id, cursor, limit = PAGE_SIZE }: ListInput,
): Promise<{ items: DecisionTaken[]; nextCursor: string | null }> => {
  const template = await accessTemplate(actor, id, canReadTemplate);
  const taken = await SuggestionDecisionModel.find({ templateId: template.id, ...beforeCursor('at', cursor) })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<SuggestionDecisionRecord[]>();
  const page = taken.slice(0, limit);
  const last = taken.length > limit ? page.at(-1) : undefined;
  return { items: page.map(presentDecision), nextCursor: last ? encodeCursor({ at: last.at, id: last._id }) : null };
};

/** What was decided last on each of these suggestions; those still waiting are left out. */
export const decisionsOn = async (templateIds: string[], ids: string[]): Promise<Map<string, DecisionTaken['decision']>> => {
  if (ids.length === 0) return new Map();
  const taken = await SuggestionDecisionModel.find({ templateId: { $in: templateIds }, 'suggestions.id': { $in: ids } })
    .sort({ at: 1, _id: 1 })
    .lean<SuggestionDecisionRecord[]>();
  return new Map(taken.flatMap(({ decision, suggestions }) => suggestions.map(({ id }) => [id, decision] as const)));
};
