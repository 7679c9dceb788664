import { fieldNames } from '../../bson/field-order.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';

/** What a stage may hold in memory, as the server's own limit. */
export const MEMORY_LIMIT = 100 * 1024 * 1024;

/** Bytes a value takes in memory, about. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 16 + value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, element) => sum + sizeOf(element), 32);
  if (isDocument(value)) return fieldNames(value).reduce((sum, name) => sum + name.length + 8 + sizeOf(value[name]), 48);
  if (value instanceof Uint8Array) return 32 + value.length;
  const binary = value as { _bsontype?: string; buffer?: Uint8Array } | null | undefined;
  return binary?._bsontype === 'Binary' && binary.buffer ? 48 + binary.buffer.length : 16;
}

/**
 * Refuses a value that grows beyond what may be held.
 *
 * @throws MongoError 146
 */
export function checkHeld(name: string, bytes: number): void {
  if (bytes > MEMORY_LIMIT)
    throw new MongoError(146, `${name} used too much memory and cannot spill to disk. Memory limit: ${MEMORY_LIMIT} bytes`);
}
