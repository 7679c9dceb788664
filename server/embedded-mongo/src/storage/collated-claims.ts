import { decode } from '../bson-codec.ts';
import { keyMaker } from '../collation/collated-key.ts';
import type { Collation } from '../collation/collation.ts';
import { documentRange } from './capped.ts';
import type { CollectionState } from './collection-state.ts';
import type { Maps } from './environment.ts';
import type { IndexState } from './index-state.ts';
import { scanKeys } from './key-scan.ts';

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

/**
 * The claims of an index, read from the documents the first time they are asked for. An index under construction has
 * none but those that are entered.
 */
export function knownClaims(claims: CollatedClaims, environment: Maps, collection: CollectionState, index: IndexState): CollatedClaims {
  if (claims.known) return claims;
  claims.known = true;
  if (index.building) return claims;
  for (const place of scanKeys({ map: environment.documents, epoch: () => 0 }, documentRange(collection), false)) {
    const bytes = environment.documents.getBinary(place);
    for (const name of bytes ? claimsOf(index, bytes) : []) claims.claim(name, place.subarray(4));
  }
  return claims;
}

/** Bytes that are no document, which only damage can have brought in, claim nothing. */
function claimsOf(index: IndexState, bytes: Buffer): string[] {
  try {
    return index.keysOf(decode(bytes)).claims;
  } catch {
    return [];
  }
}
