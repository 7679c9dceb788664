import { authed } from '../../http/orpc.ts';
import { markRead } from './commands/mark-read.ts';
import { listNotifications, unreadNotifications } from './notifications.queries.ts';

const { notifications } = authed;

export const notificationsRouter = {
  list: notifications.list.handler(({ input, context }) => listNotifications(context.actor, input)),
  unread: notifications.unread.handler(({ context }) => unreadNotifications(context.actor)),
  read: notifications.read.handler(({ input, context }) => markRead(context.actor, input)),
};
