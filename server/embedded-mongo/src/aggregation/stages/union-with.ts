import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import type { Stage } from '../scope.ts';
import type { StageContext, StageParser } from './stage.ts';

/** `$unionWith`: the documents of another collection, or of a pipeline over it, after one's own. */
export const unionWith: StageParser = (operand, context) => {
  const { coll, stages } = parseUnion(operand, context);
  return {
    *run(inputs, scope) {
      yield* inputs;
      const inner = { ...scope, hint: undefined };
      yield* scope.read(inner, coll, stages);
    },
  };
};

function parseUnion(operand: unknown, context: StageContext): { coll: string | undefined; stages: Stage[] } {
  if (typeof operand === 'string') return { coll: operand, stages: [] };
  if (!isDocument(operand))
    throw new MongoError(9, `the $unionWith stage specification must be an object or string, but found ${typeName(operand)}`);
  const unknown = Object.keys(operand).find((field) => field !== 'coll' && field !== 'pipeline');
  if (unknown !== undefined) throw new MongoError(40415, `BSON field '$unionWith.${unknown}' is an unknown field.`);
  const { coll, pipeline = [] } = operand;
  if (coll !== undefined && typeof coll !== 'string')
    throw new MongoError(14, `BSON field '$unionWith.coll' is the wrong type '${typeName(coll)}', expected type 'string'`);
  if (!Array.isArray(pipeline))
    throw new MongoError(14, `BSON field '$unionWith.pipeline' is the wrong type '${typeName(pipeline)}', expected type 'array'`);
  const stages = context.pipeline(pipeline, 'union');
  if (coll === undefined && stages[0]?.name !== '$documents')
    throw new MongoError(9, '$unionWith stage without explicit collection must have a pipeline with $documents as first stage');
  return { coll, stages };
}
