import { COLLAB_CLOSE } from '@beffroi/shared/collab/close-codes';
import { encodeStateAsUpdate } from 'yjs';
import { inTurn } from '../platform/in-turn.ts';
import type { LiveDocuments } from './collab-feature.ts';
import { dropDocument, insertSnapshot, isStored } from './document-store.ts';
import type { Presence } from './presence.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

/** What features do with live documents: always through the room, so that whoever has it open sees it happen. */
export const createLiveDocuments = (rooms: Rooms, presence: Presence): LiveDocuments => {
  const inRoom = async <T>(documentId: string, use: (room: Room) => T | Promise<T>): Promise<T> => {
    const room = await rooms.enter(documentId);
    try {
      return await use(room);
    } finally {
      rooms.leave(room);
    }
  };
  return {
    create: async (documentId, doc) => {
      if (await isStored(documentId)) throw new Error(`live document ${documentId} exists`);
      await insertSnapshot(documentId, encodeStateAsUpdate(doc));
    },
    read: (documentId) => inRoom(documentId, (room) => room.copy()),
    edit: (documentId, change, personIds = []) =>
      inRoom(documentId, async (room) => {
        await rooms.settling.mayWrite(room);
        const result = room.edit(change, personIds);
        rooms.commit.hurry();
        await rooms.commit.pending(documentId);
        return result;
      }),
    whileStill: (documentId, use) =>
      inTurn(`still:${documentId}`, () => inRoom(documentId, (room) => rooms.settling.whileStill(room, () => use(room.copy())))),
    remove: async (documentId) => {
      const room = await rooms.enter(documentId);
      for (const member of room.members) member.close(COLLAB_CLOSE.notFound);
      room.flush();
      await rooms.commit.pending(documentId);
      rooms.forget(room);
      await dropDocument(documentId);
    },
    present: (documentIds) => new Map(documentIds.map((documentId) => [documentId, presence.in(documentId)])),
  };
};
