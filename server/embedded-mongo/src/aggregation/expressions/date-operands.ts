import { ObjectId, Timestamp } from 'bson';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { type TimeZone, timeZone, UTC } from '../dates/time-zone.ts';

/** The date of a value that has one: object ids and timestamps hold the second they were made in. */
export function dateIn(value: unknown): Date | undefined {
  if (value instanceof Date) return value;
  if (value instanceof Timestamp) return new Date(value.getHighBitsUnsigned() * 1000);
  return value instanceof ObjectId ? value.getTimestamp() : undefined;
}

/** @throws MongoError 16006 for a value that has no date */
export function dateOf(value: unknown): Date {
  const date = dateIn(value);
  if (!date) throw new MongoError(16006, `can't convert from BSON type ${typeName(value)} to Date`);
  return date;
}

/**
 * The time zone of an operand, `undefined` when it is null.
 *
 * @param given whether the operand is there at all; without it the zone is UTC
 * @throws MongoError 40517 for what is no text, 40485 for a zone nobody knows
 */
export function zoneOf(value: unknown, given: boolean): TimeZone | undefined {
  if (!given) return UTC;
  if (isNullish(value)) return undefined;
  if (typeof value !== 'string') throw new MongoError(40517, `timezone must evaluate to a string, found ${typeName(value)}`);
  return timeZone(value);
}
