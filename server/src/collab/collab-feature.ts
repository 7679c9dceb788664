import type { IncomingHttpHeaders, Server } from 'node:http';
import type { CollabCloseCode } from '@beffroi/shared/collab/close-codes';
import type { Actor } from '@beffroi/shared/core/actor';
import type { Doc } from 'yjs';
import type { OriginCheck } from '../http/same-origin.ts';
import type { CollabLimits } from './limits.ts';

/** Signed in, and by which session. */
export interface CollabPerson {
  actor: Actor;
  sessionId: string;
}

/** What a person may do in a room: nothing, receive, or also send changes. Whoever only suggests reads here. */
export type RoomLevel = 'none' | 'read' | 'write';

export interface RoomAccess {
  level: RoomLevel;
  /** Why there is no access, when it is not that the document does not exist for this person. */
  closeWith?: CollabCloseCode;
  /** The name her caret must bear, if it bears one: another is not passed on. */
  caretName?: string;
}

/** The document's policy, given by the feature it belongs to. Denies by level `none`; an error denies too. */
export type AuthorizeRoom = (actor: Actor, documentId: string) => Promise<RoomAccess>;

/** Whether a document's text is final, whoever asks; given by the feature it belongs to. */
export type IsSettled = (documentId: string) => Promise<boolean>;

export interface CollabOptions {
  /** Who the cookie of a connection belongs to, null for nobody; the rights of a person as they stand now. */
  gate: { admit: (headers: IncomingHttpHeaders) => Promise<CollabPerson | null>; freshActor: (personId: string) => Promise<Actor> };
  authorize: AuthorizeRoom;
  /** Absent: no document ever is. */
  isSettled?: IsSettled | undefined;
  isOurs: OriginCheck;
  redisUrl?: string | undefined;
  limits: CollabLimits;
  /** Version of the documents' schema a client needs to write (`?schema=`); absent: not asked. */
  schemaVersion?: number | undefined;
}

/** Somebody who has a document open. */
export interface PresentPerson {
  personId: string;
  level: 'read' | 'write';
}

/** Live documents, for the commands and queries of features. */
export interface LiveDocuments {
  /** A new document with what `doc` holds; durable when it resolves. @throws Error when it exists */
  create: (documentId: string, doc: Doc) => Promise<void>;
  /** A copy of the document as it is now, the caller's own: changing it changes nothing else. Empty when nothing was written yet. */
  read: (documentId: string) => Promise<Doc>;
  /**
   * Changes a document for these people: `change` runs on a copy, at once and without waiting, and what it changed is sent to
   * everybody who has the document open and is durable when this resolves. When `change` throws, nothing is changed.
   * @throws AppError `conflict` when the document's text is settled
   */
  edit: <T>(documentId: string, change: (doc: Doc) => T, personIds?: string[]) => Promise<T>;
  /**
   * Runs `use` on a copy of the document while nobody writes in it, on any process; those who try meanwhile wait or come back.
   * From then on the document is written in or not as its feature then says.
   * @throws AppError `unavailable` when another process that has it open does not answer
   */
  whileStill: <T>(documentId: string, use: (doc: Doc) => Promise<T>) => Promise<T>;
  /** Removes a document for good and closes its sockets as not found. */
  remove: (documentId: string) => Promise<void>;
  /** Who has these documents open, by document, on any process. */
  present: (documentIds: readonly string[]) => Map<string, PresentPerson[]>;
}

/** The room server, composed by app.ts. */
export interface Collab extends LiveDocuments {
  /** Takes the upgrades to `/collab/:documentId` of this server; all others are left to whoever else listens. */
  serve: (http: Server) => void;
  /** Closes the sockets, writes what is left, and stops. */
  close: () => Promise<void>;
}
