import type { Document } from 'bson';
import { fieldNames } from '../bson/field-order.ts';
import { isTrue } from '../bson/truth.ts';
import { isDocument } from '../bson-codec.ts';
import type { Collation } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { type Condition, negated, testing, together } from './condition.ts';
import { naturalOperand } from './integer-operand.ts';
import { bitsTest, modTest } from './number-tests.ts';
import type { ValueTest } from './path-values.ts';
import { isRegex, regexOf, regexTest } from './regex.ts';
import { typeTest } from './type-test.ts';
import { comparedTo, equalTo, oneOf } from './value-tests.ts';

/** How operators that contain others compile them. */
export interface NestedCompiler {
  /** A filter over the documents in an array. */
  filter(filter: Document): (document: Document) => boolean;
  /** Operators over one value. */
  operators(operators: Document): Condition;
  /** How strings compare. */
  collation: Collation | undefined;
}

/** Operators that stand where a filter names fields, so that what holds them is a filter. */
export const PATHLESS_OPERATORS = new Set([
  '$and',
  '$or',
  '$nor',
  '$expr',
  '$jsonSchema',
  '$comment',
  '$sampleRate',
  '$text',
  '$where',
  '$alwaysTrue',
  '$alwaysFalse',
  '$ref',
  '$id',
  '$db',
]);

/**
 * Compiles one operator; `undefined` for `$options`, which only modifies another.
 *
 * @throws MongoError 2 for an unknown operator.
 */
export function compileOperator(operator: string, operand: unknown, siblings: Document, nested: NestedCompiler): Condition | undefined {
  switch (operator) {
    case '$not':
      return negated(compileNot(operand, nested));
    case '$ne':
      if (isRegex(operand)) throw new MongoError(2, "Can't have regex as arg to $ne.");
      return negated(testing(equalTo(operand, nested.collation)));
    case '$nin':
      return negated(testing(oneOf(operand, '$nin', nested.collation)));
    case '$exists':
      return isTrue(operand) ? testing(exists) : negated(testing(exists));
    case '$all':
      return compileAll(operand, nested);
    case '$elemMatch': {
      const matches = elementTest(operand, nested);
      return testing(
        (value, whole) => whole && (value as unknown[]).some(matches),
        (array) => array.findIndex(matches),
      );
    }
    case '$options':
      if (!('$regex' in siblings)) throw new MongoError(2, '$options needs a $regex');
      return undefined;
    default:
      return testing(valueTest(operator, operand, siblings, nested));
  }
}

function valueTest(operator: string, operand: unknown, siblings: Document, nested: NestedCompiler): ValueTest {
  switch (operator) {
    case '$eq':
      return equalTo(operand, nested.collation);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return comparedTo(operator, operand, nested.collation);
    case '$in':
      return oneOf(operand, '$in', nested.collation);
    case '$regex':
      return regexTest(regexOf(siblings));
    case '$type':
      return typeTest(operand);
    case '$mod':
      return modTest(operand);
    case '$size':
      return sizeTest(operand);
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return bitsTest(operator, operand);
    case '$where':
      throw new MongoError(2, '$where cannot be applied to a field');
  }
  if (/^\$(near|nearSphere|geoNear|geoWithin|geoIntersects|within)$/.test(operator))
    throw new MongoError(238, `${operator} is not supported by the embedded store: it has no geospatial index`);
  throw new MongoError(2, `unknown operator: ${operator}`);
}

function compileNot(operand: unknown, nested: NestedCompiler): Condition {
  if (isRegex(operand)) return testing(regexTest(operand));
  if (!isDocument(operand)) throw new MongoError(2, '$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw new MongoError(2, '$not cannot be empty');
  return nested.operators(operand);
}

const exists: ValueTest = (value) => value !== undefined;

function compileAll(operand: unknown, nested: NestedCompiler): Condition {
  if (!Array.isArray(operand)) throw new MongoError(2, '$all needs an array');
  if (operand.length === 0) return testing(() => false);
  if (isElemMatch(operand[0])) {
    if (!operand.every(isElemMatch)) throw new MongoError(2, '$all/$elemMatch has to be consistent');
    return together(operand.map(({ $elemMatch }) => nested.operators({ $elemMatch })));
  }
  return together(
    operand.map((element) => {
      if (isDocument(element) && isPathOperator(fieldNames(element)[0])) throw new MongoError(2, 'no $ expressions in $all');
      return testing(isRegex(element) ? regexTest(element) : equalTo(element, nested.collation));
    }),
  );
}

function isElemMatch(element: unknown): element is Document {
  return isDocument(element) && fieldNames(element)[0] === '$elemMatch';
}

const PATH_OPERATORS =
  /^\$(eq|ne|gte?|lte?|in|nin|regex|options|type|mod|size|exists|all|elemMatch|bits(All|Any)(Set|Clear)|near|nearSphere|geoNear|geoWithin|geoIntersects|within)$/;

/** True for the name of an operator that stands at a field. */
export function isPathOperator(name: string | undefined): boolean {
  return name !== undefined && PATH_OPERATORS.test(name);
}

function sizeTest(operand: unknown): ValueTest {
  const size = Number(naturalOperand('$size', operand, 2, 'Failed to parse $size. '));
  return (value, whole) => whole && (value as unknown[]).length === size;
}

/** `$elemMatch` asks one and the same element for everything: by its fields, or by its value when given operators. */
function elementTest(operand: unknown, nested: NestedCompiler): (element: unknown) => boolean {
  if (!isDocument(operand)) throw new MongoError(2, '$elemMatch needs an Object');
  const first = fieldNames(operand)[0];
  if (first?.startsWith('$') && !PATHLESS_OPERATORS.has(first)) {
    const condition = nested.operators(operand);
    return (element) => condition.of(element);
  }
  const filter = nested.filter(operand);
  return (element) => matchesElement(element, filter);
}

/** An array in an array is a document whose fields are its positions. */
function matchesElement(element: unknown, filter: (document: Document) => boolean): boolean {
  if (Array.isArray(element)) return filter({ ...element });
  return isDocument(element) && filter(element);
}
