import { type Document, onDemand } from 'bson';
import { decode } from './bson-codec.ts';
import { documentOf } from './raw-document.ts';

/** Decodes a document or, when its fields are known, only those a computation needs. */
export type Decoder = (bytes: Uint8Array) => Document;

/**
 * A decoder for some top-level fields: the others, however large, are passed over.
 *
 * @param fields `undefined` to decode everything
 */
export function decoderOf(fields: ReadonlySet<string> | undefined): Decoder {
  if (!fields) return decode;
  const names = [...fields].map((field) => Buffer.from(field, 'utf8'));
  return (bytes) => {
    const kept: Uint8Array[] = [];
    for (const [, nameOffset, nameLength, offset, length] of onDemand.parseToElements(bytes)) {
      if (names.some((name) => isNamed(bytes, nameOffset, nameLength, name))) kept.push(bytes.subarray(nameOffset - 1, offset + length));
    }
    return decode(documentOf(kept));
  };
}

function isNamed(bytes: Uint8Array, offset: number, length: number, name: Buffer): boolean {
  if (length !== name.length) return false;
  for (let i = 0; i < length; i++) if (bytes[offset + i] !== name[i]) return false;
  return true;
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
