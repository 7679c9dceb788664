import type { Comparison } from '../comparison.ts';

/** What an expression is evaluated against: a document, and the variables in scope. */
export interface Frame {
  readonly root: unknown;
  readonly variables: Record<string, unknown>;
}

/** An expression ready to be evaluated; what is missing evaluates to `undefined`. */
export interface Expression {
  readonly evaluate: (frame: Frame) => unknown;
  /** The value is known already and the same for every document. */
  readonly constant: boolean;
}

/** Turns operands into expressions; operators use it for what they contain. */
export interface ExpressionParser {
  /** How values compare: by their bytes, or by a collation. */
  readonly comparison: Comparison;
  /** @throws MongoError with the code the operator at fault has for it */
  parse(value: unknown): Expression;
  /** The same parser inside an operator that gives names to values, and the keys these have among the variables. */
  naming(names: readonly string[]): { parser: ExpressionParser; keys: string[] };
}

/** Parses the operand of one operator. */
export type Operator = (operand: unknown, parser: ExpressionParser, name: string) => Expression;

export type OperatorTable = Readonly<Record<string, Operator>>;

const NO_DOCUMENT: Frame = { root: {}, variables: {} };

export function constant(value: unknown): Expression {
  return { evaluate: () => value, constant: true };
}

/** An expression over others, computed at once when they are all known: a constant mistake is found without documents. */
export function computed(operands: readonly Expression[], evaluate: (frame: Frame) => unknown): Expression {
  return operands.every((operand) => operand.constant) ? constant(evaluate(NO_DOCUMENT)) : { evaluate, constant: false };
}

/** The value of a constant expression. */
export function constantValue(expression: Expression): unknown {
  return expression.evaluate(NO_DOCUMENT);
}
