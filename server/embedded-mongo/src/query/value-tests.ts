import { BSONSymbol, Double } from 'bson';
import { isBsonUndefined } from '../bson/opaque-value.ts';
import { isNullish } from '../bson/truth.ts';
import { isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { isNotANumber, orderKey, TYPE } from '../order/order-key.ts';
import { isOperatorDocument } from './operator-document.ts';
import type { ValueTest } from './path-values.ts';
import { isRegex, regexTest } from './regex.ts';

/**
 * Equality as MongoDB has it: across numeric types, field order included, and null for what is missing.
 *
 * @throws MongoError 2 for the deprecated `undefined`
 */
export function equalTo(operand: unknown): ValueTest {
  refuseUndefined(operand, 'cannot compare to undefined');
  if (isNullish(operand)) return isNullish;
  if (typeof operand === 'boolean') return (value) => value === operand;
  if (typeof operand === 'string') return (value) => textOf(value) === operand;
  const key = orderKey(operand);
  const number = plainNumber(operand);
  if (number !== undefined) return (value) => value === number || (isObjectOrBigInt(value) && orderKey(value).equals(key));
  return (value) => (typeof value === 'number' || isObjectOrBigInt(value)) && orderKey(value).equals(key);
}

function refuseUndefined(operand: unknown, message: string): void {
  if (isBsonUndefined(operand)) throw new MongoError(2, message);
}

/** The text of a string or of a symbol, which are equal when their texts are. */
function textOf(value: unknown): unknown {
  return value instanceof BSONSymbol ? value.value : value;
}

/** The number JavaScript compares as MongoDB does: any 32-bit integer or double but not-a-number. */
function plainNumber(value: unknown): number | undefined {
  const number = value instanceof Double ? value.value : value;
  return typeof number === 'number' && !Number.isNaN(number) ? number : undefined;
}

function isObjectOrBigInt(value: unknown): boolean {
  return typeof value === 'bigint' || (typeof value === 'object' && value !== null);
}

/**
 * One of the values or regular expressions listed.
 *
 * @throws MongoError 2 when the operand is no list, or lists operators or `undefined`
 */
export function oneOf(operand: unknown, operator: string): ValueTest {
  if (!Array.isArray(operand)) throw new MongoError(2, `${operator} needs an array`);
  const patterns = operand.filter(isRegex).map((regex) => regexTest(regex));
  const values = operand.filter((value) => !isRegex(value));
  for (const value of values) {
    if (isDocument(value) && isOperatorDocument(value)) throw new MongoError(2, 'cannot nest $ under $in');
    refuseUndefined(value, 'InMatchExpression equality cannot be undefined');
  }
  const texts = new Set(values.map(textOf).filter((value) => typeof value === 'string'));
  const keys = new Set(values.filter((value) => typeof textOf(value) !== 'string').map((value) => orderKey(value).toString('latin1')));
  const acceptsNull = values.some(isNullish);
  return (value, whole) => {
    if (isNullish(value)) return acceptsNull;
    const text = textOf(value);
    const listed = typeof text === 'string' ? texts.has(text) : keys.size > 0 && keys.has(orderKey(value).toString('latin1'));
    return listed || patterns.some((test) => test(value, whole));
  };
}

export type ComparisonOperator = '$gt' | '$gte' | '$lt' | '$lte';

/**
 * Order within one type: a number is never greater than a string. Everything is above MinKey and below MaxKey.
 *
 * @throws MongoError 2 for an operand that has no order
 */
export function comparedTo(operator: ComparisonOperator, operand: unknown): ValueTest {
  if (isRegex(operand)) throw new MongoError(2, `Can't have RegEx as arg to predicate over field for ${operator}`);
  refuseUndefined(operand, 'cannot compare to undefined');
  const orEqual = operator.length === 4;
  if (isNullish(operand)) return orEqual ? isNullish : () => false;
  const key = orderKey(operand);
  const accepts = comparison(operator);
  const type = key[0];
  const anyType = type === TYPE.minKey || type === TYPE.maxKey;
  const number = plainNumber(operand);
  return (value) => {
    if (value === undefined && !anyType) return false;
    if (number !== undefined && typeof value === 'number' && !Number.isNaN(value)) return accepts(compareNumbers(value, number));
    const other = orderKey(value);
    if (!anyType && other[0] !== type) return false;
    // Not-a-number is equal to itself and neither above nor below any number.
    if (!anyType && isNotANumber(other) !== isNotANumber(key)) return false;
    return accepts(Buffer.compare(other, key));
  };
}

/** Two infinities have no difference to tell them by. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function comparison(operator: ComparisonOperator): (order: number) => boolean {
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
