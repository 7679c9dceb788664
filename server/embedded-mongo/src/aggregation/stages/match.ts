import type { Document } from 'bson';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { filterFields } from '../../partial-decode.ts';
import { compileFilter } from '../../query/filter.ts';
import type { Stage } from '../scope.ts';
import type { StageParser } from './stage.ts';

/** `$match`: a query filter. */
export const match: StageParser = (operand, context) => {
  const filter = checkedFilter(operand);
  checkOutsideQueries(filter, context.position);
  // Compiled once for its mistakes to be found without documents; again with the values of the variables when it runs.
  const names = [...(context.settings.variables ?? [])];
  compileFilter(filter, Object.fromEntries(names.map((name) => [name, null])));
  return matchStage(filter);
};

/** The stage of a filter that is known to be one. */
export function matchStage(filter: Document): Stage {
  return {
    name: '$match',
    operand: filter,
    reads: filterFields(filter),
    *run(inputs, scope) {
      const matches = compileFilter(filter, scope.variables, scope.collation);
      for (const document of inputs) if (!document || matches(document)) yield document;
    },
  };
}

/** @throws MongoError 15959 when the operand is no filter */
export function checkedFilter(operand: unknown): Document {
  if (!isDocument(operand)) throw new MongoError(15959, 'the match filter must be an expression in an object');
  return operand;
}

/** Operators that queries have and pipelines do not. */
function checkOutsideQueries(filter: Document, position: number): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$where') throw new MongoError(16395, '$where is not allowed inside of a $match aggregation expression');
    if (key === '$text' && position > 0) throw new MongoError(17313, '$match with $text is only allowed as the first pipeline stage');
    if (isDocument(condition) && ('$near' in condition || '$nearSphere' in condition))
      throw new MongoError(5626500, '$geoNear, $near, and $nearSphere are not allowed in this context');
    const branches = ['$and', '$or', '$nor'].includes(key) && Array.isArray(condition) ? condition.filter(isDocument) : [];
    for (const branch of branches) checkOutsideQueries(branch, position);
  }
}
