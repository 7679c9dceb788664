import type { Collation } from './collation.ts';

/** More texts than this in one portion are parted: to insert one moves those after it. */
const PORTION = 1024;

/** Texts met so far, one for all that a collation takes as equal, in its order. */
export class TextClasses {
  readonly #collation: Collation;
  /** Each sorted, and before the next. */
  readonly #portions: string[][] = [[]];
  readonly #known = new Map<string, string>();

  constructor(collation: Collation) {
    this.#collation = collation;
  }

  /** The text that stands for this one and for all equal to it: the first of them that was met. */
  of(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const number = this.#portionOf(text);
    const portion = this.#portions[number] as string[];
    const at = this.#firstNotBefore(portion, text);
    const found = this.#equalAt(portion, at, text);
    if (found === undefined) this.#insert(number, at, text);
    const representative = found ?? text;
    this.#known.set(text, representative);
    return representative;
  }

  /** True when an equal text has been met. */
  has(text: string): boolean {
    if (this.#known.has(text)) return true;
    const portion = this.#portions[this.#portionOf(text)] as string[];
    return this.#equalAt(portion, this.#firstNotBefore(portion, text), text) !== undefined;
  }

  #insert(number: number, at: number, text: string): void {
    const portion = this.#portions[number] as string[];
    portion.splice(at, 0, text);
    if (portion.length > PORTION) this.#portions.splice(number + 1, 0, portion.splice(PORTION / 2));
  }

  #equalAt(portion: readonly string[], at: number, text: string): string | undefined {
    const candidate = portion[at];
    return candidate !== undefined && this.#collation.compare(candidate, text) === 0 ? candidate : undefined;
  }

  /** The first portion whose last text does not come before this one, or the last of all. */
  #portionOf(text: string): number {
    const before = (portion: readonly string[]) => this.#collation.compare(portion.at(-1) as string, text) < 0;
    return firstWhereNot(this.#portions.length - 1, (number) => before(this.#portions[number] as string[]));
  }

  #firstNotBefore(portion: readonly string[], text: string): number {
    return firstWhereNot(portion.length, (at) => this.#collation.compare(portion[at] as string, text) < 0);
  }
}

/** Of the numbers up to `end`, the first for which `holds` does not; it holds for all before. */
function firstWhereNot(end: number, holds: (number: number) => boolean): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
