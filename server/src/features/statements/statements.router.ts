import { authed } from '../../http/orpc.ts';
import { agreementFile } from './agreement.queries.ts';
import { statementFile } from './statement-file.queries.ts';
import { getStatement } from './statements.queries.ts';

const { statements } = authed;

export const statementsRouter = {
  get: statements.get.handler(({ input, context }) => getStatement(context.actor, input)),
  download: statements.download.handler(({ input, context }) => statementFile(context.actor, input)),
  agreement: statements.agreement.handler(({ input, context }) => agreementFile(context.actor, input)),
};
