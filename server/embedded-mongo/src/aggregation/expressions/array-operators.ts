import { shown } from '../../bson/shown.ts';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { isNumeric, toDouble } from '../../numbers/numeric.ts';
import { constant, type ExpressionParser, type OperatorTable } from './expression.ts';
import { comparing, eager } from './operands.ts';
import { sortArray } from './sort-array.ts';
import { arrayOf, int32Of } from './values.ts';
import { zip } from './zip.ts';

const MANY = Number.POSITIVE_INFINITY;
/** Bytes an array made by `$range` may take, each element counted as a value of the server's. */
const RANGE_BYTES = 100 * 1024 * 1024;
const ELEMENT_BYTES = 16;

function elementAt(name: string, array: unknown, index: unknown, which: string): unknown {
  if (isNullish(array) || isNullish(index)) return null;
  const elements = arrayOf(array, 28689, (type) => `${name}'s ${which} must be an array, but is ${type}`);
  if (!isNumeric(index)) throw new MongoError(28690, `${name}'s second argument must be a numeric value, but is ${typeName(index)}`);
  const position = int32Of(index);
  if (position === undefined)
    throw new MongoError(28691, `${name}'s second argument must be representable as a 32-bit integer: ${toDouble(index)}`);
  return elements.at(position);
}

function concatArrays(...arrays: unknown[]): unknown {
  const all: unknown[] = [];
  for (const array of arrays) {
    if (isNullish(array)) return null;
    all.push(...arrayOf(array, 28664, (type) => `$concatArrays only supports arrays, not ${type}`));
  }
  return all;
}

/** A position given to look from or to. */
export function positionOf(value: unknown, name: string, what: string): number {
  const position = int32Of(value);
  if (position === undefined)
    throw new MongoError(
      40096,
      `${name} requires an integral ${what}, found a value of type: ${typeName(value)}, with value: ${shown(value)}`,
    );
  if (position < 0) throw new MongoError(40097, `${name} requires a nonnegative ${what}, found: ${position}`);
  return position;
}

function indexOfArray({ compare }: ExpressionParser['comparison'], ...values: unknown[]): unknown {
  const [array, wanted] = values;
  if (isNullish(array)) return null;
  const elements = arrayOf(array, 40090, (type) => `$indexOfArray requires an array as a first argument, found: ${type}`);
  const start = values.length > 2 ? positionOf(values[2], '$indexOfArray', 'starting index') : 0;
  const end = values.length > 3 ? positionOf(values[3], '$indexOfArray', 'ending index') : elements.length;
  for (let i = start; i < Math.min(end, elements.length); i++) if (compare(elements[i], wanted) === 0) return i;
  return -1;
}

function rangeBound(value: unknown, what: string, notNumeric: number, notInteger: number): number {
  if (!isNumeric(value))
    throw new MongoError(notNumeric, `$range requires a numeric ${what} value, found value of type: ${typeName(value)}`);
  const whole = int32Of(value);
  if (whole === undefined)
    throw new MongoError(
      notInteger,
      `$range requires a ${what} value that can be represented as a 32-bit integer, found value: ${shown(value)}`,
    );
  return whole;
}

function range(...values: unknown[]): unknown {
  const start = rangeBound(values[0], 'starting', 34443, 34444);
  const end = rangeBound(values[1], 'ending', 34445, 34446);
  const step = values.length > 2 ? rangeBound(values[2], 'step', 34447, 34448) : 1;
  if (step === 0) throw new MongoError(34449, '$range requires a non-zero step value');
  const length = Math.max(0, Math.ceil((end - start) / step));
  const needed = length * ELEMENT_BYTES;
  if (needed >= RANGE_BYTES)
    throw new MongoError(
      146,
      `$range would use too much memory (${needed} bytes) and cannot spill to disk. Memory limit: ${RANGE_BYTES} bytes`,
    );
  return Array.from({ length }, (_, index) => start + index * step);
}

function slicePosition(value: unknown, which: 'Second' | 'Third'): number {
  const [notNumeric, notInteger] = which === 'Second' ? [28725, 28726] : [28727, 28728];
  if (!isNumeric(value))
    throw new MongoError(notNumeric, `${which} argument to $slice must be numeric, but is of type: ${typeName(value)}`);
  const position = int32Of(value);
  if (position === undefined)
    throw new MongoError(notInteger, `${which} argument to $slice can't be represented as a 32-bit integer: ${toDouble(value)}`);
  return position;
}

function slice(...values: unknown[]): unknown {
  const [array, second, third] = values;
  if (isNullish(array) || isNullish(second)) return null;
  const elements = arrayOf(array, 28724, (type) => `First argument to $slice must be an array, but is of type: ${type}`);
  const position = slicePosition(second, 'Second');
  if (values.length === 2) return position >= 0 ? elements.slice(0, position) : elements.slice(position);
  if (isNullish(third)) return null;
  const count = slicePosition(third, 'Third');
  if (count <= 0) throw new MongoError(28729, `Third argument to $slice must be positive: ${count}`);
  const start = position < 0 ? Math.max(0, elements.length + position) : position;
  return elements.slice(start, start + count);
}

function literal(operand: unknown) {
  return constant(operand);
}

export const arrayOperators: OperatorTable = {
  $literal: literal,
  $const: literal,
  $arrayElemAt: eager(2, 2, (array, index) => elementAt('$arrayElemAt', array, index, 'first argument')),
  $first: eager(1, 1, (array) => elementAt('$first', array, 0, 'argument')),
  $last: eager(1, 1, (array) => elementAt('$last', array, -1, 'argument')),
  $concatArrays: eager(0, MANY, concatArrays),
  $in: comparing(2, 2, ({ compare }, value, array) =>
    arrayOf(array, 40081, (type) => `$in requires an array as a second argument, found: ${type}`).some(
      (element) => compare(element, value) === 0,
    ),
  ),
  $indexOfArray: comparing(2, 4, indexOfArray),
  $isArray: eager(1, 1, (value) => Array.isArray(value)),
  $range: eager(2, 3, range),
  $reverseArray: eager(1, 1, (value) => {
    if (isNullish(value)) return null;
    return arrayOf(value, 34435, (type) => `The argument to $reverseArray must be an array, but was of type: ${type}`).toReversed();
  }),
  $size: eager(1, 1, (value) => arrayOf(value, 17124, (type) => `The argument to $size must be an array, but was of type: ${type}`).length),
  $slice: eager(2, 3, slice),
  $sortArray: sortArray,
  $zip: zip,
};
