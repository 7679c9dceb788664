import type { Document } from 'bson';
import { copyDocument, setField } from '../../bson/field-order.ts';
import { isDocument } from '../../bson-codec.ts';

/**
 * A document with another value at a path, the original untouched; what is no document on the way gives way to one.
 *
 * @param value `undefined` to remove the field
 */
export function withNested(document: Document, names: readonly string[], value: unknown, from = 0): Document {
  const name = names[from] as string;
  const result = copyDocument(document);
  if (from === names.length - 1) {
    if (value === undefined) delete result[name];
    else setField(result, name, value);
    return result;
  }
  const inner = Object.hasOwn(document, name) ? document[name] : undefined;
  if (value === undefined && !isDocument(inner)) return result;
  setField(result, name, withNested(isDocument(inner) ? inner : {}, names, value, from + 1));
  return result;
}

/** The value at a path of documents only; arrays on the way are not entered. */
export function nestedValue(document: Document, names: readonly string[]): unknown {
  let current: unknown = document;
  for (const name of names) {
    if (!isDocument(current) || !Object.hasOwn(current, name)) return undefined;
    current = current[name];
  }
  return current;
}
