import { Decimal128 } from 'bson';
import { toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { typeNumber } from '../bson/value-type.ts';

const DOUBLE = 1;
const DECIMAL = 19;
const LONG_LIMIT = 2n ** 63n;

/** Adds or multiplies as MongoDB does: the result has the wider of the two types, and 32 bits grow to 64. */
export function arithmetic(operator: '$inc' | '$mul', current: unknown, operand: unknown, path: string): unknown {
  if (toNumber(operand) === undefined)
    throw new MongoError(
      14,
      `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
    );
  const start = current === undefined ? zeroOf(operator, operand) : current;
  if (start === undefined) return operand;
  if (toNumber(start) === undefined)
    throw new MongoError(14, `Cannot apply ${operator} to a value of non-numeric type. The field '${path}' has a value of another type`);
  const types = [typeNumber(start), typeNumber(operand)];
  if (types.includes(DECIMAL))
    return Decimal128.fromString(String(compute(operator, toNumber(start) as number, toNumber(operand) as number)));
  if (types.includes(DOUBLE)) return compute(operator, Number(start), Number(operand));
  return integer(operator, start as number | bigint, operand as number | bigint);
}

/** A missing field is incremented from nothing, and multiplied to the zero of the operand's type. */
function zeroOf(operator: '$inc' | '$mul', operand: unknown): unknown {
  if (operator === '$inc') return undefined;
  return typeof operand === 'bigint' ? 0n : 0;
}

function compute(operator: '$inc' | '$mul', a: number, b: number): number {
  return operator === '$inc' ? a + b : a * b;
}

function integer(operator: '$inc' | '$mul', a: number | bigint, b: number | bigint): number | bigint {
  const result = operator === '$inc' ? BigInt(a) + BigInt(b) : BigInt(a) * BigInt(b);
  if (result >= LONG_LIMIT || result < -LONG_LIMIT)
    throw new MongoError(2, `Failed to apply ${operator} operations to current value: the result does not fit in 64 bits`);
  const wide = typeof a === 'bigint' || typeof b === 'bigint';
  const fits = result <= 0x7fffffffn && result >= -0x80000000n;
  return wide || !fits ? result : Number(result);
}

/** `$bit: {and | or | xor: whole number}`. */
export function bitwise(current: unknown, operand: unknown, path: string): unknown {
  let value: unknown = current ?? 0;
  for (const [operation, mask] of Object.entries(operand as Record<string, unknown>)) {
    if (!isInteger(value) || !isInteger(mask))
      throw new MongoError(2, `Cannot apply $bit to a value of non-integral type. The field '${path}' or the mask is no whole number`);
    const result = bits(operation, BigInt(value), BigInt(mask));
    value = typeof value === 'bigint' || typeof mask === 'bigint' ? result : Number(result);
  }
  return value;
}

function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
}

function bits(operation: string, value: bigint, mask: bigint): bigint {
  switch (operation) {
    case 'and':
      return value & mask;
    case 'or':
      return value | mask;
    case 'xor':
      return value ^ mask;
  }
  throw new MongoError(
    2,
    `The $bit modifier only supports 'and', 'or', and 'xor', not '${operation}' which is an unknown operator: {${operation}: ...}`,
  );
}
