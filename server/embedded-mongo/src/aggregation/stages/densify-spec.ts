import type { Document } from 'bson';
import { typeName, typeNumber } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { integralOf, isNumeric, type Numeric, toDouble } from '../../numbers/numeric.ts';
import { compareValues } from '../../order/order-key.ts';
import { isTimeUnit, type TimeUnit } from '../dates/date-arithmetic.ts';
import { fieldPath } from '../expressions/field-path.ts';

/** What `$densify` is asked for. */
export interface Densification {
  field: string[];
  partitions: string[][];
  step: Numeric;
  unit: TimeUnit | undefined;
  /** A range from its first place to before its last, or what the documents, or those of each partition, span. */
  bounds: 'full' | 'partition' | [Date, Date] | [Numeric, Numeric];
}

/** @throws MongoError with the server's own code for each mistake */
export function parseDensify(operand: unknown): Densification {
  if (!isDocument(operand)) throw new MongoError(9, `The $densify stage specification must be an object, found ${typeName(operand)}`);
  checkFields('$densify', operand, ['field', 'range'], ['partitionByFields']);
  const { field, range, partitionByFields = [] } = operand;
  if (typeof field !== 'string') throw wrongType('$densify.field', field, 'string');
  if (!Array.isArray(partitionByFields)) throw wrongType('$densify.partitionByFields', partitionByFields, 'array');
  if (!isDocument(range)) throw wrongType('$densify.range', range, 'object');
  checkFields('$densify.range', range, ['step', 'bounds'], ['unit']);
  const { step, unit } = range;
  if (!isNumeric(step) || !(toDouble(step) > 0))
    throw new MongoError(5733401, 'The step parameter in a range statement must be a strictly positive numeric value');
  if (unit !== undefined) checkUnit(unit, step);
  const bounds = parseBounds(range.bounds, step, unit);
  if (bounds === 'partition' && partitionByFields.length === 0)
    throw new MongoError(
      5733408,
      "One cannot specify the bounds as 'partition' without specifying a non-empty array of partitionByFields. You may have meant to specify 'full' bounds.",
    );
  return { field: fieldPath(field), partitions: partitionByFields.map((path) => fieldPath(String(path))), step, unit, bounds };
}

function checkFields(where: string, spec: Document, required: readonly string[], optional: readonly string[]): void {
  const unknown = Object.keys(spec).find((field) => !required.includes(field) && !optional.includes(field));
  if (unknown !== undefined) throw new MongoError(40415, `BSON field '${where}.${unknown}' is an unknown field.`);
  const missing = required.find((field) => !Object.hasOwn(spec, field));
  if (missing !== undefined) throw new MongoError(40414, `BSON field '${where}.${missing}' is missing but a required field`);
}

function wrongType(field: string, value: unknown, expected: string): MongoError {
  return new MongoError(14, `BSON field '${field}' is the wrong type '${typeName(value)}', expected type '${expected}'`);
}

function checkUnit(unit: unknown, step: Numeric): void {
  if (integralOf(step) === undefined)
    throw new MongoError(6586400, 'The step parameter in a range statement must be a whole number when densifying a date range');
  if (!isTimeUnit(unit)) throw new MongoError(9, `unknown time unit value: ${unit}`);
}

function parseBounds(bounds: unknown, step: Numeric, unit: unknown): Densification['bounds'] {
  if (bounds === 'full' || bounds === 'partition') return bounds;
  if (typeof bounds === 'string') throw new MongoError(5946802, "Bounds string must either be 'full' or 'partition'");
  if (!Array.isArray(bounds))
    throw new MongoError(
      5733404,
      "The bounds in a range statement must be the string 'full', 'partition', or an ascending array of two numbers or two dates",
    );
  if (bounds.length !== 2) throw new MongoError(5733403, 'A bounding array in a range statement must have exactly two elements');
  const [low, high] = bounds;
  if (compareValues(low, high) > 0)
    throw new MongoError(5733402, 'A bounding array must be an ascending array of either two dates or two numbers');
  const mixed = 'A bounding array must contain either both dates or both numeric types';
  if (isNumeric(low)) {
    if (unit !== undefined) throw new MongoError(5733409, 'Numeric bounds may not have unit parameter');
    if (!isNumeric(high)) throw new MongoError(5733406, mixed);
    if (new Set([low, high, step].map(typeNumber)).size > 1)
      throw new MongoError(5876900, 'Upper bound, lower bound, and step must all have the same type');
    return [low, high];
  }
  if (!(low instanceof Date)) throw new MongoError(5946800, 'Explicit bounds must be numeric or dates');
  if (!(high instanceof Date)) throw new MongoError(5733405, mixed);
  if (unit === undefined) throw new MongoError(5733410, 'A bounding array of dates must specify a unit');
  return [low, high];
}
