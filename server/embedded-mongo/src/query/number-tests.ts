import { Binary } from 'bson';
import { shown } from '../bson/shown.ts';
import { MongoError } from '../mongo-error.ts';
import { decimalOf, decimalToInteger } from '../numbers/decimal.ts';
import { DECIMAL, DOUBLE, fitsLong, integralOf, isNumeric, type Numeric, numericKind, toBigInt, toDouble } from '../numbers/numeric.ts';
import { naturalOperand } from './integer-operand.ts';
import type { ValueTest } from './path-values.ts';

/**
 * `$mod: [divisor, remainder]`; fractions are cut off, of the operands as of the values.
 *
 * @throws MongoError 2
 */
export function modTest(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw new MongoError(2, 'malformed mod, needs to be an array');
  if (operand.length < 1) throw new MongoError(2, 'malformed mod, not enough elements');
  if (!isNumeric(operand[0])) throw new MongoError(2, 'malformed mod, divisor not a number');
  if (operand.length < 2) throw new MongoError(2, 'malformed mod, not enough elements');
  if (!isNumeric(operand[1])) throw new MongoError(2, 'malformed mod, remainder not a number');
  if (operand.length > 2) throw new MongoError(2, 'malformed mod, too many elements');
  const divisor = wholeOperand(operand[0], 'divisor');
  const remainder = wholeOperand(operand[1], 'remainder');
  if (divisor === 0n) throw new MongoError(2, 'divisor cannot be 0');
  return (value) => {
    const number = isNumeric(value) ? truncated(value) : undefined;
    return number !== undefined && number % divisor === remainder;
  };
}

function wholeOperand(value: Numeric, name: string): bigint {
  const number = truncated(value);
  if (number !== undefined) return number;
  const why = Number.isFinite(toDouble(value)) ? 'Out of bounds coercing to integral value' : 'Unable to coerce NaN/Inf to integral type';
  throw new MongoError(2, `malformed mod, ${name} value is invalid :: caused by :: ${why}`);
}

/** A number without its fraction; `undefined` beyond 64 bits. */
function truncated(value: Numeric): bigint | undefined {
  const kind = numericKind(value);
  if (kind === DECIMAL) return inLong(decimalToInteger(decimalOf(value as never), 'towards-zero'));
  if (kind !== DOUBLE) return toBigInt(value);
  const number = toDouble(value);
  return Number.isFinite(number) ? inLong(BigInt(Math.trunc(number))) : undefined;
}

function inLong(value: bigint | undefined): bigint | undefined {
  return value !== undefined && fitsLong(value) ? value : undefined;
}

/**
 * The four `$bits...` operators, over whole numbers and binaries.
 *
 * @throws MongoError 9 for a mask that is no natural number, 2 for positions that are none
 */
export function bitsTest(operator: string, operand: unknown): ValueTest {
  const positions = bitPositions(operator, operand);
  const all = operator.startsWith('$bitsAll');
  const set = operator.endsWith('Set');
  return (value) => {
    const bit = bitReader(value);
    if (!bit) return false;
    return all ? positions.every((position) => bit(position) === set) : positions.some((position) => bit(position) === set);
  };
}

function bitPositions(operator: string, operand: unknown): number[] {
  if (Array.isArray(operand)) {
    return operand.map((position, index) => Number(naturalOperand(String(index), position, 2, 'Failed to parse bit position. ')));
  }
  if (isNumeric(operand)) return setBits(bitReader(naturalOperand(operator, operand)), 64);
  if (operand instanceof Binary) return setBits(bitReader(operand), operand.position * 8);
  throw new MongoError(2, `${operator} takes an Array, a number, or a BinData but received: ${operator}: ${shown(operand)}`);
}

function setBits(bit: ((position: number) => boolean) | undefined, count: number): number[] {
  return Array.from({ length: count }, (_, position) => position).filter((position) => bit?.(position));
}

/** Numbers go on with their sign beyond 64 bits, binaries with zeros. */
function bitReader(value: unknown): ((position: number) => boolean) | undefined {
  if (value instanceof Binary) {
    const { buffer, position: length } = value;
    return (position) => position < length * 8 && (((buffer[position >> 3] as number) >> (position & 7)) & 1) === 1;
  }
  const number = integralOf(value);
  if (number === undefined) return undefined;
  return (position) => ((number >> BigInt(Math.min(position, 63))) & 1n) === 1n;
}
