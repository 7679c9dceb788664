import type { Socket } from 'node:net';
import type { Document } from 'bson';
import { errorAnswer } from '../mongo-error.ts';
import type { CommandRunner } from './command-runner.ts';
import { MessageReader } from './message-reader.ts';
import { encodeOpMsg, OP_MSG, parseOpMsg } from './op-msg.ts';
import { answerOpQuery, OP_QUERY } from './op-query.ts';
import type { ReceiveBudget } from './receive-budget.ts';
import { OP_COMPRESSED, refuseCompressed } from './refused-operations.ts';

export interface ConnectionLimits {
  budget: ReceiveBudget;
  /** Milliseconds a message may take to arrive whole. */
  messageTimeout: number;
}

/** Messages read ahead of the one at work; then the client is left to wait. */
const MOST_WAITING = 64;

/**
 * Serves one client. Messages are answered in the order they came; a message that cannot be understood closes this
 * connection and no other.
 */
export function serveConnection(socket: Socket, run: CommandRunner, limits: ConnectionLimits): void {
  new Connection(socket, run, limits);
}

class Connection {
  readonly #socket: Socket;
  readonly #run: CommandRunner;
  readonly #limits: ConnectionLimits;
  readonly #reader = new MessageReader();
  readonly #waiting: Buffer[] = [];
  #held = 0;
  #busy = false;
  #requestId = 0;
  #deadline: NodeJS.Timeout | undefined;

  constructor(socket: Socket, run: CommandRunner, limits: ConnectionLimits) {
    this.#socket = socket;
    this.#run = run;
    this.#limits = limits;
    socket.setNoDelay(true);
    socket.setKeepAlive(true, 60_000);
    // A client that goes away mid-message is its own affair.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#release());
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  #receive(chunk: Buffer): void {
    try {
      this.#held += chunk.length;
      this.#limits.budget.take(chunk.length);
      const messages = this.#reader.push(chunk);
      this.#waiting.push(...messages);
      this.#watch(messages.length > 0);
    } catch {
      this.#socket.destroy();
      return;
    }
    if (!this.#busy) void this.#drain();
    else if (this.#waiting.length > MOST_WAITING) this.#pause();
  }

  /** A message begun has to be ended: whoever announces one and never sends it would be waited for for ever. */
  #watch(restart: boolean): void {
    if (this.#deadline && (restart || this.#reader.pending === 0)) {
      clearTimeout(this.#deadline);
      this.#deadline = undefined;
    }
    if (this.#reader.pending > 0) this.#deadline ??= setTimeout(() => this.#socket.destroy(), this.#limits.messageTimeout);
  }

  #pause(): void {
    this.#socket.pause();
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    try {
      for (let message = this.#waiting.shift(); message && !this.#socket.destroyed; message = this.#waiting.shift()) {
        const answer = await this.#answerTo(message);
        this.#give(message.length);
        if (answer && !this.#socket.destroyed && !this.#socket.write(answer)) await this.#flushed();
      }
    } catch {
      this.#socket.destroy();
    } finally {
      this.#busy = false;
    }
    if (this.#socket.isPaused() && !this.#socket.destroyed) {
      this.#socket.resume();
      this.#watch(true);
    }
  }

  async #answerTo(message: Buffer): Promise<Buffer | undefined> {
    const id = message.readInt32LE(4);
    switch (message.readInt32LE(12)) {
      case OP_MSG:
        return await this.#answerToOpMsg(message, id);
      case OP_QUERY:
        return await answerOpQuery(message, this.#run, id, ++this.#requestId);
      case OP_COMPRESSED:
        return encodeOpMsg(refuseCompressed(), id, ++this.#requestId);
    }
    throw new Error('an operation that no client of this protocol knows');
  }

  async #answerToOpMsg(message: Buffer, id: number): Promise<Buffer | undefined> {
    const { read, moreToCome } = parseOpMsg(message);
    let command: Document;
    try {
      command = read();
    } catch (error) {
      return moreToCome ? undefined : encodeOpMsg(errorAnswer(error), id, ++this.#requestId);
    }
    const answer = await this.#run(command);
    return moreToCome ? undefined : encodeOpMsg(answer, id, ++this.#requestId);
  }

  /** A client that does not read its answers is not answered further: they would fill the memory. */
  #flushed(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#socket.off('drain', done).off('close', done);
        resolve();
      };
      this.#socket.on('drain', done).on('close', done);
    });
  }

  #give(bytes: number): void {
    const given = Math.min(bytes, this.#held);
    this.#held -= given;
    this.#limits.budget.give(given);
  }

  #release(): void {
    clearTimeout(this.#deadline);
    this.#waiting.length = 0;
    this.#give(this.#held);
  }
}
