import type { Document } from 'bson';
import { shown } from '../../bson/shown.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { frameOf, type StageParser } from './stage.ts';

/** @throws MongoError 40602 for a stage that can only begin a pipeline */
function checkFirst(position: number, name: string): void {
  if (position > 0) throw new MongoError(40602, `${name} is only valid as the first stage in a pipeline`);
}

/** `$documents`: documents out of expressions. */
export const documents: StageParser = (operand, context, name) => {
  checkFirst(context.position, name);
  const expression = context.parser().parse(operand);
  return {
    source: true,
    *run(_, scope) {
      const values = expression.evaluate({ ...frameOf(scope), root: {} });
      if (!Array.isArray(values)) throw new MongoError(5858203, `an array is expected in $documents, found: ${typeName(values)}`);
      for (const value of values) {
        if (!isDocument(value)) throw new MongoError(40228, `$documents must give documents, but resulting value was: ${shown(value)}`);
        yield value;
      }
    },
  };
};

/** A stage the server answers with what it knows of itself. */
function description(check: (spec: Document, name: string) => void): StageParser {
  return (operand, context, name) => {
    if (context.place === 'facet') throw new MongoError(40600, `${name} is not allowed to be used within a $facet stage`);
    checkFirst(context.position, name);
    if (!isDocument(operand))
      throw new MongoError(name === '$collStats' ? 5447000 : 9, `${name} must take a nested object but found: ${shown(operand)}`);
    check(operand, name);
    return { source: true, run: (_, scope) => scope.describe(name, operand) };
  };
}

function known(...fields: string[]) {
  return (spec: Document, name: string) => {
    const unknown = Object.keys(spec).find((field) => !fields.includes(field));
    if (unknown !== undefined) throw new MongoError(40415, `BSON field '${name}.${unknown}' is an unknown field.`);
  };
}

export const collStats = description(known('latencyStats', 'storageStats', 'count', 'queryExecStats'));
export const listLocalSessions = description(known('users', 'allUsers'));
