import { isDeepStrictEqual } from 'node:util';
import { type Document, EJSON } from 'bson';
import { isType } from './bson-types.ts';
import { Mismatch } from './test-format.ts';

/** What the special operators look up. */
export interface MatchContext {
  entity(id: string): unknown;
  /** The session's `lsid`, also once it has ended. */
  sessionId(id: string): unknown;
}

/**
 * Compares a value with what a case expects, as "Evaluating Matches" of the unified test format says: numbers by their value,
 * documents at the root may have more fields, all others may not.
 *
 * @throws Mismatch naming the place
 */
export function match(given: unknown, expected: unknown, context: MatchContext, place = 'result', root = true): void {
  // The driver sends sorts and keys of indexes as maps, whose order is certain.
  const actual = given instanceof Map ? Object.fromEntries(given) : given;
  const operator = operatorOf(expected);
  if (operator) return matchOperator(actual, operator, (expected as Document)[operator], context, place, root);
  if (Array.isArray(expected)) return matchArray(actual, expected, context, place, root);
  if (isPlain(expected)) return matchDocument(actual, expected, context, place, root);
  if (!equal(actual, expected)) throw new Mismatch(`${place}: expected ${show(expected)}, got ${show(actual)}`);
}

function matchArray(actual: unknown, expected: unknown[], context: MatchContext, place: string, root: boolean): void {
  if (!Array.isArray(actual)) throw new Mismatch(`${place}: expected an array, got ${show(actual)}`);
  if (actual.length !== expected.length)
    throw new Mismatch(`${place}: expected ${expected.length} elements, got ${actual.length}: ${show(actual)}`);
  // The documents of a list of results are each a root.
  for (const [index, value] of expected.entries()) match(actual[index], value, context, `${place}[${index}]`, root);
}

function matchDocument(actual: unknown, expected: Document, context: MatchContext, place: string, root: boolean): void {
  if (!isPlain(actual)) throw new Mismatch(`${place}: expected the document ${show(expected)}, got ${show(actual)}`);
  for (const [name, value] of Object.entries(expected)) {
    const operator = operatorOf(value);
    const optional = operator === '$$exists' || operator === '$$unsetOrMatches';
    if (!optional && actual[name] === undefined)
      throw new Mismatch(`${place}.${name}: expected ${show(value)}, is missing in ${show(actual)}`);
    match(actual[name], value, context, `${place}.${name}`, false);
  }
  if (root) return;
  const extra = Object.keys(actual).find((name) => !(name in expected) && actual[name] !== undefined);
  if (extra) throw new Mismatch(`${place}.${extra}: not expected, got ${show(actual[extra])}`);
}

function matchOperator(actual: unknown, operator: string, operand: unknown, context: MatchContext, place: string, root: boolean): void {
  const fail = (message: string): never => {
    throw new Mismatch(`${place}: ${message}, got ${show(actual)}`);
  };
  switch (operator) {
    case '$$exists':
      if ((actual !== undefined) !== operand) fail(operand ? 'expected to exist' : 'expected not to exist');
      return;
    case '$$type':
      if (![operand].flat().some((type) => isType(actual, type as string))) fail(`expected the type ${show(operand)}`);
      return;
    case '$$unsetOrMatches':
      if (actual !== undefined) match(actual, operand, context, place, root);
      return;
    case '$$matchesEntity':
      return match(actual, context.entity(operand as string), context, place, false);
    case '$$matchesHexBytes':
      if (!(actual instanceof Uint8Array) || Buffer.from(actual).toString('hex') !== operand) fail(`expected the bytes ${operand}`);
      return;
    case '$$sessionLsid':
      if (!isDeepStrictEqual(EJSON.stringify(actual), EJSON.stringify(context.sessionId(operand as string)))) fail('expected another lsid');
      return;
    case '$$lte':
      if (typeof actual !== 'number' || actual > (operand as number)) fail(`expected at most ${operand}`);
      return;
    case '$$matchAsDocument':
      return match(typeof actual === 'string' ? EJSON.parse(actual) : actual, operand, context, place, false);
    case '$$matchAsRoot':
      return match(actual, operand, context, place, true);
  }
  throw new Error(`unknown operator ${operator}`);
}

function operatorOf(expected: unknown): string | undefined {
  if (!isPlain(expected)) return undefined;
  const names = Object.keys(expected);
  return names.length === 1 && names[0]?.startsWith('$$') ? names[0] : undefined;
}

/** True for a document or a result, false for BSON values. */
export function isPlain(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date) && !(value instanceof RegExp) && !(value instanceof Uint8Array) && !('_bsontype' in value);
}

function equal(actual: unknown, expected: unknown): boolean {
  const left = plainNumber(actual);
  const right = plainNumber(expected);
  if (left !== undefined || right !== undefined) return left === right;
  return isDeepStrictEqual(EJSON.stringify(actual ?? null), EJSON.stringify(expected ?? null)) && typeof actual === typeof expected;
}

function plainNumber(value: unknown): number | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  const type = (value as Document | null | undefined)?._bsontype;
  return type === 'Long' || type === 'Int32' || type === 'Double' ? Number(value) : undefined;
}

/** A value in a few words, for the report. */
export function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : EJSON.stringify(value as Document);
  return text && text.length > 300 ? `${text.slice(0, 300)}...` : text;
}
