import type { Server } from 'node:http';
import { subscribe } from '../platform/events.ts';
import type { SayPresent } from './cluster.ts';
import type { Collab, CollabOptions } from './collab-feature.ts';
import { held } from './collab-metrics.ts';
import { Connection } from './connection.ts';
import { type Arrival, createDoor } from './door.ts';
import { createLiveDocuments } from './live-documents.ts';
import { Presence } from './presence.ts';
import { holdToRights, type Rights } from './rights.ts';
import { RoomPlaces } from './room-places.ts';
import { Rooms } from './rooms.ts';

const BEAT_MS = 30_000;

interface EnterParts {
  options: CollabOptions;
  rooms: Rooms;
  connections: Set<Connection>;
  presence: Presence;
  rights: Rights;
}

/** Puts a socket into its room, and takes it out when it is gone. */
const enterRoom = ({ options, rooms, connections, presence, rights }: EnterParts, arrival: Arrival): void => {
  const { ws, socket, room, person, access } = arrival;
  rooms.hold(room);
  const pending = () => rooms.commit.pending(room.documentId);
  const isFull = (then: () => void) => rooms.commit.isFull(then);
  const connection = new Connection({ ws, socket, room, person, access, limits: options.limits, pending, isFull });
  connections.add(connection);
  held.sockets = connections.size;
  presence.add(connection);
  ws.on('message', (data, isBinary) => connection.receive(data as Buffer, isBinary));
  ws.on('pong', () => connection.alive());
  // ws closes what it cannot read by itself.
  ws.on('error', () => {});
  ws.once('close', () => {
    connection.left();
    connections.delete(connection);
    held.sockets = connections.size;
    presence.remove(connection);
    rooms.leave(room);
  });
  if (arrival.isStale()) rights.recheck(connection, arrival.isSignedIn);
};

/** Composes the room server: live documents over the y-websocket protocol, beside the features that own them. */
export const startCollab = async (options: CollabOptions): Promise<Collab> => {
  const { limits, gate, authorize } = options;
  const presence = new Presence((documentId, people) => rooms.sharePresence(documentId, people));
  const sayPresent: SayPresent = (process, documentId, people) => presence.hear(process, documentId, people);
  const rooms = new Rooms({ documentBytes: limits.documentBytes, redisUrl: options.redisUrl, sayPresent, isSettled: options.isSettled });
  const stopReconsidering = subscribe('collab.recheck', ({ documentId }) => {
    const room = rooms.loaded(documentId);
    return room && rooms.settling.reconsider(room);
  });
  const connections = new Set<Connection>();
  const places = new RoomPlaces(limits);
  const rights = holdToRights({ gate, authorize, connections });
  const parts = { options, rooms, connections, presence, rights };
  const door = createDoor({
    ...options,
    takePlace: (documentId, person) => places.take(documentId, person.actor.personId),
    withRoom: async (documentId, use) => {
      const room = await rooms.enter(documentId);
      use(room);
      rooms.leave(room);
    },
    enter: (arrival) => enterRoom(parts, arrival),
    rightsEpoch: rights.epoch,
  });
  const beating = setInterval(() => {
    for (const connection of connections) connection.beat();
    for (const room of rooms.all()) room.awareness.forget();
    presence.renew();
  }, BEAT_MS).unref();
  let open = true;
  return {
    ...createLiveDocuments(rooms, presence),
    serve: (http: Server) => {
      http.on('upgrade', (request, socket, head) => void (open ? door(request, socket, head) : socket.destroy()));
    },
    close: async () => {
      open = false;
      clearInterval(beating);
      rights.stop();
      stopReconsidering();
      for (const connection of connections) connection.comeBack();
      await rooms.close();
      for (const connection of connections) connection.ws.terminate();
    },
  };
};
