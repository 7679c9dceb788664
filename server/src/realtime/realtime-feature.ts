import type { Actor } from '@beffroi/shared/core/actor';
import type { ClientEvents, ServerEvents } from '@beffroi/shared/core/socket-events';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';

interface SocketData {
  actor: Actor;
}
export type RealtimeServer = Server<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;
export type RealtimeSocket = Socket<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;

/** A feature's own part: who may watch its rooms, and what it does with its sockets. */
export interface RealtimeFeature {
  mayWatch?: Partial<Record<'thread' | 'club', (actor: Actor, id: string) => Promise<boolean>>>;
  connect?: (socket: RealtimeSocket) => void;
  subscribe?: (io: RealtimeServer) => void;
}
