import { fieldEntries } from '../../bson/field-order.ts';
import { shown } from '../../bson/shown.ts';
import { isNullish, isTrue } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { double } from '../../numbers/numeric.ts';
import { computed, type Expression, type ExpressionParser, type OperatorTable } from './expression.ts';
import { type NamedForm, namedOperands } from './operands.ts';
import { arrayOf, int32Of } from './values.ts';
import { checkVariableWrite } from './variables.ts';

const LET: NamedForm = {
  object: [16874, () => '$let only supports an object as its argument'],
  unknown: [16875, (field) => `Unrecognized parameter to $let: ${field}`],
  required: { vars: [16876, "Missing 'vars' parameter to $let"], in: [16877, "Missing 'in' parameter to $let"] },
  optional: [],
};

function letIn(operand: unknown, parser: ExpressionParser): Expression {
  const given = namedOperands(operand, LET);
  if (!isDocument(given.vars)) throw new MongoError(10065, `invalid parameter: expected an object (vars)`);
  const definitions = fieldEntries(given.vars).map(([name, value]) => {
    checkVariableWrite(name);
    return { name, value: parser.parse(value) };
  });
  const { parser: inner, keys } = parser.naming(definitions.map(({ name }) => name));
  const body = inner.parse(given.in);
  return computed([...definitions.map(({ value }) => value), body], (frame) => {
    // All values are computed before the first name is bound: definitions do not see each other.
    const values = definitions.map(({ value }) => value.evaluate(frame));
    for (const [index, key] of keys.entries()) frame.variables[key] = values[index];
    return body.evaluate(frame);
  });
}

const MAP: NamedForm = {
  object: [16878, () => '$map only supports an object as its argument'],
  unknown: [16879, (field) => `Unrecognized parameter to $map: ${field}`],
  required: { input: [16880, "Missing 'input' parameter to $map"], in: [16882, "Missing 'in' parameter to $map"] },
  optional: ['as'],
};

/** The name an operator gives to the element at hand. */
function elementName(as: unknown): string {
  if (as === undefined) return 'this';
  if (typeof as !== 'string') throw new MongoError(16866, 'empty variable names are not allowed');
  checkVariableWrite(as);
  return as;
}

function map(operand: unknown, parser: ExpressionParser): Expression {
  const given = namedOperands(operand, MAP);
  const input = parser.parse(given.input);
  const { parser: inner, keys } = parser.naming([elementName(given.as)]);
  const key = keys[0] as string;
  const each = inner.parse(given.in);
  return computed([input, each], (frame) => {
    const array = input.evaluate(frame);
    if (isNullish(array)) return null;
    return arrayOf(array, 16883, (type) => `input to $map must be an array not ${type}`).map((element) => {
      frame.variables[key] = element;
      return each.evaluate(frame) ?? null;
    });
  });
}

const FILTER: NamedForm = {
  object: [28646, () => '$filter only supports an object as its argument'],
  unknown: [28647, (field) => `Unrecognized parameter to $filter: ${field}`],
  required: { input: [28648, "Missing 'input' parameter to $filter"], cond: [28650, "Missing 'cond' parameter to $filter"] },
  optional: ['as', 'limit'],
};

function filter(operand: unknown, parser: ExpressionParser): Expression {
  const given = namedOperands(operand, FILTER);
  const input = parser.parse(given.input);
  const limit = parser.parse(given.limit ?? null);
  const { parser: inner, keys } = parser.naming([elementName(given.as)]);
  const key = keys[0] as string;
  const condition = inner.parse(given.cond);
  return computed([input, limit, condition], (frame) => {
    const array = input.evaluate(frame);
    if (isNullish(array)) return null;
    const elements = arrayOf(array, 28651, (type) => `input to $filter must be an array not ${type}`);
    const most = filterLimit(limit.evaluate(frame));
    const kept: unknown[] = [];
    for (const element of elements) {
      frame.variables[key] = element;
      if (isTrue(condition.evaluate(frame)) && kept.push(element) === most) break;
    }
    return kept;
  });
}

function filterLimit(limit: unknown): number {
  if (isNullish(limit)) return Number.POSITIVE_INFINITY;
  const most = int32Of(limit);
  if (most === undefined) throw new MongoError(327391, `$filter: limit must be represented as a 32-bit integral value: ${shown(limit)}`);
  if (most <= 0) throw new MongoError(327392, `$filter: limit must be greater than 0: ${most}`);
  return most;
}

const REDUCE: NamedForm = {
  object: [40075, (type) => `$reduce requires an object as an argument, found: ${type}`],
  unknown: [40076, (field) => `$reduce found an unknown argument: ${field}`],
  required: {
    input: [40077, "$reduce requires 'input' to be specified"],
    initialValue: [40078, "$reduce requires 'initialValue' to be specified"],
    in: [40079, "$reduce requires 'in' to be specified"],
  },
  optional: [],
};

function reduce(operand: unknown, parser: ExpressionParser): Expression {
  const given = namedOperands(operand, REDUCE);
  const input = parser.parse(given.input);
  const initial = parser.parse(given.initialValue);
  const { parser: inner, keys } = parser.naming(['this', 'value']);
  const [thisKey, valueKey] = keys as [string, string];
  const step = inner.parse(given.in);
  return computed([input, initial, step], (frame) => {
    const array = input.evaluate(frame);
    if (isNullish(array)) return null;
    const elements = arrayOf(array, 40080, () => `$reduce requires that 'input' be an array, found: ${shown(array)}`);
    let value = initial.evaluate(frame);
    for (const element of elements) {
      frame.variables[thisKey] = element;
      frame.variables[valueKey] = value;
      value = step.evaluate(frame);
    }
    return value;
  });
}

export const variableOperators: OperatorTable = {
  $let: letIn,
  $map: map,
  $filter: filter,
  $reduce: reduce,
  $rand: (operand) => {
    if (!isDocument(operand) && !Array.isArray(operand))
      throw new MongoError(10065, `invalid parameter: expected an object ($rand), found ${typeName(operand)}`);
    if (Object.keys(operand).length > 0) throw new MongoError(3040501, '$rand does not currently accept arguments');
    return { evaluate: () => double(Math.random()), constant: false };
  },
};
