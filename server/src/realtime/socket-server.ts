import type { Server as HttpServer } from 'node:http';
import { personRoom } from '@beffroi/shared/core/rooms';
import { TOO_MANY_PAGES } from '@beffroi/shared/core/socket-events';
import { Server } from 'socket.io';
import type { AddressOf } from '../http/caller-address.ts';
import type { OriginCheck } from '../http/same-origin.ts';
import { subscribe } from '../platform/events.ts';
import { inBackground, logger } from '../platform/logger.ts';
import { limitFlood } from './flood-limit.ts';
import { limitConnections, type TakePlace } from './limit-connections.ts';
import type { Gate, RealtimeFeature, RealtimeServer, RealtimeSocket } from './realtime-feature.ts';
import { joinCluster } from './redis.ts';
import { keepAllowed, letWatch } from './watching.ts';

/** Requests and events are tiny; anything larger is not ours. */
const MESSAGE_BYTES_MAX = 16 * 1024;

const sessionRoom = (sessionId: string) => `session:${sessionId}` as const;

/** Between the question and the joining her session may have ended, or her rights changed: nobody has told a socket that was not there. */
const joinOwnRooms = async (gate: Gate, socket: RealtimeSocket): Promise<void> => {
  const { actor, sessionId } = socket.data;
  await socket.join([personRoom(actor.personId), sessionRoom(sessionId)]);
  const admission = await gate.admit(socket.request.headers);
  if (admission) socket.data.actor = admission.actor;
  else socket.disconnect(true);
};

const onConnection = (features: RealtimeFeature[], gate: Gate, limited: boolean, socket: RealtimeSocket): void => {
  inBackground('join own rooms', () => joinOwnRooms(gate, socket));
  if (limited) limitFlood(socket);
  letWatch(features, socket);
  for (const feature of features) feature.connect?.(socket);
};

/** Rights changed: each of the person's sockets keeps the rooms she may still watch, and is told to read again. */
const readmit = async (io: RealtimeServer, features: RealtimeFeature[], gate: Gate, personId: string): Promise<void> => {
  const sockets = [...io.of('/').sockets.values()].filter((socket) => socket.data.actor.personId === personId);
  if (sockets.length === 0) return;
  const actor = await gate.freshActor(personId);
  for (const socket of sockets) {
    socket.data.actor = actor;
    await keepAllowed(features, socket);
    socket.emit('rights.changed');
  }
};

/** What keeps a socket out, as an error its page reads; undefined when nothing does, and it is let in. */
const keepsOut = async (gate: Gate, takePlace: TakePlace | null, socket: RealtimeSocket): Promise<Error | undefined> => {
  try {
    const admission = await gate.admit(socket.request.headers);
    if (!admission) return new Error('unauthenticated');
    socket.data.actor = admission.actor;
    socket.data.sessionId = admission.sessionId;
    return takePlace && !takePlace(socket) ? new Error(TOO_MANY_PAGES) : undefined;
  } catch (error) {
    logger.error({ err: error }, 'socket not admitted');
    return new Error('unavailable');
  }
};

const admitSockets = (io: RealtimeServer, gate: Gate, takePlace: TakePlace | null): void => {
  const answer = async (socket: RealtimeSocket, next: (refusal?: Error) => void): Promise<void> => {
    const refusal = await keepsOut(gate, takePlace, socket);
    next(refusal);
    // Nothing is left to say, and one that stays would go on asking. After the reason, which leaves in the next turn.
    if (refusal) setImmediate(() => socket.conn.close());
  };
  io.use((socket, next) => inBackground('admit a socket', () => answer(socket, next)));
};

interface RealtimeParts {
  gate: Gate;
  features: RealtimeFeature[];
  redisUrl?: string | undefined;
  isOurs: OriginCheck;
  addressOf: AddressOf;
  limited: boolean;
}

/**
 * Socket.IO behind the session cookie, each feature bringing its rooms and events; with `redisUrl`, one of several
 * processes that hear each other.
 * @returns how to stop
 */
export const startRealtime = async (
  http: HttpServer,
  { gate, features, redisUrl, isOurs, addressOf, limited }: RealtimeParts,
): Promise<() => Promise<void>> => {
  const io: RealtimeServer = new Server(http, {
    path: '/socket.io',
    serveClient: false,
    maxHttpBufferSize: MESSAGE_BYTES_MAX,
    // Other upgrades are for others to answer, who may have to ask the database first; what nobody answers ends after this.
    destroyUpgradeTimeout: 30_000,
    allowRequest: (request, decide) => decide(null, isOurs(request.headers)),
  });
  const leaveCluster = redisUrl ? await joinCluster(io, redisUrl) : async () => {};
  admitSockets(io, gate, limited ? limitConnections(io, addressOf) : null);
  io.on('connection', (socket) => onConnection(features, gate, limited, socket));
  subscribe('accounts.rights.changed', ({ personId }) => readmit(io, features, gate, personId));
  subscribe('accounts.sessions.ended', ({ personId, sessionId }) => {
    io.local.in(sessionId ? sessionRoom(sessionId) : personRoom(personId)).disconnectSockets(true);
  });
  for (const feature of features) feature.subscribe?.(io);
  return async () => {
    await io.close();
    await leaveCluster();
  };
};
