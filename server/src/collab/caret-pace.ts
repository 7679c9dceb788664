/** Carets are sent at most this often. */
const EVERY_MS = 50;

/** When carets that moved are to be sent: at once after a rest, else together. */
export class CaretPace {
  readonly #send: () => void;
  #timer: NodeJS.Timeout | null = null;
  #sentAt = 0;

  constructor(send: () => void) {
    this.#send = send;
  }

  /** Carets moved: they are sent soon. */
  moved(): void {
    this.#timer ??= setTimeout(() => this.#now(), Math.max(0, this.#sentAt + EVERY_MS - Date.now()));
  }

  /** Something else is sent just now: carets that wait go after it when their time has come. */
  alongside(): void {
    if (this.#timer && Date.now() >= this.#sentAt + EVERY_MS) this.#now();
  }

  #now(): void {
    this.stop();
    this.#sentAt = Date.now();
    this.#send();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
