import type { Server as HttpServer } from 'node:http';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError, toProblem } from '@beffroi/shared/core/errors';
import { parseRoom, personRoom } from '@beffroi/shared/core/rooms';
import type { Acknowledgement } from '@beffroi/shared/core/socket-events';
import { Server } from 'socket.io';
import { freshActor } from '../features/accounts/accounts.queries.ts';
import type { Auth } from '../features/accounts/auth.ts';
import { actorFrom } from '../http/authenticate.ts';
import { subscribe } from '../platform/events.ts';
import { inBackground, logger } from '../platform/logger.ts';
import type { RealtimeFeature, RealtimeServer, RealtimeSocket } from './realtime-feature.ts';
import { joinCluster } from './redis.ts';

const ROOMS_PER_SOCKET = 60;
/** Requests and events are tiny; anything larger is not ours. */
const MESSAGE_BYTES_MAX = 16 * 1024;

const refuse = (code: 'invalid-input' | 'not-found' | 'too-many-requests' | 'internal'): Acknowledgement => ({
  ok: false,
  problem: toProblem(new AppError(code)),
});

const mayWatch = async (features: RealtimeFeature[], actor: Actor, room: string): Promise<boolean> => {
  const parsed = parseRoom(room);
  if (!parsed) return false;
  const rule = features.flatMap((feature) => feature.mayWatch?.[parsed.kind] ?? [])[0];
  return rule ? rule(actor, parsed.id) : false;
};

const watched = (socket: RealtimeSocket): string[] => [...socket.rooms].filter((room) => parseRoom(room));

const answerWatch = async (features: RealtimeFeature[], socket: RealtimeSocket, room: unknown): Promise<Acknowledgement> => {
  if (typeof room !== 'string' || !parseRoom(room)) return refuse('invalid-input');
  if (watched(socket).length >= ROOMS_PER_SOCKET) return refuse('too-many-requests');
  if (!(await mayWatch(features, socket.data.actor, room).catch(() => false))) return refuse('not-found');
  if (!socket.connected) return refuse('internal');
  await socket.join(room);
  return { ok: true };
};

const acknowledge = (callback: unknown, answer: Acknowledgement): void => {
  if (typeof callback === 'function') callback(answer);
};

const onConnection = (features: RealtimeFeature[], socket: RealtimeSocket): void => {
  inBackground('join own room', async () => socket.join(personRoom(socket.data.actor.personId)));
  // A payload that is no object must not end the handler.
  socket.on('watch', (payload, callback) =>
    inBackground('watch', async () =>
      acknowledge(callback, await answerWatch(features, socket, (payload as { room?: unknown } | null)?.room)),
    ),
  );
  socket.on('unwatch', (payload, callback) =>
    inBackground('unwatch', async () => {
      const room = (payload as { room?: unknown } | null)?.room;
      if (typeof room === 'string' && parseRoom(room)) await socket.leave(room);
      acknowledge(callback, { ok: true });
    }),
  );
  for (const feature of features) feature.connect?.(socket);
};

/** Rights changed: each of the person's sockets keeps the rooms she may still watch, and is told to read again. */
const readmit = async (io: RealtimeServer, features: RealtimeFeature[], personId: string): Promise<void> => {
  const sockets = [...io.of('/').sockets.values()].filter((socket) => socket.data.actor.personId === personId);
  if (sockets.length === 0) return;
  const actor = await freshActor(personId);
  for (const socket of sockets) {
    socket.data.actor = actor;
    for (const room of watched(socket)) if (!(await mayWatch(features, actor, room).catch(() => false))) await socket.leave(room);
    socket.emit('rights.changed');
  }
};

/**
 * Socket.IO behind the session cookie, each feature bringing its rooms and events; with `redisUrl`, one of several
 * processes that hear each other.
 * @returns how to stop
 */
export const startRealtime = async (
  http: HttpServer,
  { auth, features, redisUrl }: { auth: Auth; features: RealtimeFeature[]; redisUrl?: string | undefined },
): Promise<() => Promise<void>> => {
  const io: RealtimeServer = new Server(http, { path: '/socket.io', serveClient: false, maxHttpBufferSize: MESSAGE_BYTES_MAX });
  const leaveCluster = redisUrl ? await joinCluster(io, redisUrl) : async () => {};
  io.use((socket, next) => {
    actorFrom(auth, socket.request.headers).then(
      (actor) => {
        if (!actor) return next(new Error('unauthenticated'));
        socket.data.actor = actor;
        next();
      },
      (error: unknown) => {
        logger.error({ err: error }, 'socket not admitted');
        next(new Error('unavailable'));
      },
    );
  });
  io.on('connection', (socket) => onConnection(features, socket));
  subscribe('accounts.rights.changed', ({ personId }) => readmit(io, features, personId));
  subscribe('accounts.sessions.ended', ({ personId }) => void io.in(personRoom(personId)).disconnectSockets(true));
  for (const feature of features) feature.subscribe?.(io);
  return async () => {
    await io.close();
    await leaveCluster();
  };
};
