import { isNullish } from '../../bson/truth.ts';
import type { Comparison } from '../comparison.ts';
import { type Accumulator, EMPTY_BYTES } from './accumulator.ts';
import { checkHeld, sizeOf } from './sizes.ts';

/** The first value; what is missing is null. */
export class First implements Accumulator {
  bytes = EMPTY_BYTES;
  #value: unknown;
  #any = false;

  add(value: unknown): void {
    if (this.#any) return;
    this.#any = true;
    this.#value = value;
    this.bytes += sizeOf(value);
  }

  result(): unknown {
    return this.#value ?? null;
  }
}

/** The last value; what is missing is null. */
export class Last implements Accumulator {
  bytes = EMPTY_BYTES;
  #value: unknown;

  add(value: unknown): void {
    this.#value = value;
    this.bytes = EMPTY_BYTES + sizeOf(value);
  }

  result(): unknown {
    return this.#value ?? null;
  }
}

/** The smallest or largest value that is not null. */
export class Extreme implements Accumulator {
  bytes = EMPTY_BYTES;
  readonly #comparison: Comparison;
  readonly #sign: 1 | -1;
  #value: unknown = null;

  /** @param sign 1 for the smallest, -1 for the largest */
  constructor(comparison: Comparison, sign: 1 | -1) {
    this.#comparison = comparison;
    this.#sign = sign;
  }

  add(value: unknown): void {
    if (isNullish(value)) return;
    if (this.#value !== null && this.#comparison.compare(value, this.#value) * this.#sign >= 0) return;
    this.#value = value;
    this.bytes = EMPTY_BYTES + sizeOf(value);
  }

  result(): unknown {
    return this.#value;
  }
}

/** All values, in the order they come; what is missing is left out. */
export class Push implements Accumulator {
  bytes = EMPTY_BYTES;
  readonly #values: unknown[] = [];

  add(value: unknown): void {
    if (value === undefined) return;
    this.#values.push(value);
    this.bytes += sizeOf(value);
    checkHeld('$push', this.bytes);
  }

  result(): unknown {
    // A window that grows goes on adding to what it has given.
    return [...this.#values];
  }
}

/** Each value once. */
export class AddToSet implements Accumulator {
  bytes = EMPTY_BYTES;
  readonly #comparison: Comparison;
  readonly #values = new Map<string, unknown>();

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  add(value: unknown): void {
    if (value === undefined) return;
    const key = this.#comparison.key(value);
    if (this.#values.has(key)) return;
    this.#values.set(key, value);
    this.bytes += sizeOf(value) + key.length;
    checkHeld('$addToSet', this.bytes);
  }

  result(): unknown {
    return [...this.#values.values()];
  }
}
