import type { Document } from 'bson';
import type { Collation } from '../collation/collation.ts';
import { collatedComparison } from './comparison.ts';
import type { Frame } from './expressions/expression.ts';
import { Parser } from './expressions/parser.ts';

/**
 * An expression ready to be evaluated for documents.
 *
 * @param variables the values of the variables it may name
 * @param collation how strings compare, when not by their bytes
 * @throws MongoError for an unknown operator, an undefined variable and operands an operator refuses
 */
export function compileExpression(
  value: unknown,
  variables: Readonly<Document> = {},
  collation?: Collation,
): (document: Document) => unknown {
  const expression = new Parser({ variables: Object.keys(variables), comparison: collatedComparison(collation) }).parse(value);
  const frame: Frame & { root: unknown } = { root: undefined, variables: { ...variables } };
  return (document) => {
    frame.root = document;
    return expression.evaluate(frame);
  };
}
