import { authed } from '../../http/orpc.ts';
import { search } from './search.queries.ts';

export const searchRouter = {
  search: authed.search.search.handler(({ input, context }) => search(context.actor, input)),
};
