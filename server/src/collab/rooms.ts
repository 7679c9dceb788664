import { inBackground, logger } from '../platform/logger.ts';
import { Cluster, type SayPresent } from './cluster.ts';
import type { IsSettled, PresentPerson } from './collab-feature.ts';
import { held } from './collab-metrics.ts';
import { Compaction } from './compaction.ts';
import { appendBatches, readStored } from './document-store.ts';
import { GroupCommit } from './group-commit.ts';
import { Room } from './room.ts';
import type { RoomHost } from './room-host.ts';
import { Settling } from './settling.ts';
import { WrittenNotices } from './written-notices.ts';

/** A reloaded page finds its document still in memory. */
const REST_MS = 2_000;

interface RoomsParts {
  documentBytes: number;
  redisUrl: string | undefined;
  /** Called with who has a document open in another process. */
  sayPresent: SayPresent;
  isSettled: IsSettled | undefined;
}

/** The documents in memory: each read once however many ask for it, and gone once nobody needs it and all of it is on disk. */
export class Rooms {
  readonly writer = crypto.randomUUID();
  readonly commit = new GroupCommit({
    writer: this.writer,
    append: appendBatches,
    written: ({ documentId, by, at }) => {
      this.notices.add(documentId, by, at);
      const room = this.#loaded.get(documentId);
      if (room) this.#compaction.consider(room);
    },
  });
  readonly notices = new WrittenNotices();
  readonly #compaction = new Compaction();
  readonly #rooms = new Map<string, Promise<Room>>();
  readonly #loaded = new Map<string, Room>();
  readonly #resting = new Map<Room, NodeJS.Timeout>();
  readonly #documentBytes: number;
  #seq = 0;

  readonly #cluster: Cluster | null;
  /** Whether what is in memory may be written in. */
  readonly settling: Settling;

  constructor({ documentBytes, redisUrl, sayPresent, isSettled }: RoomsParts) {
    this.settling = new Settling(this.writer, isSettled);
    this.#documentBytes = documentBytes;
    this.#cluster = redisUrl ? new Cluster(this.writer, redisUrl, { sayPresent, settling: this.settling }) : null;
    if (this.#cluster) this.settling.others = this.#cluster;
  }

  /** The room of a document, read from disk if need be; whoever entered leaves. */
  async enter(documentId: string): Promise<Room> {
    for (;;) {
      const loading = this.#rooms.get(documentId) ?? this.#begin(documentId);
      const room = await loading;
      if (this.#rooms.get(documentId) !== loading) continue;
      this.hold(room);
      return room;
    }
  }

  /** Keeps a room in memory once more; whoever holds leaves. */
  hold(room: Room): void {
    room.holders++;
    const resting = this.#resting.get(room);
    if (resting) clearTimeout(resting);
    this.#resting.delete(room);
  }

  leave(room: Room): void {
    room.holders--;
    if (room.holders > 0 || this.#loaded.get(room.documentId) !== room) return;
    this.#resting.set(
      room,
      setTimeout(() => inBackground('put a document away', () => this.#putAway(room)), REST_MS),
    );
  }

  /** Those in memory. */
  all(): Iterable<Room> {
    return this.#loaded.values();
  }

  loaded(documentId: string): Room | undefined {
    return this.#loaded.get(documentId);
  }

  #begin(documentId: string): Promise<Room> {
    const loading = this.#load(documentId);
    this.#rooms.set(documentId, loading);
    loading.catch(() => {
      this.#rooms.delete(documentId);
      this.#cluster?.leave(documentId);
    });
    return loading;
  }

  async #load(documentId: string): Promise<Room> {
    await this.commit.pending(documentId);
    await this.#cluster?.join(documentId);
    // Whoever settles it from here on is heard, as what is written is.
    const [stored, settled] = await Promise.all([readStored(documentId), this.settling.isSettled(documentId)]);
    const room = new Room(documentId, stored, this.#host());
    room.freeze.settled = settled;
    await this.#cluster?.complete(room);
    this.#loaded.set(documentId, room);
    held.rooms = this.#loaded.size;
    // A crash may have come between the write and its notice.
    if (stored.lastWritten) this.notices.add(documentId, stored.lastWritten.personIds, stored.lastWritten.at);
    return room;
  }

  #host(): RoomHost<Room> {
    return {
      documentBytes: this.#documentBytes,
      keep: (room, update, by) => this.#keep(room, update, by),
      shareCarets: (room, carets) => this.#cluster?.shareCarets(room.documentId, carets),
      condemn: (room) => this.#condemn(room),
    };
  }

  #keep(room: Room, update: Uint8Array, by: readonly string[]): void {
    const seq = ++this.#seq;
    this.#cluster?.shareChange(room.documentId, room.covered.get(this.writer) ?? 0, seq, update);
    this.commit.add(room.documentId, seq, update, by);
    room.log.updates++;
    room.log.bytes += update.length;
    room.covered.set(this.writer, seq);
  }

  /** What is in doubt is read again: its people come back to what is on disk. */
  #condemn(room: Room): void {
    this.forget(room);
    for (const member of room.members) member.comeBack();
  }

  /** Takes it out of memory at once. */
  forget(room: Room): void {
    this.#rooms.delete(room.documentId);
    this.#loaded.delete(room.documentId);
    held.rooms = this.#loaded.size;
    const resting = this.#resting.get(room);
    if (resting) clearTimeout(resting);
    this.#resting.delete(room);
    room.destroy();
    this.#cluster?.leave(room.documentId);
  }

  /** Tells other processes who has a document open here. */
  sharePresence(documentId: string, people: PresentPerson[]): void {
    this.#cluster?.sharePresence(documentId, people);
  }

  async #putAway(room: Room): Promise<void> {
    this.#resting.delete(room);
    room.flush();
    await this.commit.pending(room.documentId);
    await this.#compaction.rest(room).catch((err: unknown) => logger.error({ err }, 'snapshot failed; the log stays'));
    if (room.holders > 0 || this.commit.pending(room.documentId)) return;
    if (this.#loaded.get(room.documentId) === room) this.forget(room);
  }

  /** Writes what is left of everything. */
  async close(): Promise<void> {
    const rooms = [...this.#loaded.values()];
    for (const room of rooms) room.flush();
    await this.commit.finish();
    for (const room of rooms) {
      await this.#compaction.rest(room).catch((err: unknown) => logger.error({ err }, 'snapshot failed; the log stays'));
      this.forget(room);
    }
    await this.notices.close();
    await this.#cluster?.close();
  }
}
