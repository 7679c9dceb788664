import { MongoError } from '../../mongo-error.ts';
import type { Operator, OperatorTable } from './expression.ts';

function refused(code: number, message: string): Operator {
  return () => {
    throw new MongoError(code, message);
  };
}

/** Operators the server has and this one does not offer. */
export const refusedOperators: OperatorTable = {
  $function: refused(31264, 'Cannot run server-side javascript without the javascript engine enabled'),
  $meta: refused(40218, 'query requires metadata of a text or geospatial search, but it is not available'),
  $toHashedIndexKey: refused(238, '$toHashedIndexKey is not supported: the embedded store has no hashed index'),
};
