import type { CollabCloseCode } from '@beffroi/shared/collab/close-codes';
import type { CaretOwner } from './awareness-board.ts';

/** A socket in a room, as the room knows it. */
export interface RoomMember extends CaretOwner {
  /** Writes what is framed already, unless the socket lags: then it is brought up to date once it reads again. */
  sendChanges: (frames: Uint8Array) => void;
  close: (code: CollabCloseCode) => void;
  /** Closes the socket as a server that starts anew does: the page comes back by itself. */
  comeBack: () => void;
}
