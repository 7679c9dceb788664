import type { SharedCaret } from './cluster-message.ts';

/** What a room asks of those around it. */
export interface RoomHost<Room> {
  /** How large a document may become. */
  documentBytes: number;
  /** Takes changes of this process to disk, and to other processes. */
  keep: (room: Room, update: Uint8Array, by: readonly string[]) => void;
  /** Tells other processes of carets. */
  shareCarets: (room: Room, carets: SharedCaret[]) => void;
  /** What the document holds is in doubt: it is to be read from disk again, and its people to come back. */
  condemn: (room: Room) => void;
}
