import { isNullish } from '../../bson/truth.ts';
import type { Comparison } from '../comparison.ts';
import { type Accumulator, EMPTY_BYTES } from './accumulator.ts';
import { checkHeld, sizeOf } from './sizes.ts';

/** The first values, as many as wanted; what is missing is null. */
export class FirstN implements Accumulator {
  bytes = EMPTY_BYTES;
  readonly #values: unknown[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  add(value: unknown): void {
    if (this.#values.length >= this.#count) return;
    this.#values.push(value ?? null);
    this.bytes += sizeOf(value);
    checkHeld('$firstN', this.bytes);
  }

  result(): unknown {
    return [...this.#values];
  }
}

/** The last values, as many as wanted, in the order they came. */
export class LastN implements Accumulator {
  bytes = EMPTY_BYTES;
  #values: unknown[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  add(value: unknown): void {
    this.#values.push(value ?? null);
    this.bytes += sizeOf(value);
    // Cut now and then rather than at each step, which would move all values each time.
    if (this.#values.length >= this.#count * 2 + 16) this.#cut();
    checkHeld('$lastN', this.bytes);
  }

  #cut(): void {
    this.#values = this.#values.slice(-this.#count);
    this.bytes = EMPTY_BYTES + sizeOf(this.#values);
  }

  result(): unknown {
    return this.#values.slice(-this.#count);
  }
}

/** A value with what it is ordered by. */
export interface Ordered {
  key: unknown;
  value: unknown;
}

/** The values that come first in an order, or last, as many as wanted; of equals those met first are kept. */
export class Foremost implements Accumulator {
  bytes = EMPTY_BYTES;
  readonly #items: Ordered[] = [];
  readonly #name: string;
  readonly #count: number;
  readonly #compare: (a: unknown, b: unknown) => number;
  readonly #last: boolean;

  /** @param last whether the end of the order is wanted, which is then given in the same order */
  constructor(name: string, count: number, compare: (a: never, b: never) => number, last = false) {
    this.#name = name;
    this.#count = count;
    this.#compare = (last ? (a: never, b: never) => compare(b, a) : compare) as (a: unknown, b: unknown) => number;
    this.#last = last;
  }

  add(item: unknown): void {
    this.insert(item as Ordered);
  }

  protected insert(item: Ordered): void {
    const worst = this.#items.length >= this.#count ? this.#items.pop() : undefined;
    if (worst && this.#compare(item.key, worst.key) >= 0) {
      this.#items.push(worst);
      return;
    }
    if (worst) this.bytes -= sizeOf(worst.value);
    this.#items.splice(this.#placeOf(item), 0, item);
    this.bytes += sizeOf(item.value);
    checkHeld(this.#name, this.bytes);
  }

  /** Equals stand in the order they came in; from the end of the order they are looked at backwards. */
  #placeOf({ key }: Ordered): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.#compare(key, (this.#items[middle] as Ordered).key);
      if (order < 0 || (order === 0 && this.#last)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  result(): unknown {
    const values = this.#items.map(({ value }) => value ?? null);
    return this.#last ? values.reverse() : values;
  }
}

/** `$minN` and `$maxN`: as `Foremost`, of values that are not null. */
export class ExtremeN extends Foremost {
  constructor(name: '$minN' | '$maxN', count: number, comparison: Comparison) {
    const sign = name === '$minN' ? 1 : -1;
    super(name, count, (a: unknown, b: unknown) => sign * comparison.compare(a, b));
  }

  override add(value: unknown): void {
    if (!isNullish(value)) this.insert({ key: value, value });
  }
}
