import { fieldEntries } from '../../bson/field-order.ts';
import { isNullish, isTrue } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { computed, type Expression, type ExpressionParser, type OperatorTable } from './expression.ts';
import { comparing, eager, namedOperands, operandList } from './operands.ts';

const NAMED_COND = {
  object: [16020, () => 'Expression $cond takes exactly 3 arguments.'],
  unknown: [17083, (field: string) => `Unrecognized parameter to $cond: ${field}`],
  required: {
    if: [17080, "Missing 'if' parameter to $cond"],
    // biome-ignore lint/suspicious/noThenProperty: the name of the operand
    then: [17081, "Missing 'then' parameter to $cond"],
    else: [17082, "Missing 'else' parameter to $cond"],
  },
  optional: [],
} as const;

function cond(operand: unknown, parser: ExpressionParser, name: string): Expression {
  const given = isDocument(operand) ? namedOperands(operand, NAMED_COND) : undefined;
  const list = given ? [given.if, given.then, given.else] : operand;
  const [condition, consequence, alternative] = operandList(list, parser, name, 3, 3) as [Expression, Expression, Expression];
  return computed([condition, consequence, alternative], (frame) =>
    (isTrue(condition.evaluate(frame)) ? consequence : alternative).evaluate(frame),
  );
}

function ifNull(operand: unknown, parser: ExpressionParser, name: string): Expression {
  const count = Array.isArray(operand) ? operand.length : 1;
  if (count < 2) throw new MongoError(1257300, `$ifNull needs at least two arguments, had: ${count}`);
  const operands = operandList(operand, parser, name, 2, Number.POSITIVE_INFINITY);
  return computed(operands, (frame) => {
    let value: unknown;
    for (const candidate of operands) {
      value = candidate.evaluate(frame);
      if (!isNullish(value)) return value;
    }
    return value;
  });
}

interface Branch {
  condition: Expression;
  consequence: Expression;
}

function switchOn(operand: unknown, parser: ExpressionParser): Expression {
  if (!isDocument(operand)) throw new MongoError(40060, `$switch requires an object as an argument, found: ${typeName(operand)}`);
  const branches: Branch[] = [];
  let otherwise: Expression | undefined;
  for (const [field, value] of fieldEntries(operand)) {
    if (field === 'branches') branches.push(...switchBranches(value, parser));
    else if (field === 'default') otherwise = parser.parse(value);
    else throw new MongoError(40067, `$switch found an unknown argument: ${field}`);
  }
  if (branches.length === 0) throw new MongoError(40068, '$switch requires at least one branch.');
  const parts = branches.flatMap(({ condition, consequence }) => [condition, consequence]);
  return computed(otherwise ? [...parts, otherwise] : parts, (frame) => {
    const chosen = branches.find(({ condition }) => isTrue(condition.evaluate(frame)))?.consequence ?? otherwise;
    if (!chosen) throw new MongoError(40066, '$switch could not find a matching branch for an input, and no default was specified.');
    return chosen.evaluate(frame);
  });
}

function switchBranches(branches: unknown, parser: ExpressionParser): Branch[] {
  if (!Array.isArray(branches)) throw new MongoError(40061, `$switch expected an array for 'branches', found: ${typeName(branches)}`);
  return branches.map((branch) => {
    if (!isDocument(branch)) throw new MongoError(40062, `$switch expected each branch to be an object, found: ${typeName(branch)}`);
    const unknown = Object.keys(branch).find((field) => field !== 'case' && field !== 'then');
    if (unknown !== undefined) throw new MongoError(40063, `$switch found an unknown argument to a branch: ${unknown}`);
    if (!Object.hasOwn(branch, 'case')) throw new MongoError(40064, "$switch requires each branch have a 'case' expression");
    if (!Object.hasOwn(branch, 'then')) throw new MongoError(40065, "$switch requires each branch have a 'then' expression.");
    return { condition: parser.parse(branch.case), consequence: parser.parse(branch.then) };
  });
}

/** `$and` and `$or` look no further than they must. */
function junction(decisive: boolean): OperatorTable[string] {
  return (operand, parser, name) => {
    const operands = operandList(operand, parser, name, 0, Number.POSITIVE_INFINITY);
    return computed(operands, (frame) => {
      for (const operand of operands) if (isTrue(operand.evaluate(frame)) === decisive) return decisive;
      return !decisive;
    });
  };
}

function order(accepts: (order: number) => unknown): OperatorTable[string] {
  return comparing(2, 2, ({ compare }, a, b) => accepts(compare(a, b)));
}

export const conditionOperators: OperatorTable = {
  $cond: cond,
  $ifNull: ifNull,
  $switch: switchOn,
  $and: junction(false),
  $or: junction(true),
  $not: eager(1, 1, (value) => !isTrue(value)),
  $cmp: order((order) => Math.sign(order)),
  $eq: order((order) => order === 0),
  $ne: order((order) => order !== 0),
  $gt: order((order) => order > 0),
  $gte: order((order) => order >= 0),
  $lt: order((order) => order < 0),
  $lte: order((order) => order <= 0),
};
