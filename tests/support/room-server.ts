import { createServer } from 'node:http';
import type { Actor } from '@beffroi/shared/core/actor';
import mongoose from 'mongoose';
import { startCollab } from '../../server/src/collab/collab.ts';
import type { Collab, CollabOptions, RoomAccess } from '../../server/src/collab/collab-feature.ts';
import { COLLAB_LIMITS } from '../../server/src/collab/limits.ts';
import { buildIndexes } from '../../server/src/platform/mongo.ts';
import { atEndOfFile } from './end-of-file.ts';
import type { LiveAddress } from './live-client.ts';
import { newDatabaseUri } from './start-server.ts';

export interface RoomServer {
  collab: Collab;
  /** What each person may do in each document: `person:document`; nothing unless it says so. */
  rights: Map<string, RoomAccess>;
  /** How this person opens this document; she may from now on. */
  as: (personId: string, documentId: string, level?: RoomAccess['level']) => LiveAddress;
  base: string;
  stop: () => Promise<void>;
}

const actorOf = (personId: string): Actor => ({ personId, administrator: false, communes: {}, clubs: {} });

const connected = async (uri: string): Promise<void> => {
  if (mongoose.connection.readyState === 1) return;
  await mongoose.connect(uri, { autoIndex: false });
  await buildIndexes();
  atEndOfFile(() => mongoose.disconnect());
};

/**
 * The room server alone in this process, on a database of its own; its people sign in by writing their name in the cookie, and
 * their session is named `s-` and that.
 */
export const startRoomServer = async (options: Partial<CollabOptions> & { uri?: string } = {}): Promise<RoomServer> => {
  await connected(options.uri ?? newDatabaseUri());
  const rights: RoomServer['rights'] = new Map();
  const collab = await startCollab({
    gate: {
      admit: async ({ cookie }) => (cookie ? { actor: actorOf(cookie), sessionId: `s-${cookie}` } : null),
      freshActor: async (personId) => actorOf(personId),
    },
    authorize: async ({ personId }, documentId) => rights.get(`${personId}:${documentId}`) ?? { level: 'none' },
    isOurs: ({ origin, host }) => !origin || new URL(origin).host === host,
    limits: COLLAB_LIMITS,
    ...options,
  });
  const http = createServer();
  collab.serve(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const base = `ws://127.0.0.1:${(http.address() as { port: number }).port}/collab`;
  let stopped: Promise<void> | null = null;
  const stop = async () => {
    await collab.close();
    http.close();
    http.closeAllConnections();
  };
  atEndOfFile(() => (stopped ??= stop()));
  const as: RoomServer['as'] = (personId, documentId, level = 'write') => {
    rights.set(`${personId}:${documentId}`, { level });
    return { base, documentId, cookie: personId };
  };
  return { collab, rights, as, base, stop: () => (stopped ??= stop()) };
};
