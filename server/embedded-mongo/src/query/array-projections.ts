import type { Document } from 'bson';
import { withNested } from '../aggregation/stages/nested-field.ts';
import { copyDocument, setField } from '../bson/field-order.ts';
import { isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { isNumeric, toDouble } from '../numbers/numeric.ts';
import type { MatchedPosition } from './matched-position.ts';

/** Changes a projected document, given the one it comes from. */
export type ArrayProjection = (projected: Document, original: Document) => Document;

/** `path.$`: of the first array on the path, the element by which the document was found. */
export function positionalProjection(path: readonly string[], position: MatchedPosition): ArrayProjection {
  return (projected, original) => {
    let value: unknown = projected;
    for (const [depth, name] of path.entries()) {
      if (!isDocument(value) || !Object.hasOwn(value, name)) return projected;
      value = value[name];
      if (Array.isArray(value)) return withNested(projected, path.slice(0, depth + 1), [elementAt(value, position(original))]);
    }
    return projected;
  };
}

function elementAt(array: readonly unknown[], position: number | undefined): unknown {
  const cause = 'Executor error during find command :: caused by :: positional operator';
  if (position === undefined) throw new MongoError(51246, `${cause} '.$' couldn't find a matching element in the array`);
  if (position >= array.length) throw new MongoError(51247, `${cause} '.$' element mismatch`);
  return array[position];
}

/**
 * `{$slice: count}` and `{$slice: [skip, limit]}`: a part of the arrays at a path; `undefined` when the operand is neither,
 * and so an expression.
 */
export function sliceProjection(path: readonly string[], operand: unknown): ArrayProjection | undefined {
  const slice = sliceOf(operand);
  return slice && ((projected) => slicedAt(projected, path, slice));
}

type Slice = (array: unknown[]) => unknown[];

function sliceOf(operand: unknown): Slice | undefined {
  if (isNumeric(operand)) {
    const count = wholeNumber(operand);
    return (array) => (count < 0 ? array.slice(count) : array.slice(0, count));
  }
  if (!Array.isArray(operand) || operand.length !== 2 || !operand.every(isNumeric)) return undefined;
  const [skip, limit] = operand.map(wholeNumber) as [number, number];
  if (limit <= 0) return undefined;
  return (array) => {
    const start = skip < 0 ? Math.max(0, array.length + skip) : skip;
    return array.slice(start, start + limit);
  };
}

/** Fractions are cut off and numbers beyond 32 bits brought back to them. */
function wholeNumber(value: unknown): number {
  return Math.max(-0x80000000, Math.min(0x7fffffff, Math.trunc(toDouble(value as number)) || 0));
}

/** Arrays on the way are entered once: an array in an array is left as it is. */
function slicedAt(document: Document, path: readonly string[], slice: Slice): Document {
  const [name, ...rest] = path as [string, ...string[]];
  if (!Object.hasOwn(document, name)) return document;
  const result = copyDocument(document);
  setField(result, name, slicedValue(document[name], rest, slice));
  return result;
}

function slicedValue(value: unknown, rest: readonly string[], slice: Slice): unknown {
  if (Array.isArray(value)) {
    if (rest.length === 0) return slice(value);
    return value.map((element) => (isDocument(element) ? slicedAt(element, rest, slice) : element));
  }
  return isDocument(value) && rest.length > 0 ? slicedAt(value, rest, slice) : value;
}
