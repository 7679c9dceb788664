import { COLLAB_CLOSE } from '@beffroi/shared/collab/close-codes';
import { AppError } from '@beffroi/shared/core/errors';
import * as random from 'lib0/random';
import type { Types } from 'mongoose';
import * as Y from 'yjs';
import { logger } from '../platform/logger.ts';
import { applyUpdates, capture } from './apply-updates.ts';
import { AwarenessBoard } from './awareness-board.ts';
import { CaretPace } from './caret-pace.ts';
import { flushSeconds } from './collab-metrics.ts';
import { DocumentSize } from './document-size.ts';
import type { LogLength, StoredDocument } from './document-store.ts';
import { frame, frameUpdate } from './frame.ts';
import { Freeze } from './freeze.ts';
import { LazyDocument } from './lazy-document.ts';
import type { RoomHost } from './room-host.ts';
import type { RoomMember } from './room-member.ts';
import { awarenessMessage, haveMessage } from './wire.ts';

/** A change on its way into the document. */
interface Incoming {
  from: RoomMember;
  update: Uint8Array;
}

/** Changes that wait for others which never came: a page that skipped some is asked for all it has. */
const PENDING_BYTES_MAX = 1024 * 1024;

const peopleOf = (writers: ReadonlySet<RoomMember>): string[] => [
  ...new Set([...writers].flatMap((writer) => (writer.personId ? [writer.personId] : []))),
];

/** A document in memory with those who have it open. What comes in one tick is checked, applied and sent together. */
export class Room {
  readonly documentId: string;
  readonly state: LazyDocument;
  readonly members = new Set<RoomMember>();
  readonly awareness = new AwarenessBoard();
  readonly freeze = new Freeze();
  readonly carets = new CaretPace(() => this.#sendCarets());
  /** Sockets and operations that need it in memory. */
  holders = 0;
  /** What a snapshot of it would cover and replace; kept by whoever writes them. */
  readonly covered: Map<string, number>;
  snapshotIds: Types.ObjectId[];
  /** How long its log is. */
  readonly log: LogLength;
  compactedAt = 0;
  /** It holds changes that other processes may not have written yet. */
  heardFromOthers = false;
  readonly #host: RoomHost<Room>;
  readonly #commandClient = random.uint32();
  #incoming: Incoming[] = [];
  #tick: NodeJS.Immediate | null = null;
  readonly #size: DocumentSize;

  constructor(documentId: string, stored: StoredDocument, host: RoomHost<Room>) {
    this.documentId = documentId;
    this.#host = host;
    this.covered = stored.logged;
    this.snapshotIds = stored.snapshotIds;
    this.log = stored.log;
    this.#size = new DocumentSize(host.documentBytes, stored.bytes, () => Y.encodeStateAsUpdate(this.doc).length);
    this.state = new LazyDocument(stored.updates);
  }

  /** Made when it is first asked for. */
  get doc(): Y.Doc {
    return this.state.doc;
  }

  /** What it holds, as a question for the rest; null when what was read makes no document: its people are sent away. */
  question(): Uint8Array | null {
    try {
      return haveMessage(Y.encodeStateVector(this.doc));
    } catch (err) {
      logger.error({ err, documentId: this.documentId }, 'what is stored of a live document cannot be read');
      this.#host.condemn(this);
      return null;
    }
  }

  /** Takes a change; it is seen by others, and on its way to disk, at the end of the tick. */
  receive(incoming: Incoming): void {
    // Whoever may still write is told so when it comes back.
    if (this.freeze.on) return incoming.from.close(COLLAB_CLOSE.levelChanged);
    this.#incoming.push(incoming);
    this.#tick ??= setImmediate(() => this.flush());
  }

  /** Applies and sends what has come. */
  flush(): void {
    if (this.#tick) clearImmediate(this.#tick);
    this.#tick = null;
    const incoming = this.#incoming;
    if (incoming.length === 0) return;
    const began = performance.now();
    this.#incoming = [];
    this.#take(incoming);
    this.carets.alongside();
    flushSeconds.observe((performance.now() - began) / 1_000);
  }

  #take(incoming: Incoming[]): void {
    const { accepted, update } = this.#apply(incoming);
    const writers = new Set(accepted.map(({ from }) => from));
    if (update) this.#passOn(update, writers);
    if (this.doc.store.pendingStructs) this.#askForMissing(writers);
  }

  #apply(incoming: Incoming[]): { accepted: Incoming[]; update: Uint8Array | null } {
    try {
      return applyUpdates(this.doc, this.#withinSize(incoming), ({ from }) => from.close(COLLAB_CLOSE.malformed));
    } catch (err) {
      logger.error({ err, documentId: this.documentId }, 'a change could not be applied');
      for (const { from } of incoming) from.close(COLLAB_CLOSE.malformed);
      this.#host.condemn(this);
      return { accepted: [], update: null };
    }
  }

  /** Sends a change to all but its only writer; where several wrote in one tick, each hears the others with herself among them. */
  #passOn(update: Uint8Array, writers: ReadonlySet<RoomMember>, by: readonly string[] = peopleOf(writers)): void {
    const framed = frameUpdate(update);
    for (const member of this.members) if (writers.size > 1 || !writers.has(member)) member.sendChanges(framed);
    this.#host.keep(this, update, by);
  }

