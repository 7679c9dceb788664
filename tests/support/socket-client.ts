import type { ClientEvents, ServerEvents } from '@beffroi/shared/core/socket-events';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { Session } from './api-client.ts';

type EventName = keyof ServerEvents;
type Payload<E extends EventName> = Parameters<ServerEvents[E]>[0];
export type Acknowledged = { ok: true } | { ok: false; problem: { code: string; status: number; detail: string } };

const HEARD_WITHIN_MS = 5_000;

export interface Listener {
  socket: Socket<ServerEvents, ClientEvents>;
  /** Every event heard so far, in order. */
  heard: { event: string; payload: unknown }[];
  watch: (room: string) => Promise<Acknowledged>;
  unwatch: (room: string) => Promise<Acknowledged>;
  /** The first event of that name (that fits), heard already or still to come. @throws after five seconds of silence */
  hears: <E extends EventName>(event: E, fits?: (payload: Payload<E>) => boolean) => Promise<Payload<E>>;
  /** What was heard of that name. */
  all: <E extends EventName>(event: E) => Payload<E>[];
}

const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });

/** Connects as that person; closed when the test ends. @throws Error when the server refuses the connection */
export const listen = async ({ url, cookie }: Session): Promise<Listener> => {
  const socket: Socket<ServerEvents, ClientEvents> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    extraHeaders: { ...(cookie && { cookie }), origin: url },
  });
  onTestFinished(() => void socket.close());
  const heard: Listener['heard'] = [];
  const waiting = new Set<() => void>();
  socket.onAny((event: string, payload: unknown) => {
    heard.push({ event, payload });
    for (const look of waiting) look();
  });
  await connected(socket as unknown as Socket);

  const all = <E extends EventName>(event: E) => heard.filter((one) => one.event === event).map((one) => one.payload as Payload<E>);
  return {
    socket,
    heard,
    all,
    watch: (room) => socket.timeout(HEARD_WITHIN_MS).emitWithAck('watch', { room }) as Promise<Acknowledged>,
    unwatch: (room) => socket.timeout(HEARD_WITHIN_MS).emitWithAck('unwatch', { room }) as Promise<Acknowledged>,
    hears: (event, fits = () => true) =>
      new Promise((resolve, reject) => {
        const look = () => {
          // Some events have no payload: what was found may be undefined.
          const found = all(event).filter(fits);
          if (found.length === 0) return;
          waiting.delete(look);
          clearTimeout(silence);
          resolve(found[0] as Payload<typeof event>);
        };
        const silence = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`« ${event} » was not heard; heard: ${JSON.stringify(heard)}`));
        }, HEARD_WITHIN_MS);
        waiting.add(look);
        look();
      }),
  };
};
