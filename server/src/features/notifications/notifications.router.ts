import { authed } from '../../http/orpc.ts';
import { markRead } from './commands/mark-read.ts';
import { saveSettings } from './commands/save-settings.ts';
import { readSettings } from './notification-settings.queries.ts';
import { listNotifications, unreadNotifications } from './notifications.queries.ts';

const { notifications } = authed;

export const notificationsRouter = {
  list: notifications.list.handler(({ input, context }) => listNotifications(context.actor, input)),
  unread: notifications.unread.handler(({ context }) => unreadNotifications(context.actor)),
  read: notifications.read.handler(({ input, context }) => markRead(context.actor, input)),
  settings: notifications.settings.handler(({ context }) => readSettings(context.actor)),
  saveSettings: notifications.saveSettings.handler(({ input, context }) => saveSettings(context.actor, input)),
};
