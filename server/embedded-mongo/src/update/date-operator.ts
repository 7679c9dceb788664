import { Timestamp } from 'bson';
import { fieldEntries } from '../bson/field-order.ts';
import { typeName } from '../bson/value-type.ts';
import { isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { creating, type OperatorCompiler } from './operation.ts';

let last = { t: 0, i: 0 };

/** A timestamp later than all that were given before. */
export function nextTimestamp(): Timestamp {
  const t = Math.max(Math.floor(Date.now() / 1000), last.t);
  last = { t, i: t === last.t ? last.i + 1 : 1 };
  return new Timestamp(last);
}

/** `$currentDate`: a date, or a timestamp when asked for. */
export const currentDate: OperatorCompiler = (operand) => {
  const now = wantsTimestamp(operand) ? nextTimestamp : () => new Date();
  return creating(() => ({ set: now() }));
};

function wantsTimestamp(operand: unknown): boolean {
  if (typeof operand === 'boolean') return false;
  if (!isDocument(operand)) {
    const message = `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression`;
    throw new MongoError(2, `${message} ({$type: 'timestamp/date'}).`);
  }
  const unknown = fieldEntries(operand).find(([name]) => name !== '$type');
  if (unknown) throw new MongoError(2, `Unrecognized $currentDate option: ${unknown[0]}`);
  if (operand.$type === 'date' || operand.$type === 'timestamp') return operand.$type === 'timestamp';
  throw new MongoError(2, "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}");
}
