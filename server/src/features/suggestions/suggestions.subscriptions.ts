import { type DomainEvents, subscribe } from '../../platform/events.ts';
import { freshActor } from '../accounts/accounts.queries.ts';
import { accessedTemplates } from '../templates/template-access.queries.ts';
import { presentSuggestion } from './suggestions.presenter.ts';
import { tellSuggestion } from './tell-suggestion.ts';

const tellClause = async (clause: DomainEvents['clauses.clause.proposed']): Promise<void> => {
  const { templateId, byId, authorName, made } = clause;
  const template = (await accessedTemplates([templateId])).get(templateId);
  if (template) await tellSuggestion(await freshActor(byId), template, presentSuggestion(made, new Map([[byId, authorName]])));
};

/** What suggestions do when one is made elsewhere. */
export const subscribeSuggestions = (): void => {
  subscribe('clauses.clause.proposed', tellClause);
};
