import { Double } from 'bson';
import { isBsonUndefined } from '../bson/opaque-value.ts';
import { isNullish } from '../bson/truth.ts';
import { isDocument } from '../bson-codec.ts';
import type { Collation } from '../collation/collation.ts';
import { compareCollated, holdsText, textOf } from '../collation/compare-collated.ts';
import { TextClasses } from '../collation/text-classes.ts';
import { MongoError } from '../mongo-error.ts';
import { isNotANumber, orderKey } from '../order/order-key.ts';
import { TYPE } from '../order/type-order.ts';
import { isOperatorDocument } from './operator-document.ts';
import type { ValueTest } from './path-values.ts';
import { isRegex, regexTest } from './regex.ts';

/**
 * Equality as MongoDB has it: across numeric types, field order included, and null for what is missing.
 *
 * @throws MongoError 2 for the deprecated `undefined`
 */
export function equalTo(operand: unknown, collation?: Collation): ValueTest {
  refuseUndefined(operand, 'cannot compare to undefined');
  if (collation && holdsText(operand)) return (value) => isSameType(value, operand) && compareCollated(value, operand, collation) === 0;
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

function isSameType(value: unknown, operand: unknown): boolean {
  if (value === undefined) return false;
  return typeof value === 'string' && typeof operand === 'string' ? true : orderKey(value)[0] === orderKey(operand)[0];
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
export function oneOf(operand: unknown, operator: string, collation?: Collation): ValueTest {
  if (!Array.isArray(operand)) throw new MongoError(2, `${operator} needs an array`);
  const patterns = operand.filter(isRegex).map((regex) => regexTest(regex));
  const values = operand.filter((value) => !isRegex(value));
  for (const value of values) {
    if (isDocument(value) && isOperatorDocument(value)) throw new MongoError(2, 'cannot nest $ under $in');
    refuseUndefined(value, 'InMatchExpression equality cannot be undefined');
  }
  if (collation && values.some(holdsText)) return oneOfCollated(values, patterns, collation);
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

function oneOfCollated(values: readonly unknown[], patterns: readonly ValueTest[], collation: Collation): ValueTest {
  const texts = new TextClasses(collation);
  const others: ValueTest[] = [];
  for (const value of values) {
    const text = textOf(value);
    if (typeof text === 'string') texts.of(text);
    else others.push(equalTo(value, collation));
  }
  return (value, whole) => {
    const text = textOf(value);
    const listed = typeof text === 'string' ? texts.has(text) : others.some((test) => test(value, whole));
    return listed || patterns.some((test) => test(value, whole));
  };
}

export type ComparisonOperator = '$gt' | '$gte' | '$lt' | '$lte';

/**
 * Order within one type: a number is never greater than a string. Everything is above MinKey and below MaxKey.
 *
 * @throws MongoError 2 for an operand that has no order
 */
export function comparedTo(operator: ComparisonOperator, operand: unknown, collation?: Collation): ValueTest {
  if (isRegex(operand)) throw new MongoError(2, `Can't have RegEx as arg to predicate over field for ${operator}`);
  refuseUndefined(operand, 'cannot compare to undefined');
  const orEqual = operator.length === 4;
  if (isNullish(operand)) return orEqual ? isNullish : () => false;
  const key = orderKey(operand);
  const accepts = comparison(operator);
  const type = key[0];
  if (collation && holdsText(operand)) return (value) => isSameType(value, operand) && accepts(compareCollated(value, operand, collation));
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
