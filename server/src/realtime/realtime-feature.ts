import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '@beffroi/shared/core/actor';
import type { RoomKind } from '@beffroi/shared/core/rooms';
import type { ClientEvents, ServerEvents } from '@beffroi/shared/core/socket-events';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';

interface SocketData {
  actor: Actor;
  sessionId: string;
}
export type RealtimeServer = Server<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;
export type RealtimeSocket = Socket<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;

/** A feature's own part: who may watch its rooms, and what it does with its sockets. */
export interface RealtimeFeature {
  mayWatch?: Partial<Record<RoomKind, (actor: Actor, id: string) => Promise<boolean>>>;
  connect?: (socket: RealtimeSocket) => void;
  subscribe?: (io: RealtimeServer) => void;
}

/** How a socket's person is known, given by the one who composes the application. */
export interface Gate {
  /** Who the cookie of a connection belongs to; null when nobody. */
  admit: (headers: IncomingHttpHeaders) => Promise<SocketData | null>;
  /** A person's rights as they stand now. */
  freshActor: (personId: string) => Promise<Actor>;
}
