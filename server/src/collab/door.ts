import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { COLLAB_CLOSE, type CollabCloseCode } from '@beffroi/shared/collab/close-codes';
import { type WebSocket, WebSocketServer } from 'ws';
import { logger } from '../platform/logger.ts';
import type { CollabOptions, CollabPerson, RoomAccess } from './collab-feature.ts';
import { closedSockets } from './collab-metrics.ts';
import type { Room } from './room.ts';

const ADDRESS = /^\/collab\/([\w-]{1,64})(?:\?(.*))?$/;
const REASONS = { 401: 'Unauthorized', 403: 'Forbidden', 503: 'Service Unavailable' } as const;
/** What no import exceeds is not read at all: ws closes with 1009. */
const FRAME_FACTOR = 4;

export interface Arrival {
  ws: WebSocket;
  socket: Socket;
  room: Room;
  person: CollabPerson;
  access: RoomAccess;
  /** Whether rights have changed since hers were looked up, or a session ended. */
  isStale: () => boolean;
  /** Whether the session she came with still stands. */
  isSignedIn: () => Promise<boolean>;
}

/** Turns a request away before it becomes a WebSocket. */
const refuse = (socket: Duplex, status: keyof typeof REASONS): void => {
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** What keeps somebody known out, as a code her page can read; null when nothing does. */
const keepsOut = ({ level, closeWith }: RoomAccess, query: string, schemaVersion: number | undefined): CollabCloseCode | null => {
  if (level === 'none') return closeWith ?? COLLAB_CLOSE.notFound;
  const schema = Number(new URLSearchParams(query).get('schema') ?? 0);
  return level === 'write' && schemaVersion !== undefined && !(schema >= schemaVersion) ? COLLAB_CLOSE.schemaTooOld : null;
};

const turnAway = (ws: WebSocket, code: CollabCloseCode): void => {
  closedSockets.inc({ code });
  ws.on('error', () => {});
  ws.close(code);
};

interface DoorParts extends Pick<CollabOptions, 'gate' | 'authorize' | 'isOurs' | 'schemaVersion' | 'limits'> {
  /** Takes a place in this room for a socket of this person; gives back how to leave it, null when it or she has too many. */
  takePlace: (documentId: string, person: CollabPerson) => (() => void) | null;
  /** The document is in memory while `use` runs: before a page hears that it is connected. */
  withRoom: (documentId: string, use: (room: Room) => void) => Promise<void>;
  enter: (arrival: Arrival) => void;
  /** Goes up whenever anybody's rights may have changed, or a session ended. */
  rightsEpoch: () => number;
}

/**
 * Answers the upgrades to `/collab/:documentId`, and no other. Foreign pages and strangers get 403 and 401; whoever is signed
 * in and may not enter gets a WebSocket that is closed at once with the reason, as a browser reads no other.
 * @returns whether the request was for it
 */
export const createDoor = (parts: DoorParts): ((request: IncomingMessage, socket: Duplex, head: Buffer) => boolean) => {
  const { gate, isOurs, limits } = parts;
  const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: limits.messageBytes * FRAME_FACTOR });
  const turnBack = (request: IncomingMessage, socket: Socket, head: Buffer, code: CollabCloseCode) =>
    wss.handleUpgrade(request, socket, head, (ws) => turnAway(ws, code));
  const answer = async (request: IncomingMessage, socket: Socket, head: Buffer, documentId: string, query: string) => {
    if (!isOurs(request.headers)) return refuse(socket, 403);
    const epoch = parts.rightsEpoch();
    const person = await gate.admit(request.headers);
    if (!person) return refuse(socket, 401);
    const access = await parts.authorize(person.actor, documentId);
    const code = keepsOut(access, query, parts.schemaVersion);
    if (code !== null) return turnBack(request, socket, head, code);
    // Gone already: nothing would ever give its place back.
    if (socket.destroyed) return;
    // Before the document is read: a burst would find the room empty until the first of it is in.
    const leave = parts.takePlace(documentId, person);
    if (!leave) return turnBack(request, socket, head, COLLAB_CLOSE.tooMany);
    socket.once('close', leave);
    const isStale = () => parts.rightsEpoch() !== epoch;
    const isSignedIn = async () => (await gate.admit(request.headers)) !== null;
    await parts.withRoom(documentId, (room) => {
      wss.handleUpgrade(request, socket, head, (ws) => parts.enter({ ws, socket, room, person, access, isStale, isSignedIn }));
    });
  };
  return (request: IncomingMessage, socket: Duplex, head: Buffer): boolean => {
    const [, documentId, query = ''] = ADDRESS.exec(request.url ?? '') ?? [];
    if (!documentId) return false;
    const onError = () => socket.destroy();
    socket.on('error', onError);
    answer(request, socket as Socket, head, documentId, query)
      .catch((err: unknown) => {
        logger.error({ err, documentId }, 'live document not opened');
        refuse(socket, 503);
      })
      .finally(() => socket.off('error', onError));
    return true;
  };
};