  /** Takes a change that another process has, which writes it; here it is seen. */
  hear(update: Uint8Array): void {
    const news = capture(this.doc, () => Y.applyUpdate(this.doc, update));
    if (!news) return;
    this.heardFromOthers = true;
    const framed = frameUpdate(news);
    for (const member of this.members) member.sendChanges(framed);
  }

  /** What the document has room for; those who bring more are told that it is too much. */
  #withinSize(incoming: Incoming[]): Incoming[] {
    if (this.#size.takes(incoming.reduce((sum, { update }) => sum + update.length, 0))) return incoming;
    for (const { from } of incoming) from.close(COLLAB_CLOSE.tooBig);
    return [];
  }

  /** Changes came before those they follow: whoever sent them is asked for all she has; what is never completed is dropped. */
  #askForMissing(writers: ReadonlySet<RoomMember>): void {
    const { pendingStructs } = this.doc.store;
    if (pendingStructs && pendingStructs.update.length > PENDING_BYTES_MAX) {
      this.doc.store.pendingStructs = null;
      for (const writer of writers) writer.close(COLLAB_CLOSE.malformed);
      return;
    }
    const question = frame(haveMessage(Y.encodeStateVector(this.doc)));
    for (const writer of writers) writer.sendChanges(question);
  }

  #sendCarets(): void {
    const moved = this.awareness.take();
    if (!moved) return;
    const framed = frame(awarenessMessage(moved.states));
    // To those they are of as well: a page that hears nothing for half a minute, not even itself, takes its connection for dead.
    for (const member of this.members) member.sendChanges(framed);
    this.#host.shareCarets(this, moved.own);
  }

  /**
   * Applies a change of a command's; throws what `change` throws, and then nothing has changed.
   * @throws AppError `conflict` when its text is settled
   */
  edit<T>(change: (doc: Y.Doc) => T, personIds: readonly string[]): T {
    if (this.freeze.on) throw new AppError('conflict', { detail: 'Ce texte vient d’être validé\u00a0: il ne change plus.' });
    const copy = this.copy();
    // Always the same author in this room: a document would otherwise remember one more for each command.
    copy.clientID = this.#commandClient;
    let result: { value: T } | undefined;
    const update = capture(copy, () => {
      result = { value: change(copy) };
    });
    copy.destroy();
    if (update) {
      Y.applyUpdate(this.doc, update);
      this.#passOn(update, new Set(), personIds);
    }
    return (result as { value: T }).value;
  }

  /** The document as it is now. */
  copy(): Y.Doc {
    this.flush();
    return this.state.copy();
  }

  /** What a snapshot holds, and from now on the size that is known. */
  encode(): Uint8Array {
    this.flush();
    const state = Y.encodeStateAsUpdate(this.doc);
    this.#size.is(state.length);
    return state;
  }

  destroy(): void {
    if (this.#tick) clearImmediate(this.#tick);
    this.carets.stop();
    this.freeze.destroy();
    this.state.destroy();
  }
}
