import { shown } from '../bson/shown.ts';
import { MongoError } from '../mongo-error.ts';
import { integralOf, isNumeric } from '../numbers/numeric.ts';

/**
 * A whole number that may not be negative, given as any numeric type.
 *
 * @param context what MongoDB says first when the number is an operand of something that answers `code`
 * @throws MongoError 9, or `code`
 */
export function naturalOperand(name: string, value: unknown, code = 9, context = ''): bigint {
  const refuse = (what: string): MongoError => new MongoError(code, `${context}${what}: ${name}: ${shown(value)}`);
  if (!isNumeric(value)) throw refuse('Expected a number in');
  const integer = integralOf(value);
  if (integer === undefined) throw refuse(Number.isInteger(Number(value)) ? 'Cannot represent as a 64-bit integer' : 'Expected an integer');
  if (integer < 0n) throw refuse('Expected a non-negative number in');
  return integer;
}
