import { TYPE_NUMBERS, typeNumber } from '../bson/value-type.ts';
import { toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { ValueTest } from './path-values.ts';

const ALL_NUMBERS = [TYPE_NUMBERS.double, TYPE_NUMBERS.int, TYPE_NUMBERS.long, TYPE_NUMBERS.decimal] as number[];

/**
 * `$type`: names, numbers, or a list of either.
 *
 * @throws MongoError 2 or 9 for what is no type
 */
export function typeTest(operand: unknown): ValueTest {
  const types = new Set((Array.isArray(operand) ? operand : [operand]).flatMap(typeNumbers));
  if (types.size === 0) throw new MongoError(9, 'a must match at least one type');
  return (value) => value !== undefined && types.has(typeNumber(value));
}

/** The BSON type numbers an alias stands for. */
export function typeNumbers(alias: unknown): number[] {
  if (typeof alias === 'string') {
    if (alias === 'number') return ALL_NUMBERS;
    const number = TYPE_NUMBERS[alias];
    if (number === undefined) throw new MongoError(2, `Unknown type name alias: ${alias}`);
    return [number];
  }
  const number = toNumber(alias);
  if (number === undefined) throw new MongoError(14, 'type must be represented as a number or a string');
  if (!Object.values(TYPE_NUMBERS).includes(number)) throw new MongoError(2, `Invalid numerical type code: ${number}`);
  return [number];
}
