import type { Document } from 'bson';
import { asDocument, isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { bitsTest, modTest } from './number-tests.ts';
import { someValue, type ValueTest } from './path-values.ts';
import { isRegex, regexOf, regexTest } from './regex.ts';
import { typeTest } from './type-test.ts';
import { comparedTo, equalTo, oneOf } from './value-tests.ts';

/** Tells whether what a path leads to, from a value, is accepted. */
export type ValuePredicate = (value: unknown, parts: readonly string[]) => boolean;

/** How operators that contain others compile them. */
export interface NestedCompiler {
  filter(filter: Document): (document: Document) => boolean;
  condition(condition: unknown): ValuePredicate;
}

/**
 * Compiles one operator; `undefined` for those that only modify another (`$options`) or say nothing (`$comment`).
 *
 * @throws MongoError 2 for an unknown operator.
 */
export function compileOperator(
  operator: string,
  operand: unknown,
  siblings: Document,
  nested: NestedCompiler,
): ValuePredicate | undefined {
  switch (operator) {
    case '$not':
      return not(compileNot(operand, nested));
    case '$ne':
      if (isRegex(operand)) throw new MongoError(2, "Can't have regex as arg to $ne.");
      return not(some(equalTo(operand)));
    case '$nin':
      return not(some(oneOf(operand, '$nin')));
    case '$exists':
      return compileExists(operand);
    case '$all':
      return compileAll(operand, nested);
    case '$options':
      if (siblings.$regex === undefined) throw new MongoError(2, '$options needs a $regex');
      return undefined;
    case '$comment':
      return undefined;
    default:
      return some(valueTest(operator, operand, siblings, nested));
  }
}

function valueTest(operator: string, operand: unknown, siblings: Document, nested: NestedCompiler): ValueTest {
  switch (operator) {
    case '$eq':
      return equalTo(operand);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return comparedTo(operator, operand);
    case '$in':
      return oneOf(operand, '$in');
    case '$regex':
      return regexTest(regexOf(operand, siblings.$options));
    case '$type':
      return typeTest(operand);
    case '$mod':
      return modTest(operand);
    case '$size':
      return sizeTest(operand);
    case '$elemMatch':
      return elemMatchTest(operand, nested);
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return bitsTest(operator, operand);
  }
  if (/^\$(near|nearSphere|geoWithin|geoIntersects|within)$/.test(operator))
    throw new MongoError(238, `${operator} is not supported by the embedded store: it has no geospatial index`);
  throw new MongoError(2, `unknown operator: ${operator}`);
}

function some(test: ValueTest): ValuePredicate {
  return (value, parts) => someValue(value, parts, test);
}

function not(predicate: ValuePredicate): ValuePredicate {
  return (value, parts) => !predicate(value, parts);
}

function compileNot(operand: unknown, nested: NestedCompiler): ValuePredicate {
  if (!isRegex(operand) && !isDocument(operand)) throw new MongoError(2, '$not needs a regex or a document');
  if (isDocument(operand) && !Object.keys(operand)[0]?.startsWith('$'))
    throw new MongoError(2, '$not cannot be empty or hold a plain value');
  return nested.condition(operand);
}

function compileExists(operand: unknown): ValuePredicate {
  const exists = some((value) => value !== undefined);
  return operand === false || operand === 0 || operand === null || operand === undefined ? not(exists) : exists;
}

function compileAll(operand: unknown, nested: NestedCompiler): ValuePredicate {
  if (!Array.isArray(operand)) throw new MongoError(2, '$all needs an array');
  const predicates = operand.map((element) => {
    if (isDocument(element) && '$elemMatch' in element) return nested.condition(element);
    return some(isRegex(element) ? regexTest(element) : equalTo(element));
  });
  if (predicates.length === 0) return () => false;
  return (value, parts) => predicates.every((predicate) => predicate(value, parts));
}

function sizeTest(operand: unknown): ValueTest {
  const size = Number(operand);
  if ((typeof operand !== 'number' && typeof operand !== 'bigint') || !Number.isInteger(size))
    throw new MongoError(2, '$size must be a whole number');
  if (size < 0) throw new MongoError(2, '$size may not be negative');
  return (value, whole) => whole && (value as unknown[]).length === size;
}

/** `$elemMatch` asks one and the same element for everything: by its fields, or by its value when given operators. */
function elemMatchTest(operand: unknown, nested: NestedCompiler): ValueTest {
  const criteria = asDocument(operand);
  if (!criteria) throw new MongoError(2, '$elemMatch needs an Object');
  const first = Object.keys(criteria)[0];
  if (first?.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first)) {
    const condition = nested.condition(criteria);
    return (value, whole) => whole && (value as unknown[]).some((element) => condition(element, []));
  }
  const filter = nested.filter(criteria);
  return (value, whole) => whole && (value as unknown[]).some((element) => matchesElement(element, filter));
}

function matchesElement(element: unknown, filter: (document: Document) => boolean): boolean {
  const document = asDocument(element) ?? (Array.isArray(element) ? ({ ...element } as Document) : undefined);
  return document !== undefined && filter(document);
}
