import { fieldEntries } from '../../bson/field-order.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { computed, type Expression, type ExpressionParser, type Frame, type Operator } from './expression.ts';

/**
 * An operator whose operands are all evaluated, in order, before it computes.
 *
 * @param least how many operands it needs
 * @param most how many it takes
 */
export function eager(least: number, most: number, apply: (...values: unknown[]) => unknown): Operator {
  return (operand, parser, name) => {
    const operands = operandList(operand, parser, name, least, most);
    return computed(operands, evaluator(operands, apply));
  };
}

/** The same with the way values compare. */
export function comparing(
  least: number,
  most: number,
  apply: (comparison: ExpressionParser['comparison'], ...values: unknown[]) => unknown,
): Operator {
  return (operand, parser, name) => {
    const { comparison } = parser;
    return eager(least, most, (...values) => apply(comparison, ...values))(operand, parser, name);
  };
}

function evaluator(operands: readonly Expression[], apply: (...values: unknown[]) => unknown): (frame: Frame) => unknown {
  const [a, b] = operands as [Expression, Expression];
  if (operands.length === 1) return (frame) => apply(a.evaluate(frame));
  if (operands.length === 2) return (frame) => apply(a.evaluate(frame), b.evaluate(frame));
  return (frame) => apply(...operands.map((operand) => operand.evaluate(frame)));
}

/**
 * The operands of an operator: an array, or a single one.
 *
 * @throws MongoError 16020 or 28667 for a wrong number of them
 */
export function operandList(operand: unknown, parser: ExpressionParser, name: string, least: number, most: number): Expression[] {
  const given = Array.isArray(operand) ? operand : [operand];
  const count = given.length;
  if (least === most && count !== least)
    throw new MongoError(16020, `Expression ${name} takes exactly ${least} arguments. ${count} were passed in.`);
  if (count < least || count > most)
    throw new MongoError(28667, `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${count} were passed in.`);
  return given.map((value) => parser.parse(value));
}

/** The codes and words with which an operator refuses its named operands. */
export interface NamedForm {
  /** The operand is no document. */
  object: readonly [code: number, message: (type: string) => string];
  unknown: readonly [code: number, message: (field: string) => string];
  required: Readonly<Record<string, readonly [code: number, message: string]>>;
  optional: readonly string[];
}

/** The named operands of an operator, not parsed yet. */
export function namedOperands(operand: unknown, { object, unknown, required, optional }: NamedForm): Record<string, unknown> {
  if (!isDocument(operand)) throw new MongoError(object[0], object[1](typeName(operand)));
  const given: Record<string, unknown> = {};
  for (const [field, value] of fieldEntries(operand)) {
    if (!Object.hasOwn(required, field) && !optional.includes(field)) throw new MongoError(unknown[0], unknown[1](field));
    given[field] = value;
  }
  for (const [field, [code, message]] of Object.entries(required)) if (!Object.hasOwn(given, field)) throw new MongoError(code, message);
  return given;
}

/** An operator with named operands that are all expressions; those left out are `undefined`. */
export function named(form: NamedForm, apply: (values: (name: string) => unknown, has: (name: string) => boolean) => unknown): Operator {
  return (operand, parser) => {
    const operands = new Map(Object.entries(namedOperands(operand, form)).map(([field, value]) => [field, parser.parse(value)]));
    const has = (field: string) => operands.has(field);
    return computed([...operands.values()], (frame) => apply((field) => operands.get(field)?.evaluate(frame), has));
  };
}
