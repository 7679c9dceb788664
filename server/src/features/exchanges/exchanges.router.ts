import { authed } from '../../http/orpc.ts';
import { getOverview } from './exchanges.queries.ts';
import { overviewFile } from './overview-file.queries.ts';

const { exchanges } = authed;

export const exchangesRouter = {
  overview: exchanges.overview.handler(({ input, context }) => getOverview(context.actor, input)),
  download: exchanges.download.handler(({ input, context }) => overviewFile(context.actor, input)),
};
