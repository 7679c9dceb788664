import { authed } from '../../http/orpc.ts';
import { decideSuggestions } from './commands/decide-suggestions.ts';
import { proposeChange } from './commands/propose-change.ts';
import { withdrawSuggestion } from './commands/withdraw-suggestion.ts';
import { listDecisions } from './suggestions.queries.ts';

const { suggestions } = authed;

export const suggestionsRouter = {
  propose: suggestions.propose.handler(({ input, context }) => proposeChange(context.actor, input, context.liveDocuments)),
  decide: suggestions.decide.handler(({ input, context }) => decideSuggestions(context.actor, input, context.liveDocuments)),
  withdraw: suggestions.withdraw.handler(({ input, context }) => withdrawSuggestion(context.actor, input, context.liveDocuments)),
  decisions: suggestions.decisions.handler(({ input, context }) => listDecisions(context.actor, input)),
};
