import { authed } from '../../http/orpc.ts';
import { administeredClubs, administrationOverview } from './administration.queries.ts';

export const administrationRouter = {
  overview: authed.administration.overview.handler(({ context }) => administrationOverview(context.actor)),
  clubs: authed.administration.clubs.handler(({ context }) => administeredClubs(context.actor)),
};
