import { authed } from '../../http/orpc.ts';
import { markRead } from './commands/mark-read.ts';
import { addDevice, removeDevice } from './commands/push-devices.ts';
import { saveSettings } from './commands/save-settings.ts';
import { readSettings } from './notification-settings.queries.ts';
import { listNotifications, unreadNotifications } from './notifications.queries.ts';
import { pushKeys } from './push-keys.ts';

const { notifications } = authed;

export const notificationsRouter = {
  list: notifications.list.handler(({ input, context }) => listNotifications(context.actor, input)),
  unread: notifications.unread.handler(({ context }) => unreadNotifications(context.actor)),
  read: notifications.read.handler(({ input, context }) => markRead(context.actor, input)),
  settings: notifications.settings.handler(({ context }) => readSettings(context.actor)),
  push: notifications.push.handler(async () => ({ publicKey: (await pushKeys()).publicKey })),
  addDevice: notifications.addDevice.handler(({ input, context }) => addDevice(context.actor, input)),
  removeDevice: notifications.removeDevice.handler(({ input, context }) => removeDevice(context.actor, input)),
  saveSettings: notifications.saveSettings.handler(({ input, context }) => saveSettings(context.actor, input)),
};
