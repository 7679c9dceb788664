import { Redis } from 'ioredis';
import { encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { inBackground, logger } from '../platform/logger.ts';
import { type ClusterMessage, decodeClusterMessage, encodeClusterMessage, type SharedCaret } from './cluster-message.ts';
import type { PresentPerson } from './collab-feature.ts';
import { HoldRound } from './hold-round.ts';
import type { Room } from './room.ts';
import type { Settling } from './settling.ts';

const channelOf = (documentId: string) => `beffroi:document:${documentId}`;
const PRESENCE_CHANNEL = 'beffroi:documents:present';
/** A process that does not answer in this time is read from disk alone; what it has more comes when it does. */
const ANSWER_MS = 300;

interface Seat {
  /** Null while it is read from disk: what is said meanwhile waits. */
  room: Room | null;
  waiting: ClusterMessage[];
  /** How many processes are still to answer before the room is complete. */
  awaited: number;
  complete: () => void;
  /** Those who were asked to hold changes back. */
  round: HoldRound;
}

interface ClusterParts {
  sayPresent: SayPresent;
  settling: Settling;
}

export type SayPresent = (from: string, documentId: string, people: PresentPerson[]) => void;

/**
 * The other processes that serve the same documents, over Redis. A process listens before it reads a document from disk and
 * asks the others afterwards for what was not there yet, so that nothing falls between; each numbers its changes, so that who
 * misses one knows and asks.
 */
export class Cluster {
  readonly #self: string;
  readonly #pub: Redis;
  readonly #sub: Redis;
  readonly #seats = new Map<string, Seat>();
  readonly #sayPresent: SayPresent;
  readonly #settling: Settling;

  constructor(self: string, redisUrl: string, { sayPresent, settling }: ClusterParts) {
    this.#self = self;
    this.#sayPresent = sayPresent;
    this.#settling = settling;
    [this.#pub, this.#sub] = [new Redis(redisUrl), new Redis(redisUrl)];
    for (const client of [this.#pub, this.#sub]) client.on('error', (err: unknown) => logger.error({ err }, 'redis'));
    this.#sub.on('messageBuffer', (channel: Buffer, bytes: Buffer) => this.#hear(channel.toString(), bytes));
    // While Redis was away, changes were told to nobody.
    this.#sub.on('ready', () => {
      for (const documentId of this.#seats.keys()) this.#ask(documentId);
    });
    inBackground('listen to who is present', () => this.#sub.subscribe(PRESENCE_CHANNEL));
  }

  /** Listens to what others say of a document; kept until `complete`. */
  async join(documentId: string): Promise<void> {
    this.#seats.set(documentId, { room: null, waiting: [], awaited: 0, complete: () => {}, round: new HoldRound() });
    await this.#sub.subscribe(channelOf(documentId));
  }

  /** Brings a room read from disk up to what others have. */
  async complete(room: Room): Promise<void> {
    const seat = this.#seats.get(room.documentId);
    if (!seat) return;
    seat.room = room;
    for (const message of seat.waiting.splice(0)) this.#take(seat, room, message);
    seat.awaited = await this.#others(room.documentId);
    if (seat.awaited < 1) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, ANSWER_MS);
      seat.complete = () => {
        clearTimeout(late);
        resolve();
      };
      this.#ask(room.documentId);
    });
  }

  /** How many other processes have a document open. */
  async #others(documentId: string): Promise<number> {
    const [, listeners] = (await this.#pub.pubsub('NUMSUB', channelOf(documentId))) as [string, number];
    return Number(listeners) - 1;
  }

  /** Has every other process hold changes back, and send what this one lacks. @throws AppError `unavailable` when one does not answer */
  async hold(room: Room): Promise<void> {
    const seat = this.#seats.get(room.documentId);
    if (!seat) return;
    const others = await this.#others(room.documentId);
    await seat.round.begin(others, (turn) =>
      this.#say(room.documentId, { from: this.#self, kind: 'hold', turn, vector: encodeStateVector(room.doc) }),
    );
  }

  letGo(documentId: string): void {
    if (this.#seats.has(documentId)) this.#say(documentId, { from: this.#self, kind: 'let-go' });
  }

  leave(documentId: string): void {
    if (this.#seats.delete(documentId)) inBackground('leave a document', () => this.#sub.unsubscribe(channelOf(documentId)));
  }

  shareChange(documentId: string, before: number, seq: number, update: Uint8Array): void {
    this.#say(documentId, { from: this.#self, kind: 'change', before, seq, update });
  }

  shareCarets(documentId: string, carets: SharedCaret[]): void {
    if (carets.length > 0) this.#say(documentId, { from: this.#self, kind: 'carets', carets });
  }

  sharePresence(documentId: string, people: PresentPerson[]): void {
    inBackground('tell who is present', () =>
      this.#pub.publish(PRESENCE_CHANNEL, JSON.stringify({ from: this.#self, documentId, people })),
    );
  }

  #say(documentId: string, message: ClusterMessage): void {
    inBackground('tell other processes', () => this.#pub.publish(channelOf(documentId), encodeClusterMessage(message)));
  }

  #ask(documentId: string): void {
    const room = this.#seats.get(documentId)?.room;
    if (room) this.#say(documentId, { from: this.#self, kind: 'ask', vector: encodeStateVector(room.doc) });
  }

  #hear(channel: string, bytes: Buffer): void {
    try {
      if (channel === PRESENCE_CHANNEL) {
        const { from, documentId, people } = JSON.parse(bytes.toString());
        if (from !== this.#self) this.#sayPresent(from, documentId, people);
        return;
      }
      const seat = this.#seats.get(channel.slice(channelOf('').length));
      const message = decodeClusterMessage(bytes);
      if (!seat || message.from === this.#self) return;
      if (seat.room) this.#take(seat, seat.room, message);
      else seat.waiting.push(message);
    } catch (err) {
      logger.error({ err }, 'what another process said was not understood');
    }
  }

  #take(seat: Seat, room: Room, message: ClusterMessage): void {
    const { from } = message;
    switch (message.kind) {
      case 'change':
        return this.#change(room, message);
      case 'ask': {
        room.flush();
        const update = encodeStateAsUpdate(room.doc, message.vector);
        const seq = room.covered.get(this.#self) ?? 0;
        this.#say(room.documentId, { from: this.#self, kind: 'answer', to: from, seq, held: room.freeze.held, update });
        return this.shareCarets(room.documentId, room.awareness.own());
      }
      case 'answer':
        if (message.to !== this.#self) return;
        room.hear(message.update);
        room.covered.set(from, Math.max(message.seq, room.covered.get(from) ?? 0));
        if (message.held) this.#settling.holdFor(room, from);
        if (--seat.awaited === 0) seat.complete();
        return;
      case 'hold':
        this.#settling.holdFor(room, from);
        return this.#say(room.documentId, {
          from: this.#self,
          kind: 'held',
          to: from,
          turn: message.turn,
          update: encodeStateAsUpdate(room.doc, message.vector),
        });
      case 'held':
        if (message.to !== this.#self) return;
        room.hear(message.update);
        return seat.round.holds(message.turn);
      case 'let-go':
        return this.#settling.letGoOf(room, from);
      case 'carets':
        room.awareness.adopt(from, message.carets);
        return room.carets.moved();
    }
  }

  #change(room: Room, { from, before, seq, update }: ClusterMessage & { kind: 'change' }): void {
    const heard = room.covered.get(from) ?? 0;
    room.hear(update);
    if (seq <= heard) return;
    if (before === heard) room.covered.set(from, seq);
    else this.#ask(room.documentId);
  }

  async close(): Promise<void> {
    await Promise.all([this.#pub.quit(), this.#sub.quit()]);
  }
}
