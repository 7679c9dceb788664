import { BSONSymbol } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { orderKey, TYPE } from '../order/order-key.ts';
import type { ValueTest } from './path-values.ts';
import { isRegex, regexTest } from './regex.ts';

/** Equality as MongoDB has it: across numeric types, field order included, and null for what is missing. */
export function equalTo(operand: unknown): ValueTest {
  if (operand === null || operand === undefined) return (value) => value === null || value === undefined;
  if (typeof operand === 'boolean') return (value) => value === operand;
  if (typeof operand === 'string') return (value) => value === operand || (value instanceof BSONSymbol && value.value === operand);
  const key = orderKey(operand);
  if (typeof operand === 'number' && !Number.isNaN(operand)) {
    return (value) => value === operand || (typeof value !== 'number' && mayBeNumber(value) && orderKey(value).equals(key));
  }
  const type = typeof operand;
  // Values of another JavaScript type are never equal, numbers of all kinds aside.
  return (value) => value !== null && (typeof value === type || mayBeNumber(value)) && orderKey(value).equals(key);
}

function mayBeNumber(value: unknown): boolean {
  return typeof value === 'bigint' || typeof value === 'number' || (typeof value === 'object' && value !== null);
}

/** One of the values or regular expressions listed. */
export function oneOf(operand: unknown, operator: string): ValueTest {
  if (!Array.isArray(operand)) throw new MongoError(2, `${operator} needs an array`);
  const patterns = operand.filter(isRegex).map((regex) => regexTest(regex));
  const others = operand.filter((value) => !isRegex(value));
  const strings = new Set(others.filter((value) => typeof value === 'string'));
  const keys = new Set(
    others.filter((value) => typeof value !== 'string' && value !== null).map((value) => orderKey(value).toString('latin1')),
  );
  const acceptsNull = others.some((value) => value === null || value === undefined);
  return (value, whole) => {
    if (typeof value === 'string') return strings.has(value) || patterns.some((test) => test(value, whole));
    if (value === null || value === undefined) return acceptsNull;
    return keys.size > 0 && keys.has(orderKey(value).toString('latin1'));
  };
}

/** Order within one type: a number is never greater than a string. */
export function comparedTo(operator: '$gt' | '$gte' | '$lt' | '$lte', operand: unknown): ValueTest {
  if (isRegex(operand)) throw new MongoError(2, `Can't have RegEx as arg to predicate over field for ${operator}`);
  const orEqual = operator.length === 4;
  if (operand === null || operand === undefined) return orEqual ? equalTo(null) : () => false;
  const key = orderKey(operand);
  const accepts = comparison(operator);
  const sameType = key[0];
  const plainNumber = typeof operand === 'number' && !Number.isNaN(operand) ? operand : undefined;
  const anyType = sameType === TYPE.minKey || sameType === TYPE.maxKey;
  return (value) => {
    if (value === undefined) return false;
    if (plainNumber !== undefined && typeof value === 'number' && !Number.isNaN(value)) return accepts(compareNumbers(value, plainNumber));
    const other = orderKey(value);
    if (!anyType && other[0] !== sameType) return false;
    if (isNotANumber(other) !== isNotANumber(key)) return false;
    return accepts(Buffer.compare(other, key));
  };
}

/** Two infinities have no difference to tell them by. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Not-a-number is equal to itself and neither above nor below any number. */
function isNotANumber(key: Buffer): boolean {
  return key[0] === TYPE.number && key.readBigUInt64BE(1) === 0n;
}

function comparison(operator: '$gt' | '$gte' | '$lt' | '$lte'): (order: number) => boolean {
  switch (operator) {
    case '$gt':
      return (order) => order > 0;
    case '$gte':
      return (order) => order >= 0;
    case '$lt':
      return (order) => order < 0;
    case '$lte':
      return (order) => order <= 0;
  }
}
