import { fieldNames } from '../bson/field-order.ts';
import { typeName } from '../bson/value-type.ts';
import { isDocument } from '../bson-codec.ts';
import { keyMaker } from '../collation/collated-key.ts';
import type { Collation } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { compileElementFilter } from '../query/filter.ts';
import { isPathOperator } from '../query/filter-operators.ts';
import { isRegex } from '../query/regex.ts';
import { type OperatorCompiler, removing } from './operation.ts';

/** `$pull`: removes the elements equal to a value, or that match a condition. */
export const pull: OperatorCompiler = (operand, _, collation) => culling(pulled(operand, collation));

/** `$pullAll`: removes every element equal to one listed. */
export const pullAll: OperatorCompiler = (operand, _, collation) => {
  const keyOf = keyMaker(collation);
  if (!Array.isArray(operand)) throw new MongoError(2, `$pullAll requires an array argument but was given a ${typeName(operand)}`);
  const keys = new Set(operand.map(keyOf));
  return culling((element) => keys.has(keyOf(element)));
};

function culling(matches: (element: unknown) => boolean): ReturnType<OperatorCompiler> {
  return removing((current) => {
    if (!Array.isArray(current)) throw new MongoError(2, 'Cannot apply $pull to a non-array value');
    const kept = current.filter((element) => !matches(element));
    return kept.length === current.length ? 'keep' : { set: kept };
  });
}

function pulled(operand: unknown, collation: Collation | undefined): (element: unknown) => boolean {
  if (isRegex(operand) || (isDocument(operand) && isPathOperator(fieldNames(operand)[0]))) {
    const filter = compileElementFilter({ element: operand }, collation);
    return (element) => filter({ element });
  }
  if (isDocument(operand)) {
    const filter = compileElementFilter(operand, collation);
    return (element) => isDocument(element) && filter(element);
  }
  const keyOf = keyMaker(collation);
  const key = keyOf(operand);
  return (element) => keyOf(element) === key;
}
