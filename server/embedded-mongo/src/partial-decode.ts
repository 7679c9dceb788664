import type { Document } from 'bson';
import { decode, decodeFields } from './bson-codec.ts';

/** Decodes a document or, when its fields are known, only those a computation needs. */
export type Decoder = (bytes: Uint8Array) => Document;

/**
 * A decoder for some top-level fields.
 *
 * @param fields `undefined` to decode everything
 */
export function decoderOf(fields: ReadonlySet<string> | undefined): Decoder {
  return fields ? (bytes) => decodeFields(bytes, fields) : decode;
}

/** The top-level fields a filter looks at, or `undefined` when that cannot be told. */
export function filterFields(filter: Document): Set<string> | undefined {
  const fields = new Set<string>();
  for (const [key, condition] of Object.entries(filter)) {
    if (['$and', '$or', '$nor'].includes(key)) {
      for (const branch of condition as Document[]) {
        const inner = filterFields(branch);
        if (!inner) return undefined;
        for (const field of inner) fields.add(field);
      }
    } else if (key.startsWith('$')) return undefined;
    else fields.add(key.split('.')[0] as string);
  }
  return fields;
}
