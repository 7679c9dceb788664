import { client } from './api.ts';
import { WORKER } from './shell-worker.ts';

/** Whether this browser can show anything while Beffroi is closed. */
export const canPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

const subscription = async (): Promise<PushSubscription | null> => {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  return (await registration?.pushManager.getSubscription()) ?? null;
};

/** Whether this browser shows them. */
export const isPushed = async (): Promise<boolean> => canPush() && Notification.permission === 'granted' && Boolean(await subscription());

/** Asks the person's leave, then shows what she is told on this browser too. @returns whether she gave it */
export const startPush = async (): Promise<boolean> => {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const { publicKey } = await client.notifications.push();
  await navigator.serviceWorker.register(WORKER);
  const registration = await navigator.serviceWorker.ready;
  const { endpoint, keys } = (
    await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  ).toJSON();
  await client.notifications.addDevice({ endpoint: endpoint ?? '', keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } });
  return true;
};

/** Shows nothing more on this browser. */
export const stopPush = async (): Promise<void> => {
  const present = canPush() ? await subscription() : null;
  if (!present) return;
  // First here: it is then shown nothing, whether or not the server hears of it.
  await present.unsubscribe();
  await client.notifications.removeDevice({ endpoint: present.endpoint });
};
