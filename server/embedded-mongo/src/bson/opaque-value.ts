import { BSON } from './element-types.ts';

/**
 * A value JavaScript and the BSON library have nothing for: the deprecated `undefined` and DBPointer, dates farther from
 * 1970 than a `Date` reaches, regular expressions with options nobody knows. It is carried as it came.
 */
export class OpaqueValue {
  readonly type: number;
  readonly bytes: Buffer;

  constructor(type: number, bytes: Uint8Array) {
    this.type = type;
    this.bytes = Buffer.from(bytes);
  }
}

/** True for the deprecated BSON `undefined`, which is there but compares as null. */
export function isBsonUndefined(value: unknown): boolean {
  return value instanceof OpaqueValue && value.type === BSON.undefined;
}
