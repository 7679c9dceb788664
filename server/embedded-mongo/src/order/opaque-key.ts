import { BSON } from '../bson/element-types.ts';
import type { OpaqueValue } from '../bson/opaque-value.ts';
import type { KeyWriter } from './key-writer.ts';
import { TYPE } from './type-order.ts';

/** Appends the key of a value of a type the library has nothing for; the deprecated `undefined` is told from null by its type alone. */
export function writeOpaque(out: KeyWriter, { type, bytes }: OpaqueValue): void {
  switch (type) {
    case BSON.undefined:
      return out.byte(TYPE.null);
    case BSON.date:
      out.byte(TYPE.date);
      return writeUint64(out, bytes.readBigUInt64LE(0) ^ (1n << 63n));
    case BSON.regex: {
      const [pattern, options] = bytes.toString('utf8').split('\0') as [string, string];
      out.byte(TYPE.regex);
      out.string(pattern);
      return out.string(options);
    }
    default:
      out.byte(TYPE.dbPointer);
      out.uint32(bytes.length);
      return out.raw(bytes);
  }
}

/** Milliseconds as a 64-bit integer, its sign turned so that bytes compare as numbers. */
export function writeDate(out: KeyWriter, time: number): void {
  const high = Math.floor(time / 0x100000000);
  out.byte(TYPE.date);
  out.uint32(high ^ 0x80000000);
  out.uint32(time - high * 0x100000000);
}

/** Appends 64 bits, the first byte weighing most. */
export function writeUint64(out: KeyWriter, value: bigint): void {
  out.reserve(8);
  out.length = out.bytes.writeBigUInt64BE(BigInt.asUintN(64, value), out.length);
}
