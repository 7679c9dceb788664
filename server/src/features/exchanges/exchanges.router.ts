import { authed } from '../../http/orpc.ts';
import { getOverview } from './exchanges.queries.ts';
import { overviewFile } from './overview-file.queries.ts';
import { searchExchanges } from './search-exchanges.queries.ts';

const { exchanges } = authed;

export const exchangesRouter = {
  search: exchanges.search.handler(({ input, context }) => searchExchanges(context.actor, input)),
  overview: exchanges.overview.handler(({ input, context }) => getOverview(context.actor, input)),
  download: exchanges.download.handler(({ input, context }) => overviewFile(context.actor, input)),
};
