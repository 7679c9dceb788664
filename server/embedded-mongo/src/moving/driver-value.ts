import { Double, Int32, Long } from 'bson';
import { fieldEntries } from '../bson/field-order.ts';
import { decode, isDocument } from '../bson-codec.ts';

/**
 * A document as the official driver writes it again byte for byte: a map keeps the order of fields that an object loses,
 * and numbers have classes that tell a double from an integer.
 */
export function driverDocument(bytes: Uint8Array): Map<string, unknown> {
  return driverValue(decode(bytes)) as Map<string, unknown>;
}

/** As the decoder has it: a plain number is a double where it cannot be a 32-bit integer. */
function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

function driverValue(value: unknown): unknown {
  if (typeof value === 'number') return isInt32(value) ? new Int32(value) : new Double(value);
  if (typeof value === 'bigint') return Long.fromBigInt(value);
  if (Array.isArray(value)) return value.map(driverValue);
  if (isDocument(value)) return new Map(fieldEntries(value).map(([name, field]) => [name, driverValue(field)]));
  return value;
}
