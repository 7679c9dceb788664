import { authed } from '../../http/orpc.ts';
import { modelsForClause } from './clause-models.queries.ts';
import { clausesOfTemplate, clausesOfThread, templateOutline } from './clauses.queries.ts';
import { createClause } from './commands/create-clause.ts';

const { clauses } = authed;

export const clausesRouter = {
  create: clauses.create.handler(({ input, context }) => createClause(context.actor, input, context.liveDocuments)),
  ofThread: clauses.ofThread.handler(({ input, context }) => clausesOfThread(context.actor, input.id)),
  models: clauses.models.handler(({ input, context }) => modelsForClause(context.actor, input)),
  ofTemplate: clauses.ofTemplate.handler(({ input, context }) => clausesOfTemplate(context.actor, input.id, context.liveDocuments)),
  outline: clauses.outline.handler(({ input, context }) => templateOutline(context.actor, input.id, context.liveDocuments)),
};
