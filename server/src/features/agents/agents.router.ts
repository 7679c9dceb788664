import { authed } from '../../http/orpc.ts';
import { listActs, listAgents } from './agents.queries.ts';
import { changeAgentRoles, removeAgent } from './commands/change-agent.ts';
import { reactivateAgent, suspendAgent } from './commands/suspend-agent.ts';

export const agentsRouter = {
  list: authed.agents.list.handler(({ input, context }) => listAgents(context.actor, input)),
  changeRoles: authed.agents.changeRoles.handler(({ input, context }) => changeAgentRoles(context.actor, input)),
  remove: authed.agents.remove.handler(({ input, context }) => removeAgent(context.actor, input)),
  suspend: authed.agents.suspend.handler(({ input, context }) => suspendAgent(context.actor, input)),
  reactivate: authed.agents.reactivate.handler(({ input, context }) => reactivateAgent(context.actor, input)),
  acts: authed.agents.acts.handler(({ input, context }) => listActs(context.actor, input)),
};
