import type { Binary } from 'bson';
import { toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { ValueTest } from './path-values.ts';

/** `$mod: [divisor, remainder]`, of whole numbers. */
export function modTest(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw new MongoError(2, 'malformed mod, needs to be an array');
  if (operand.length !== 2) throw new MongoError(2, `malformed mod, ${operand.length < 2 ? 'not enough' : 'too many'} elements`);
  const [divisor, remainder] = operand.map((value) => Math.trunc(toNumber(value) ?? Number.NaN)) as [number, number];
  if (Number.isNaN(divisor) || Number.isNaN(remainder)) throw new MongoError(2, 'malformed mod, divisor and remainder must be numbers');
  if (divisor === 0) throw new MongoError(2, 'divisor cannot be 0');
  return (value) => {
    const number = toNumber(value);
    return number !== undefined && Number.isFinite(number) && Math.trunc(number) % divisor === remainder;
  };
}

/** The four `$bits...` operators, over whole numbers and binaries. */
export function bitsTest(operator: string, operand: unknown): ValueTest {
  const positions = bitPositions(operand);
  const all = operator.startsWith('$bitsAll');
  const set = operator.endsWith('Set');
  return (value) => {
    const bit = bitReader(value);
    if (!bit) return false;
    return all ? positions.every((position) => bit(position) === set) : positions.some((position) => bit(position) === set);
  };
}

function bitPositions(operand: unknown): number[] {
  if (Array.isArray(operand)) return operand.map((position) => checkPosition(toNumber(position)));
  const bit = bitReader(operand);
  if (!bit || (typeof operand === 'number' && operand < 0))
    throw new MongoError(2, 'a bit mask is a whole positive number, a binary or an array of positions');
  return Array.from({ length: 64 }, (_, position) => position).filter((position) => bit(position));
}

function checkPosition(position: number | undefined): number {
  if (position === undefined || !Number.isInteger(position) || position < 0) throw new MongoError(2, 'bit positions must be integers >= 0');
  return position;
}

function bitReader(value: unknown): ((position: number) => boolean) | undefined {
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) {
    const number = BigInt(value);
    return (position) => ((number >> BigInt(Math.min(position, 63))) & 1n) === 1n;
  }
  if (typeof value !== 'object' || value === null || (value as Binary)._bsontype !== 'Binary') return undefined;
  const bytes = (value as Binary).buffer;
  return (position) => (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) === 1;
}
