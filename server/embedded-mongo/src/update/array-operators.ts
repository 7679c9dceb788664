import type { Document } from 'bson';
import { fieldEntries, fieldNames } from '../bson/field-order.ts';
import { shown } from '../bson/shown.ts';
import { typeName } from '../bson/value-type.ts';
import { isDocument } from '../bson-codec.ts';
import { keyMaker } from '../collation/collated-key.ts';
import type { Collation } from '../collation/collation.ts';
import { compareCollated } from '../collation/compare-collated.ts';
import { MongoError } from '../mongo-error.ts';
import { integralOf, isNumeric, toDouble } from '../numbers/numeric.ts';
import { compareValues } from '../order/order-key.ts';
import { isArrayPosition, splitPath } from '../query/path-values.ts';
import { creating, type OperatorCompiler, removing } from './operation.ts';

const PUSH_CLAUSES = new Set(['$each', '$slice', '$sort', '$position']);

/** `$push`, alone or with `$each` and its modifiers. */
export const push: OperatorCompiler = (operand, path, collation) => {
  const pushed = isDocument(operand) && '$each' in operand ? pushClauses(operand, collation) : (array: unknown[]) => [...array, operand];
  return creating((current, document) => {
    if (current !== undefined && !Array.isArray(current)) {
      const message = `The field '${path}' must be an array but is of type ${typeName(current)} in document ${document()}`;
      throw new MongoError(2, message);
    }
    return { set: pushed(current ?? []) };
  });
};

function pushClauses(operand: Document, collation: Collation | undefined): (array: unknown[]) => unknown[] {
  const unknown = fieldNames(operand).find((name) => !PUSH_CLAUSES.has(name));
  if (unknown !== undefined) throw new MongoError(2, `Unrecognized clause in $push: ${unknown}`);
  const { $each, $slice, $sort, $position } = operand;
  if (!Array.isArray($each))
    throw new MongoError(2, `The argument to $each in $push must be an array but it was of type: ${typeName($each)}`);
  const slice = integer($slice, 'The value for $slice must be an integer value but was given type');
  const position = integer($position, 'The value for $position must be an integer value, not of type');
  const compare = $sort === undefined ? undefined : elementOrder($sort, collation);
  return (array) => {
    const result = [...array];
    result.splice(insertionPoint(position, array.length), 0, ...$each);
    if (compare) result.sort(compare);
    if (slice === undefined) return result;
    return slice < 0 ? result.slice(slice) : result.slice(0, slice);
  };
}

function integer(operand: unknown, complaint: string): number | undefined {
  if (operand === undefined) return undefined;
  const number = integralOf(operand);
  if (number === undefined) throw new MongoError(2, `${complaint}: ${typeName(operand)}`);
  return Number(number);
}

function insertionPoint(position: number | undefined, length: number): number {
  if (position === undefined) return length;
  return position < 0 ? Math.max(0, length + position) : Math.min(position, length);
}

type Order = (a: unknown, b: unknown) => number;

/** The order of `$sort` in a `$push`: of whole elements, or of fields of the documents among them. */
function elementOrder(sort: unknown, collation: Collation | undefined): Order {
  const compare = collation ? (a: unknown, b: unknown) => compareCollated(a, b, collation) : compareValues;
  if (isNumeric(sort)) {
    const direction = directionOf(sort);
    return (a, b) => compare(a, b) * direction;
  }
  if (!isDocument(sort))
    throw new MongoError(2, 'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  const fields = fieldEntries(sort).map(([path, direction]) => ({ parts: sortPath(path), direction: directionOf(direction) }));
  if (fields.length === 0) throw new MongoError(2, 'The $sort pattern is empty when it should be a set of fields.');
  return (a, b) => {
    for (const { parts, direction } of fields) {
      const order = compare(valueAt(a, parts), valueAt(b, parts)) * direction;
      if (order !== 0) return order;
    }
    return 0;
  };
}

function directionOf(value: unknown): number {
  const direction = isNumeric(value) ? toDouble(value) : 0;
  if (direction !== 1 && direction !== -1) throw new MongoError(2, 'The $sort element value must be either 1 or -1');
  return direction;
}

function sortPath(path: string): string[] {
  if (path === '') throw new MongoError(2, 'The $sort field cannot be empty');
  const parts = splitPath(path);
  if (parts.includes('')) throw new MongoError(2, `The $sort field is a dotted field but has an empty part: ${path}`);
  return parts;
}

/** The one value a path leads to without entering arrays, but by a position; null when there is none. */
function valueAt(element: unknown, parts: readonly string[]): unknown {
  let value = isDocument(element) ? element : undefined;
  for (const part of parts) {
    if (isDocument(value) && Object.hasOwn(value, part)) value = value[part];
    else if (Array.isArray(value) && isArrayPosition(part)) value = value[Number(part)];
    else return null;
  }
  return value ?? null;
}

/** `$addToSet`, alone or with `$each`: equal values are added once. */
export const addToSet: OperatorCompiler = (operand, path, collation) => {
  const keyOf = keyMaker(collation);
  const added = distinct(valuesToAdd(operand), keyOf);
  return creating((current) => {
    if (current === undefined) return { set: added.map(({ value }) => value) };
    if (!Array.isArray(current)) {
      const field = path.split('.').at(-1);
      const message = `Cannot apply $addToSet to non-array field. Field named '${field}' has non-array type ${typeName(current)}`;
      throw new MongoError(2, message);
    }
    const present = new Set(current.map(keyOf));
    const missing = added.filter(({ key }) => !present.has(key)).map(({ value }) => value);
    return missing.length === 0 ? 'keep' : { set: [...current, ...missing] };
  });
};

function valuesToAdd(operand: unknown): unknown[] {
  if (!isDocument(operand) || fieldNames(operand)[0] !== '$each') return [operand];
  const { $each } = operand;
  if (!Array.isArray($each))
    throw new MongoError(14, `The argument to $each in $addToSet must be an array but it was of type ${typeName($each)}`);
  if (Object.keys(operand).length > 1) throw new MongoError(2, `Found unexpected fields after $each in $addToSet: ${shown(operand)}`);
  return $each;
}

function distinct(values: readonly unknown[], keyOf: (value: unknown) => string): { key: string; value: unknown }[] {
  const seen = new Map<string, unknown>();
  for (const value of values) if (!seen.has(keyOf(value))) seen.set(keyOf(value), value);
  return [...seen].map(([key, value]) => ({ key, value }));
}

/** `$pop`: 1 removes the last element, -1 the first. */
export const pop: OperatorCompiler = (operand, path) => {
  const end = popEnd(operand, path);
  return removing((current) => {
    if (!Array.isArray(current)) throw new MongoError(14, `Path '${path}' contains an element of non-array type '${typeName(current)}'`);
    if (current.length === 0) return 'keep';
    return { set: end === 1n ? current.slice(0, -1) : current.slice(1) };
  });
};

function popEnd(operand: unknown, path: string): bigint {
  if (!isNumeric(operand)) throw new MongoError(9, `Expected a number in: ${path}: ${shown(operand)}`);
  const end = integralOf(operand);
  if (end === undefined) throw new MongoError(9, `Expected an integer: ${path}: ${shown(operand)}`);
  if (end !== 1n && end !== -1n) throw new MongoError(9, `$pop expects 1 or -1, found: ${end}`);
  return end;
}
