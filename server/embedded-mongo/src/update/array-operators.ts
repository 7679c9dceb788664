import type { Document } from 'bson';
import { asDocument, isDocument, toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { compareValues, orderKey } from '../order/order-key.ts';
import { compileFilter } from '../query/filter.ts';
import { isOperatorDocument } from '../query/operator-document.ts';
import { isRegex } from '../query/regex.ts';
import { parseSort, sortKeyOf } from '../query/sort.ts';
import type { Outcome } from './update-path.ts';

const PUSH_MODIFIERS = new Set(['$each', '$slice', '$sort', '$position']);

function arrayAt(current: unknown, path: string, operator: string): unknown[] | undefined {
  if (current === undefined) return undefined;
  if (!Array.isArray(current))
    throw new MongoError(2, `The field '${path}' must be an array but is of another type: ${operator} cannot be applied`);
  return current;
}

/** `$push`, alone or with `$each` and its modifiers. */
export function push(current: unknown, operand: unknown, path: string): Outcome {
  const array = arrayAt(current, path, '$push') ?? [];
  if (!isDocument(operand) || !('$each' in operand)) return { set: [...array, operand] };
  for (const modifier of Object.keys(operand)) {
    if (!PUSH_MODIFIERS.has(modifier)) throw new MongoError(2, `Unrecognized clause in $push: ${modifier}`);
  }
  const each = operand.$each;
  if (!Array.isArray(each)) throw new MongoError(2, 'The argument to $each in $push must be an array but it was of another type');
  const result = [...array];
  result.splice(insertionPoint(operand.$position, array.length), 0, ...each);
  if (operand.$sort !== undefined) sortElements(result, operand.$sort);
  return { set: slice(result, operand.$slice) };
}

function insertionPoint(position: unknown, length: number): number {
  if (position === undefined) return length;
  const number = toNumber(position);
  if (number === undefined || !Number.isInteger(number)) throw new MongoError(2, 'The value for $position must be an integer value');
  return number < 0 ? Math.max(0, length + number) : Math.min(number, length);
}

function slice(array: unknown[], operand: unknown): unknown[] {
  if (operand === undefined) return array;
  const count = toNumber(operand);
  if (count === undefined || !Number.isInteger(count)) throw new MongoError(2, 'The value for $slice must be an integer value');
  return count < 0 ? array.slice(count) : array.slice(0, count);
}

function sortElements(array: unknown[], operand: unknown): void {
  if (!isDocument(operand)) {
    const direction = toNumber(operand);
    if (direction !== 1 && direction !== -1) throw new MongoError(2, 'The $sort element value must be either 1 or -1');
    array.sort((a, b) => compareValues(a, b) * direction);
    return;
  }
  const keyOf = sortKeyOf(parseSort(operand));
  const keys = new Map(array.map((element) => [element, keyOf(asDocument(element) ?? {})]));
  array.sort((a, b) => Buffer.compare(keys.get(a) as Buffer, keys.get(b) as Buffer));
}

/** `$addToSet`, alone or with `$each`: equal values are added once. */
export function addToSet(current: unknown, operand: unknown, path: string): Outcome {
  const array = arrayAt(current, path, '$addToSet');
  const each = isDocument(operand) && '$each' in operand ? operand.$each : [operand];
  if (!Array.isArray(each)) throw new MongoError(14, 'The argument to $each in $addToSet must be an array but it was of another type');
  const result = [...(array ?? [])];
  const present = new Set(result.map((value) => orderKey(value).toString('latin1')));
  for (const value of each) {
    const key = orderKey(value).toString('latin1');
    if (!present.has(key)) result.push(value);
    present.add(key);
  }
  return array && result.length === array.length ? 'keep' : { set: result };
}

/** `$pop`: 1 removes the last element, -1 the first. */
export function pop(current: unknown, operand: unknown, path: string): Outcome {
  const end = toNumber(operand);
  if (end !== 1 && end !== -1) throw new MongoError(9, `$pop expects 1 or -1, found: ${String(operand)}`);
  const array = current === undefined ? undefined : Array.isArray(current) ? current : notAnArray(path);
  if (!array || array.length === 0) return 'keep';
  return { set: end === 1 ? array.slice(0, -1) : array.slice(1) };
}

function notAnArray(path: string): never {
  throw new MongoError(14, `Path '${path}' contains an element of non-array type`);
}

/** `$pull`: removes the elements equal to a value, or that match a condition. */
export function pull(current: unknown, operand: unknown, path: string): Outcome {
  const array = arrayAt(current, path, '$pull');
  if (!array) return 'keep';
  const matches = pulled(operand);
  const kept = array.filter((element) => !matches(element));
  return kept.length === array.length ? 'keep' : { set: kept };
}

function pulled(operand: unknown): (element: unknown) => boolean {
  if (isOperatorDocument(operand) || isRegex(operand)) {
    const filter = compileFilter({ element: operand });
    return (element) => filter({ element });
  }
  const criteria = asDocument(operand);
  if (!criteria) {
    const key = orderKey(operand);
    return (element) => orderKey(element).equals(key);
  }
  const filter = compileFilter(criteria);
  return (element) => asDocument(element) !== undefined && filter(asDocument(element) as Document);
}

/** `$pullAll`: removes every element equal to one listed. */
export function pullAll(current: unknown, operand: unknown, path: string): Outcome {
  if (!Array.isArray(operand)) throw new MongoError(2, '$pullAll requires an array argument but was given another type');
  const array = arrayAt(current, path, '$pullAll');
  if (!array) return 'keep';
  const keys = new Set(operand.map((value) => orderKey(value).toString('latin1')));
  const kept = array.filter((element) => !keys.has(orderKey(element).toString('latin1')));
  return kept.length === array.length ? 'keep' : { set: kept };
}
