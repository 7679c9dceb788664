import type { Document } from 'bson';
import { fieldEntries } from '../../bson/field-order.ts';
import { shown } from '../../bson/shown.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument, toNumber } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { parseSort, Sorter, sortOrder } from '../../query/sort.ts';
import { sizeOf } from '../accumulators/sizes.ts';
import type { Documents, PipelineScope, Stage } from '../scope.ts';
import { gathering, type StageParser } from './stage.ts';

/** `$sort`. */
export const sort: StageParser = (operand) => {
  const spec = checkedSort(operand);
  return {
    reads: new Set(Object.keys(spec).map((path) => path.split('.')[0] as string)),
    run: (inputs, scope) => sorted(inputs, spec, Number.POSITIVE_INFINITY, scope),
  };
};

/** @throws MongoError 15973 to 15976 for what is no sort */
export function checkedSort(operand: unknown): Document {
  if (!isDocument(operand)) throw new MongoError(15973, 'the $sort key specification must be an object');
  const entries = fieldEntries(operand);
  if (entries.length === 0) throw new MongoError(15976, '$sort stage must have at least one sort key');
  for (const [path, direction] of entries) {
    if (isDocument(direction)) throw new MongoError(17312, `$meta is the only expression supported by $sort right now: ${path}`);
    const number = toNumber(direction);
    if (number === undefined)
      throw new MongoError(15974, `Illegal key in $sort specification: ${path}: ${shown(direction)} (${typeName(direction)})`);
    if (number !== 1 && number !== -1) throw new MongoError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  }
  parseSort(operand);
  return operand;
}

/** The same sort that keeps the first documents only: no more are held than are wanted. */
export function limitedSort(stage: Stage, limit: number): Stage {
  return { ...stage, run: (inputs, scope) => sorted(inputs, stage.operand as Document, limit, scope) };
}

function* sorted(inputs: Documents, spec: Document, limit: number, { collation }: PipelineScope): Documents {
  const { keyOf, compare } = sortOrder(parseSort(spec), collation);
  const sorter = new Sorter<Document>(limit, compare);
  yield* gathering(inputs, (document) => sorter.add(keyOf(document), document, sizeOf(document)));
  yield* sorter.sorted();
}
