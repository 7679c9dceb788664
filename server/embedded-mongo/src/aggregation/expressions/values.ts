import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { integralOf, isInt32 } from '../../numbers/numeric.ts';

/** A field of a value, `undefined` when the value is no document or has none of this name. */
export function fieldOf(value: unknown, name: string): unknown {
  return isDocument(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The 32-bit integer a number of any type stands for, `undefined` when it is none. */
export function int32Of(value: unknown): number | undefined {
  const integral = integralOf(value);
  return integral !== undefined && isInt32(Number(integral)) ? Number(integral) : undefined;
}

/** An array operand. */
export function arrayOf(value: unknown, code: number, message: (type: string) => string): unknown[] {
  if (!Array.isArray(value)) throw new MongoError(code, message(typeName(value)));
  return value;
}
