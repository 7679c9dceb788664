import { authed } from '../../http/orpc.ts';
import { today } from './today.queries.ts';

export const todayRouter = {
  today: authed.today.today.handler(({ context }) => today(context.actor)),
};
