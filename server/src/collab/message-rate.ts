import type { CollabLimits } from './limits.ts';

const WINDOW_MS = 10_000;

/** How much one socket sends, and has sent to it when it asks. */
export class MessageRate {
  readonly #limits: Pick<CollabLimits, 'messagesPer10s' | 'bytesPer10s'>;
  #since = 0;
  #messages = 0;
  #bytes = 0;

  constructor(limits: Pick<CollabLimits, 'messagesPer10s' | 'bytesPer10s'>) {
    this.#limits = limits;
  }

  /** Counts a message. @returns whether it is within what any use of the pages sends */
  allows(bytes: number): boolean {
    const now = Date.now();
    if (now - this.#since > WINDOW_MS) {
      this.#since = now;
      this.#messages = 0;
      this.#bytes = 0;
    }
    this.#messages++;
    this.#bytes += bytes;
    return this.#messages <= this.#limits.messagesPer10s && this.#bytes <= this.#limits.bytesPer10s;
  }

  /** Counts what it is sent for having asked. @returns likewise */
  allowsAnswer(bytes: number): boolean {
    this.#bytes += bytes;
    return this.#bytes <= this.#limits.bytesPer10s;
  }
}
