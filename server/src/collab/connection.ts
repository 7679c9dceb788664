import type { Socket } from 'node:net';
import { COLLAB_CLOSE, type CollabCloseCode } from '@beffroi/shared/collab/close-codes';
import { WebSocket } from 'ws';
import { encodeStateAsUpdate, encodeStateVector } from 'yjs';
import type { CollabPerson, RoomAccess } from './collab-feature.ts';
import { closedSockets, held } from './collab-metrics.ts';
import { Exchange } from './exchange.ts';
import type { CollabLimits } from './limits.ts';
import { MessageRate } from './message-rate.ts';
import type { Room } from './room.ts';
import type { RoomMember } from './room-member.ts';
import { SocketWriter } from './socket-writer.ts';
import { awarenessMessage, type Message, parseMessage, savedMessage, updateMessage } from './wire.ts';

/** Changes of a reader are dropped; one that insists is no page of ours. */
const REFUSALS_MAX = 20;
/** A server that starts anew (RFC 6455): the page comes back by itself. */
const RESTART = 1012;
/** An update that says nothing. */
const EMPTY_UPDATE_BYTES = 2;

export interface ConnectionParts {
  ws: WebSocket;
  socket: Socket;
  room: Room;
  person: CollabPerson;
  access: RoomAccess;
  limits: CollabLimits;
  /** Resolves once all that the room has taken is on disk; null when it is. */
  pending: () => Promise<void> | null;
  /** Whether so much waits to be written that nothing more should be read until `then`. */
  isFull: (then: () => void) => boolean;
}

/** A socket in a room: what it says is read, limited and passed on to the room, by what its person may do. */
export class Connection implements RoomMember {
  readonly ws: WebSocket;
  readonly room: Room;
  readonly person: CollabPerson;
  readonly #writer: SocketWriter;
  readonly #exchange: Exchange;
  readonly #rate: MessageRate;
  readonly #messageBytes: number;
  readonly #pending: ConnectionParts['pending'];
  readonly #isFull: ConnectionParts['isFull'];
  #access: RoomAccess;
  /** It asked for the document and was answered: from then on it is sent changes, none of them before those they follow. */
  #joined = false;
  #refusals = 0;
  /** While its person's rights are asked again its changes are not taken. */
  #doubted = false;
  #answers = true;

  constructor({ ws, socket, room, person, access, limits, pending, isFull }: ConnectionParts) {
    this.ws = ws;
    this.room = room;
    this.person = person;
    this.#writer = new SocketWriter(ws, socket, this);
    this.#rate = new MessageRate(limits);
    this.#messageBytes = limits.messageBytes;
    this.#pending = pending;
    this.#isFull = isFull;
    this.#access = access;
    room.members.add(this);
    this.#exchange = new Exchange(room, this.#writer, () => this.writes && ws.readyState === WebSocket.OPEN);
  }

  get personId(): string {
    return this.person.actor.personId;
  }

  get caretName(): string | undefined {
    return this.#access.caretName;
  }

  get access(): RoomAccess {
    return this.#access;
  }

  get writes(): boolean {
    return this.#access.level === 'write';
  }

  /** Reads a message. */
  receive(data: Buffer, isBinary: boolean): void {
    if (this.ws.readyState !== WebSocket.OPEN) return;
    this.#answers = true;
    held.receivedBytes += data.length;
    if (!this.#rate.allows(data.length)) return this.close(COLLAB_CLOSE.tooMany);
    if (data.length > this.#messageBytes) return this.close(COLLAB_CLOSE.tooBig);
    try {
      if (!isBinary) throw new Error('text');
      this.#handle(parseMessage(data));
    } catch {
      this.close(COLLAB_CLOSE.malformed);
    }
  }

  #handle(message: Message): void {
    switch (message.kind) {
      case 'update':
        return this.#change(message.update);
      case 'have':
        return this.#answer(message.vector);
      case 'awareness':
        this.room.awareness.announce(this, message.states);
        return this.room.carets.moved();
      case 'awareness-query':
        return this.#countSent(this.#sendCarets());
      case 'saved-question':
        return this.#tellWhenSaved(message.token);
    }
  }

  #change(update: Uint8Array): void {
    if (update.length <= EMPTY_UPDATE_BYTES && update.every((byte) => byte === 0)) return;
    if (this.#doubted) return;
    if (!this.writes) {
      if (++this.#refusals > REFUSALS_MAX) this.close(COLLAB_CLOSE.withdrawn);
      return;
    }
    this.room.receive({ from: this, update });
    if (this.#isFull(() => this.ws.resume())) this.ws.pause();
  }

  #answer(vector: Uint8Array): void {
    const sent = this.#exchange.answer(vector);
    if (this.#joined) return this.#countSent(sent);
    this.#joined = true;
    this.#sendCarets();
  }

  /** @returns how many bytes they are */
  #sendCarets(): number {
    const states = this.room.awareness.all();
    if (states) this.#send(awarenessMessage(states));
    return states?.length ?? 0;
  }

  /** What it asks for again counts like what it sends: a short question, asked without end, would fill the memory with answers. */
  #countSent(bytes: number): void {
    if (!this.#rate.allowsAnswer(bytes)) this.close(COLLAB_CLOSE.tooMany);
  }

  #tellWhenSaved(token: number): void {
    // A reader's changes were dropped: none of them is saved.
    if (!this.writes) return;
    this.room.flush();
    const tell = () => this.#send(savedMessage(token));
    const pending = this.#pending();
    if (pending) void pending.then(tell);
    else tell();
  }

  #send(message: Uint8Array): void {
    this.#writer.send(message);
  }

  sendChanges(frames: Uint8Array): void {
    if (this.#joined) this.#writer.writeShared(frames);
  }

  /** What it misses from now on comes as one change when it reads again. */
  fellBehind(): () => void {
    const since = encodeStateVector(this.room.doc);
    return () => {
      this.#send(updateMessage(encodeStateAsUpdate(this.room.doc, since)));
      this.#sendCarets();
    };
  }

  /** Takes no changes until `decided`. */
  doubt(): void {
    this.#doubted = true;
  }

  /** Goes on with the same rights; what was not taken meanwhile is asked for. */
  trust(access: RoomAccess): void {
    this.#access = access;
    if (!this.#doubted) return;
    this.#doubted = false;
    this.#exchange.ask();
  }

  /** Asks whether it is still there; ends it when it did not answer the last time. */
  beat(): void {
    if (!this.#answers) return this.ws.terminate();
    this.#answers = false;
    this.ws.ping();
  }

  alive(): void {
    this.#answers = true;
  }

  close(code: CollabCloseCode): void {
    closedSockets.inc({ code });
    this.#end(code);
  }

  comeBack(): void {
    this.#end(RESTART);
  }

  #end(code: number): void {
    this.ws.resume();
    this.ws.close(code);
  }

  /** The socket is gone. */
  left(): void {
    this.#writer.end();
    this.room.members.delete(this);
    this.room.awareness.leave(this);
    this.room.carets.moved();
  }
}
