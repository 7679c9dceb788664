import type { Document } from 'bson';
import { shown } from '../../bson/shown.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import type { Expression } from '../expressions/expression.ts';
import { frameOf, mapped, readsOf, type StageContext, type StageParser } from './stage.ts';

/** `$replaceRoot: {newRoot: expression}`. */
export const replaceRoot: StageParser = (operand, context) => {
  if (!isDocument(operand))
    throw new MongoError(40229, `expected an object as specification for $replaceRoot stage, got ${typeName(operand)}`);
  for (const field of Object.keys(operand))
    if (field !== 'newRoot') throw new MongoError(40415, `BSON field '$replaceRoot.${field}' is an unknown field.`);
  if (!Object.hasOwn(operand, 'newRoot')) throw new MongoError(40414, "BSON field '$replaceRoot.newRoot' is missing but a required field");
  return replacing(operand.newRoot, context, 'newRoot');
};

/** `$replaceWith: expression`, the same in short. */
export const replaceWith: StageParser = (operand, context) => replacing(operand, context, 'replacement document');

function replacing(newRoot: unknown, context: StageContext, what: string): ReturnType<StageParser> {
  const parser = context.parser();
  const expression = parser.parse(newRoot);
  return {
    reads: readsOf(parser),
    reshapes: true,
    run(inputs, scope) {
      const frame = frameOf(scope);
      return mapped(inputs, (document) => {
        frame.root = document;
        return checkedRoot(expression, frame, document, what);
      });
    },
  };
}

function checkedRoot(expression: Expression, frame: Parameters<Expression['evaluate']>[0], document: Document, what: string): Document {
  const root = expression.evaluate(frame);
  if (isDocument(root)) return root;
  throw new MongoError(
    40228,
    `'${what}' expression must evaluate to an object, but resulting value was: ${shown(root)}. Type of resulting value: '${typeName(root)}'. Input document: ${shown(document).slice(0, 1000)}`,
  );
}
