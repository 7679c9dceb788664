import type { Room } from './room.ts';
import type { SocketWriter } from './socket-writer.ts';
import { answerMessage, updateMessage } from './wire.ts';

/**
 * The two questions of a connection: what the page lacks, which it asks, and what the room lacks, which it is asked. Of a
 * document just read from disk she is sent what there is first: knowing what it holds takes longer than reading it did.
 */
export class Exchange {
  readonly #room: Room;
  readonly #writer: SocketWriter;
  /** Whether there is anything to ask of her: one who may not write has nothing the room would take. */
  readonly #asks: () => boolean;
  #owed = true;

  constructor(room: Room, writer: SocketWriter, asks: () => boolean) {
    this.#room = room;
    this.#writer = writer;
    this.#asks = asks;
    if (room.state.isMade) this.#askOwed();
  }

  /**
   * Sends her what she lacks, the answer last: a page that has it takes the document for whole.
   * @returns how many bytes it is
   */
  answer(vector: Uint8Array): number {
    const lacked = this.#room.state.lackedBy(vector);
    for (const update of lacked.slice(0, -1)) this.#writer.send(updateMessage(update));
    this.#writer.send(answerMessage(lacked.at(-1) as Uint8Array), () => this.#askOwed());
    return lacked.reduce((bytes, update) => bytes + update.length, 0);
  }

  #askOwed(): void {
    if (!this.#owed) return;
    this.#owed = false;
    this.ask();
  }

  /** Asks for what she has and the room has not. */
  ask(): void {
    const question = this.#asks() ? this.#room.question() : null;
    if (question) this.#writer.send(question);
  }
}
