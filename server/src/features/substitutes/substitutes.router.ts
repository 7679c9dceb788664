import { authed } from '../../http/orpc.ts';
import { agree, withdraw } from './commands/change-agreement.ts';
import { declareSubstitute } from './commands/declare-substitute.ts';
import { leavePool } from './commands/leave-pool.ts';
import { saveAvailability } from './commands/save-availability.ts';
import { getAvailability, getMine, listAgreementActs, listPool } from './pool.queries.ts';

const { substitutes } = authed;

export const substitutesRouter = {
  me: substitutes.me.handler(({ context }) => getMine(context.actor)),
  declare: substitutes.declare.handler(({ input, context }) => declareSubstitute(context.actor, input)),
  leave: substitutes.leave.handler(({ context }) => leavePool(context.actor)),
  availability: substitutes.availability.handler(({ context }) => getAvailability(context.actor)),
  saveAvailability: substitutes.saveAvailability.handler(({ input, context }) => saveAvailability(context.actor, input)),
  list: substitutes.list.handler(({ input, context }) => listPool(context.actor, input)),
  agree: substitutes.agree.handler(({ input, context }) => agree(context.actor, input)),
  withdraw: substitutes.withdraw.handler(({ input, context }) => withdraw(context.actor, input)),
  acts: substitutes.acts.handler(({ input, context }) => listAgreementActs(context.actor, input)),
};
