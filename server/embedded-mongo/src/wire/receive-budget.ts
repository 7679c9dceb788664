/** What all connections together may have sent without its having been worked off, in bytes. */
const LIMIT = 512 * 1024 * 1024;

/** Bounds the memory that clients can fill with messages begun and not ended, or sent faster than they are answered. */
export class ReceiveBudget {
  #held = 0;
  readonly #limit: number;

  constructor(limit = LIMIT) {
    this.#limit = limit;
  }

  /** @throws Error when more would be held than there is room for */
  take(bytes: number): void {
    this.#held += bytes;
    if (this.#held > this.#limit) throw new Error('too much is waiting to be worked off');
  }

  give(bytes: number): void {
    this.#held -= bytes;
  }
}
