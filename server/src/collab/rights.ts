import { COLLAB_CLOSE } from '@beffroi/shared/collab/close-codes';
import { AppError } from '@beffroi/shared/core/errors';
import { subscribe } from '../platform/events.ts';
import { inBackground, logger } from '../platform/logger.ts';
import type { AuthorizeRoom, CollabOptions, RoomAccess } from './collab-feature.ts';
import type { Connection } from './connection.ts';

type Gate = CollabOptions['gate'];

interface RightsParts {
  gate: Gate;
  authorize: AuthorizeRoom;
  connections: ReadonlySet<Connection>;
}

/** People asked about at the same time. */
const AT_ONCE = 20;

const NOTHING: RoomAccess = { level: 'none', closeWith: COLLAB_CLOSE.withdrawn };

/** What the socket's person may do now; null when that cannot be known. */
const accessNow = async ({ gate, authorize }: RightsParts, { person, room }: Connection): Promise<RoomAccess | null> => {
  try {
    return await authorize(await gate.freshActor(person.actor.personId), room.documentId);
  } catch (err) {
    if (err instanceof AppError && err.code === 'not-found') return NOTHING;
    logger.error({ err, documentId: room.documentId }, 'rights unknown; the page is to come back');
    return null;
  }
};

/** Nothing is taken from a socket whose rights are unknown, and nothing is said to be withdrawn either: the door asks again. */
const settle = (connection: Connection, now: RoomAccess | null): void => {
  if (!now) return connection.comeBack();
  if (now.level === 'none') return connection.close(now.closeWith ?? COLLAB_CLOSE.withdrawn);
  if (now.level !== connection.access.level || now.caretName !== connection.access.caretName)
    return connection.close(COLLAB_CLOSE.levelChanged);
  connection.trust(now);
};

/** Asks again what these sockets may do; until it is known, none of their changes is taken. */
const recheck = async (parts: RightsParts, connections: Connection[]): Promise<void> => {
  for (const connection of connections) connection.doubt();
  for (let start = 0; start < connections.length; start += AT_ONCE)
    await Promise.all(
      connections.slice(start, start + AT_ONCE).map(async (connection) => settle(connection, await accessNow(parts, connection))),
    );
};

/** The session first: a person who signed out here may have as many rights as ever. */
const recheckArrival = async (parts: RightsParts, connection: Connection, isSignedIn: () => Promise<boolean>): Promise<void> => {
  connection.doubt();
  const signedIn = await isSignedIn().catch((err: unknown) => {
    logger.error({ err }, 'session unknown; the page is to come back');
    return null;
  });
  if (signedIn === null) return connection.comeBack();
  if (!signedIn) return connection.close(COLLAB_CLOSE.sessionEnded);
  await recheck(parts, [connection]);
};

/** Keeps sockets to what their people may do. */
export interface Rights {
  /** Goes up whenever anybody's rights may have changed, or a session ended. */
  epoch: () => number;
  /** For a socket that came in while they may have changed: nothing tells one that is not there yet, of its session's end neither. */
  recheck: (connection: Connection, isSignedIn: () => Promise<boolean>) => void;
  stop: () => void;
}

/** Holds every socket to what its person may do, as it changes. */
export const holdToRights = (parts: RightsParts): Rights => {
  let epoch = 0;
  const again = (connections: Connection[]) => inBackground('ask rights again', () => recheck(parts, connections));
  const those = (concerned: (connection: Connection) => boolean) => {
    epoch++;
    return [...parts.connections].filter(concerned);
  };
  const stops = [
    subscribe('accounts.sessions.ended', ({ personId, sessionId }) => {
      const concerned = ({ person }: Connection) => (sessionId ? person.sessionId === sessionId : person.actor.personId === personId);
      for (const connection of those(concerned)) connection.close(COLLAB_CLOSE.sessionEnded);
    }),
    subscribe('accounts.rights.changed', ({ personId }) => again(those((connection) => connection.personId === personId))),
    // Her caret bears her name.
    subscribe('accounts.profile.changed', ({ personId }) => again(those((connection) => connection.personId === personId))),
    // Whom a club concerns is for the feature to say: everybody is asked about.
    subscribe('clubs.club.changed', () => again(those(() => true))),
    subscribe('collab.recheck', ({ documentId }) => again(those(({ room }) => room.documentId === documentId))),
  ];
  return {
    epoch: () => epoch,
    recheck: (connection, isSignedIn) => inBackground('ask rights again', () => recheckArrival(parts, connection, isSignedIn)),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};
