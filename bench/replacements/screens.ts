import { addDays } from '@beffroi/shared/core/half-days';
import { io, type Socket } from 'socket.io-client';
import { WaveSettingsModel } from '../../server/src/features/replacements/wave-settings.model.ts';
import { SCREENS_METIER, type SignedIn, signInScreens } from './people.ts';
import { communeOf, firstDay } from './seed.ts';

const SCREENS = 50;
const NEEDS = 12;
const SETTINGS_SEEN_MS = 16_000;

const connect = async (url: string, { cookie }: SignedIn): Promise<Socket> => {
  const socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie, origin: url } });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
};

/** Publishes a need. @returns milliseconds until the last of the wave’s screens had heard of it */
const publishAndWait = async (url: string, hr: SignedIn, sockets: Socket[], day: number): Promise<number> => {
  let heard = 0;
  const all = new Promise<void>((resolve) => {
    for (const socket of sockets)
      socket.once('notification.created', () => {
        heard += 1;
        if (heard === sockets.length) resolve();
      });
  });
  const from = performance.now();
  const need = {
    commune: communeOf(0),
    metier: SCREENS_METIER,
    place: 'Crèche des Lilas',
    urgency: 'high',
    slots: [{ date: addDays(firstDay(), day), half: 'am' }],
  };
  const headers = { cookie: hr.cookie, origin: url, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/replacements`, { method: 'POST', headers, body: JSON.stringify(need) });
  if (answer.status !== 201) throw new Error(`publish: ${answer.status} ${await answer.text()}`);
  await all;
  return performance.now() - from;
};

/** From the sending of a need to the last of a wave of fifty screens. */
export const measureScreens = async (url: string, hr: SignedIn): Promise<void> => {
  const settings = { people: SCREENS, minutes: 5, riskHours: 4 };
  await WaveSettingsModel.updateOne({ _id: 'territory' }, { $set: settings }, { upsert: true });
  // Written beside the application: it reads them again by itself.
  await new Promise((resolve) => setTimeout(resolve, SETTINGS_SEEN_MS));
  const people = await signInScreens(url, SCREENS);
  const sockets = await Promise.all(people.map((person) => connect(url, person)));
  const took: number[] = [];
  for (let nth = 0; nth < NEEDS; nth++) took.push(await publishAndWait(url, hr, sockets, 1 + nth));
  for (const socket of sockets) socket.close();
  took.sort((a, b) => a - b);
  console.log(
    `publication to the last of ${SCREENS} screens: median ${took[NEEDS >> 1]?.toFixed(0)} ms, slowest of ${NEEDS} ${took.at(-1)?.toFixed(0)} ms`,
  );
};
