/** A document that was measured too large is not measured again before this. */
const FULL_FOR_MS = 10_000;

/** How large a document is on disk: never less than known, and measured only when what is known would be too much. */
export class DocumentSize {
  readonly #max: number;
  readonly #measure: () => number;
  #bytes: number;
  #fullUntil = 0;

  constructor(max: number, bytes: number, measure: () => number) {
    this.#max = max;
    this.#bytes = bytes;
    this.#measure = measure;
  }

  /** Counts what is to be added. @returns whether there is room for it; it is not counted when there is none */
  takes(bytes: number): boolean {
    if (this.#bytes + bytes > this.#max && Date.now() >= this.#fullUntil) this.#bytes = this.#measure();
    if (this.#bytes + bytes <= this.#max) {
      this.#bytes += bytes;
      return true;
    }
    if (Date.now() >= this.#fullUntil) this.#fullUntil = Date.now() + FULL_FOR_MS;
    return false;
  }

  /** It was measured otherwise. */
  is(bytes: number): void {
    this.#bytes = bytes;
  }
}
