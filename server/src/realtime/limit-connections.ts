import type { AddressOf } from '../http/caller-address.ts';
import { Places } from '../platform/places.ts';
import type { RealtimeServer, RealtimeSocket } from './realtime-feature.ts';

/** A page open is one connection: twenty are more than anyone reads. */
const PER_PERSON = 20;
/** Of one address, those that have not said yet who they are: the pages of a whole town hall may come back at the same time. */
const ARRIVING_PER_ADDRESS = 200;

type Connection = RealtimeSocket['conn'];

/** Takes a place for somebody's page, known by now; false when she has no more. */
export type TakePlace = (socket: RealtimeSocket) => boolean;

/**
 * Hangs up on an address of which too many connections wait to be known, and counts the pages of each person.
 * The newest is refused: the oldest would come back by itself, and drive out another each time.
 */
export const limitConnections = (io: RealtimeServer, addressOf: AddressOf): TakePlace => {
  const arriving = new Places(ARRIVING_PER_ADDRESS);
  const people = new Places(PER_PERSON);
  const waiting = new WeakMap<Connection, () => void>();
  io.engine.on('connection', (connection: Connection) => {
    const leave = arriving.take(addressOf(connection.request));
    if (!leave) return connection.close(true);
    waiting.set(connection, leave);
    connection.once('close', leave);
  });
  return ({ conn, data }) => {
    const arrived = waiting.get(conn);
    // A connection is one page's: whoever asks for a second socket over it takes no second place.
    const leave = arrived && people.take(data.actor.personId);
    if (!leave) return false;
    waiting.delete(conn);
    arrived();
    // With the connection, not the socket: one that is cut before its socket is open never says that it left.
    if (conn.readyState === 'open') conn.once('close', leave);
    else leave();
    return true;
  };
};
