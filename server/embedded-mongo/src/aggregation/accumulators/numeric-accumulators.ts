import { type Decimal, exactDecimal, finite, signed, toDecimal128 } from '../../numbers/decimal.ts';
import { add, divide } from '../../numbers/decimal-arithmetic.ts';
import {
  DECIMAL,
  DOUBLE,
  double,
  fitsLong,
  INT,
  intOrLong,
  isNumeric,
  LONG,
  type Numeric,
  type NumericKind,
  numericKind,
  toBigInt,
  toDecimal,
  toDouble,
} from '../../numbers/numeric.ts';
import { type Accumulator, EMPTY_BYTES } from './accumulator.ts';

/** Adds numbers of all types: integers and decimals exactly, doubles with what each addition loses added at the end. */
class Total {
  kind: NumericKind = INT;
  #small = 0;
  #large = 0n;
  #sum = 0;
  #lost = 0;
  #decimal: Decimal = finite(false, 0n, 0);

  add(value: Numeric): void {
    const kind = numericKind(value) as NumericKind;
    if (kind > this.kind) this.kind = kind;
    if (kind === DOUBLE) this.#addDouble(toDouble(value));
    else if (kind === DECIMAL) this.#decimal = add(this.#decimal, toDecimal(value));
    else if (typeof value === 'number') this.#addInteger(value);
    else this.#large += toBigInt(value);
  }

  #addInteger(value: number): void {
    this.#small += value;
    if (Number.isSafeInteger(this.#small)) return;
    // Each addition is small: the sum before it was exact.
    this.#large += BigInt(this.#small - value) + BigInt(value);
    this.#small = 0;
  }

  #addDouble(value: number): void {
    const sum = this.#sum + value;
    const part = sum - this.#sum;
    this.#lost += this.#sum - (sum - part) + (value - part);
    this.#sum = sum;
  }

  get integer(): bigint {
    return this.#large + BigInt(this.#small);
  }

  /** Not finite sums have lost nothing: what was lost on the way would make them not-a-number. */
  get double(): number {
    const sum = this.#sum + (this.#large === 0n ? this.#small : Number(this.integer));
    return Number.isFinite(sum) ? sum + this.#lost : sum;
  }

  get decimal(): Decimal {
    const doubles = add(exactDecimal(this.#sum), exactDecimal(Number.isFinite(this.#sum) ? this.#lost : 0));
    return add(add(this.#decimal, doubles), signed(this.integer));
  }
}

/** The sum of the numbers, whatever else there is; as wide as the widest of them. */
export class Sum implements Accumulator {
  readonly bytes = EMPTY_BYTES;
  readonly #total = new Total();

  add(value: unknown): void {
    if (isNumeric(value)) this.#total.add(value);
  }

  result(): unknown {
    const { kind } = this.#total;
    if (kind === DECIMAL) return toDecimal128(this.#total.decimal);
    if (kind === DOUBLE) return double(this.#total.double);
    const integer = this.#total.integer;
    if (!fitsLong(integer)) return double(Number(integer));
    return kind === LONG ? integer : intOrLong(integer);
  }
}

/** The mean of the numbers, null when there is none. */
export class Average implements Accumulator {
  readonly bytes = EMPTY_BYTES;
  readonly #total = new Total();
  #count = 0;

  add(value: unknown): void {
    if (!isNumeric(value)) return;
    this.#total.add(value);
    this.#count++;
  }

  result(): unknown {
    if (this.#count === 0) return null;
    if (this.#total.kind === DECIMAL) return toDecimal128(divide(this.#total.decimal, signed(BigInt(this.#count))));
    return double(this.#total.double / this.#count);
  }
}

/** How far the numbers are from their mean, by Welford's method, which needs to see each but once. */
export class Deviation implements Accumulator {
  readonly bytes = EMPTY_BYTES;
  readonly #ofSample: boolean;
  #count = 0;
  #mean = 0;
  #squares = 0;

  /** @param ofSample whether the numbers are a sample of the population, not all of it */
  constructor(ofSample: boolean) {
    this.#ofSample = ofSample;
  }

  add(value: unknown): void {
    if (!isNumeric(value)) return;
    const number = toDouble(value);
    const difference = number - this.#mean;
    this.#count++;
    this.#mean += difference / this.#count;
    this.#squares += difference * (number - this.#mean);
  }

  result(): unknown {
    const divisor = this.#ofSample ? this.#count - 1 : this.#count;
    return divisor <= 0 ? null : double(Math.sqrt(this.#squares / divisor));
  }
}
