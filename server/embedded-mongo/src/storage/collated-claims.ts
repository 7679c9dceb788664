import { keyMaker } from '../collation/collated-key.ts';
import type { Collation } from '../collation/collation.ts';

/**
 * Which documents have which values in a unique index with a collation. The entries of an index stand in the order of
 * their bytes, where strings that a collation takes as equal are far apart, and no bytes can be made from a string that
 * would bring them together: they are remembered instead.
 */
export class CollatedClaims {
  /** False until what the collection holds has been entered. */
  known = false;
  readonly #keyOf: (value: unknown) => string;
  readonly #holders = new Map<string, Buffer[]>();

  constructor(collation: Collation) {
    this.#keyOf = keyMaker(collation);
  }

  /** One name for all tuples of values that are equal. */
  nameOf(values: readonly unknown[]): string {
    return JSON.stringify(values.map(this.#keyOf));
  }

  /** True when another document has these values. */
  isTaken(name: string, key: Buffer): boolean {
    return this.#holders.get(name)?.some((holder) => !holder.equals(key)) === true;
  }

  claim(name: string, key: Buffer): void {
    const holders = this.#holders.get(name) ?? [];
    if (!holders.some((holder) => holder.equals(key))) this.#holders.set(name, [...holders, Buffer.from(key)]);
  }

  release(name: string, key: Buffer): void {
    const others = this.#holders.get(name)?.filter((holder) => !holder.equals(key)) ?? [];
    if (others.length > 0) this.#holders.set(name, others);
    else this.#holders.delete(name);
  }

  /** The documents that have the same values, each group of them together. */
  shared(): Buffer[][] {
    return [...this.#holders.values()].filter((holders) => holders.length > 1);
  }
}
