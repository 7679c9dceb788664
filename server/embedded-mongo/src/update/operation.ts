import type { Collation } from '../collation/collation.ts';
import type { Missing, Outcome } from './update-path.ts';

/** One operator of an update with its operand, checked and ready to be applied. */
export interface Operation {
  missing: Missing;
  /**
   * @param current the value at the path, `undefined` when there is none
   * @param document names the document in messages
   */
  apply(current: unknown, document: () => string): Outcome;
}

/**
 * Checks an operand before any document is touched.
 *
 * @param collation how strings compare, when not by their bytes
 * @throws MongoError with the code of the operator
 */
export type OperatorCompiler = (operand: unknown, path: string, collation?: Collation) => Operation;

/** An operator that makes the field when it is missing. */
export function creating(apply: Operation['apply']): Operation {
  return { missing: 'create', apply };
}

/** An operator that has nothing to do on a missing field. */
export function removing(apply: Operation['apply']): Operation {
  return { missing: 'check', apply: (current, document) => (current === undefined ? 'keep' : apply(current, document)) };
}
