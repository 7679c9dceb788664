import type { Collation } from './collation.ts';

/** Texts met so far, one for all that a collation takes as equal, in its order. */
export class TextClasses {
  readonly #collation: Collation;
  readonly #sorted: string[] = [];
  readonly #known = new Map<string, string>();

  constructor(collation: Collation) {
    this.#collation = collation;
  }

  /** The text that stands for this one and for all equal to it: the first of them that was met. */
  of(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const at = this.#place(text);
    const found = this.#at(at, text);
    if (found === undefined) this.#sorted.splice(at, 0, text);
    const representative = found ?? text;
    this.#known.set(text, representative);
    return representative;
  }

  /** True when an equal text has been met. */
  has(text: string): boolean {
    return this.#known.has(text) || this.#at(this.#place(text), text) !== undefined;
  }

  #at(place: number, text: string): string | undefined {
    const candidate = this.#sorted[place];
    return candidate !== undefined && this.#collation.compare(candidate, text) === 0 ? candidate : undefined;
  }

  #place(text: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#collation.compare(this.#sorted[middle] as string, text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
