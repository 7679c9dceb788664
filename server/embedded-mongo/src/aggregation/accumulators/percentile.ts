import { shown } from '../../bson/shown.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { double, isNumeric, toDouble } from '../../numbers/numeric.ts';
import { constantValue, type Expression, type ExpressionParser } from '../expressions/expression.ts';
import { type Accumulator, EMPTY_BYTES } from './accumulator.ts';
import { checkHeld } from './sizes.ts';

/** The numbers below which given parts of all numbers lie: exact, where the server's own approximates large sets. */
export class Percentile implements Accumulator {
  bytes = EMPTY_BYTES;
  readonly #parts: readonly number[];
  readonly #single: boolean;
  readonly #numbers: number[] = [];

  /** @param single whether one number is wanted rather than an array of them */
  constructor({ parts, single }: { parts: readonly number[]; single: boolean }) {
    this.#parts = parts;
    this.#single = single;
  }

  add(value: unknown): void {
    if (!isNumeric(value)) return;
    this.#numbers.push(toDouble(value));
    this.bytes += 8;
    checkHeld('$percentile', this.bytes);
  }

  result(): unknown {
    const sorted = Float64Array.from(this.#numbers).sort();
    const results = this.#parts.map((part) => {
      if (sorted.length === 0) return null;
      return double(sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] as number);
    });
    return this.#single ? results[0] : results;
  }
}

export interface PercentileSpec {
  input: Expression;
  parts: number[];
  single: boolean;
}

/**
 * Reads `$percentile: {input, p, method}` or `$median: {input, method}`.
 *
 * @param notObject the code for an operand that is no document
 */
export function parsePercentile(name: string, operand: unknown, parser: ExpressionParser, notObject: number): PercentileSpec {
  if (!isDocument(operand)) throw new MongoError(notObject, `specification must be an object; found ${name}: ${shown(operand)}`);
  const single = name === '$median';
  const fields = single ? ['input', 'method'] : ['input', 'p', 'method'];
  const unknown = Object.keys(operand).find((field) => !fields.includes(field));
  if (unknown !== undefined) throw new MongoError(40415, `BSON field '${name}.${unknown}' is an unknown field.`);
  const missing = fields.find((field) => !Object.hasOwn(operand, field));
  if (missing !== undefined) throw new MongoError(40414, `BSON field '${name}.${missing}' is missing but a required field`);
  if (typeof operand.method !== 'string')
    throw new MongoError(14, `BSON field '${name}.method' is the wrong type '${typeName(operand.method)}', expected type 'string'`);
  if (operand.method !== 'approximate') throw new MongoError(2, "Currently only 'approximate' can be used as percentile 'method'.");
  return { input: parser.parse(operand.input), parts: single ? [0.5] : partsOf(operand.p, parser), single };
}

function partsOf(given: unknown, parser: ExpressionParser): number[] {
  const expression = parser.parse(given);
  if (!expression.constant)
    throw new MongoError(7750300, `The $percentile 'p' field must be an array of constant values, but found value: ${shown(given)}.`);
  const values = constantValue(expression);
  const refusal = (code: number, found: unknown) =>
    new MongoError(code, `The $percentile 'p' field must be an array of numbers from [0.0, 1.0], but found: ${shown(found)}`);
  if (!Array.isArray(values) || values.length === 0) throw refusal(7750301, values);
  return values.map((value) => {
    if (!isNumeric(value)) throw refusal(7750302, value);
    const part = toDouble(value);
    if (!(part >= 0 && part <= 1)) throw refusal(7750303, value);
    return part;
  });
}
