import type { Document } from 'bson';
import { fieldEntries, setField } from '../../bson/field-order.ts';
import { shown } from '../../bson/shown.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { MEMORY_LIMIT, sizeOf } from '../accumulators/sizes.ts';
import { checkFieldName } from '../expressions/field-path.ts';
import type { Documents, Stage } from '../scope.ts';
import { gathering, type StageParser } from './stage.ts';

/** `$facet`: several pipelines over the same documents, which are read once. */
export const facet: StageParser = (operand, context) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0)
    throw new MongoError(40169, `the $facet specification must be a non-empty object, but found: ${shown(operand)}`);
  const facets = fieldEntries(operand).map(([name, pipeline]) => {
    checkFieldName(name);
    if (!Array.isArray(pipeline)) throw new MongoError(40170, `arguments to $facet must be arrays, ${name} is type ${typeName(pipeline)}`);
    return { name, stages: context.pipeline(pipeline, 'facet') };
  });
  return {
    reshapes: true,
    *run(inputs, scope) {
      const held: Document[] = [];
      let bytes = 0;
      yield* gathering(inputs, (document) => {
        bytes += sizeOf(document);
        if (bytes > MEMORY_LIMIT) throw tooMuch();
        held.push(document);
      });
      const result: Document = {};
      for (const { name, stages } of facets) {
        const documents: Document[] = [];
        const found = stages.reduce<Documents>((inputs, stage: Stage) => stage.run(inputs, scope), held);
        yield* gathering(found, (document) => {
          bytes += sizeOf(document);
          if (bytes > 2 * MEMORY_LIMIT) throw tooMuch();
          documents.push(document);
        });
        setField(result, name, documents);
      }
      yield result;
    },
  };
};

function tooMuch(): MongoError {
  return new MongoError(4031700, `Exceeded memory limit for $facet: ${MEMORY_LIMIT} bytes`);
}
