import type { Document } from 'bson';
import { isDocument } from '../bson-codec.ts';
import { orderKey } from '../order/order-key.ts';
import { documentOf, elementOf, encodedElement, type RawElement, rawElements } from '../raw-document.ts';

const EMBEDDED = 3;

export interface Spliced {
  bytes: Buffer;
  /** Top-level fields that differ from before; none when the document is the same. */
  changedFields: Set<string>;
}

/**
 * Encodes an updated document from its old bytes: what has not changed is copied, so that an update leaves the exact
 * types of everything it does not touch (1.0 stays a double, a symbol stays a symbol).
 */
export function spliceDocument(oldBytes: Uint8Array, before: Document, after: Document): Spliced {
  const old = new Map<string, RawElement>();
  for (const element of rawElements(oldBytes)) old.set(element.name, element);
  const changedFields = new Set(Object.keys(before).filter((name) => after[name] === undefined && before[name] !== undefined));
  const elements: Uint8Array[] = [];
  for (const [name, value] of Object.entries(after)) {
    const element = old.get(name);
    if (element && isSame(before[name], value)) {
      elements.push(oldBytes.subarray(element.from, element.to));
      continue;
    }
    changedFields.add(name);
    const encoded = element ? changedElement(oldBytes, element, before[name], value) : encodedElement(name, value);
    if (encoded) elements.push(encoded);
  }
  if (changedFields.size === 0 && !sameOrder(before, after)) for (const name of Object.keys(after)) changedFields.add(name);
  return { bytes: documentOf(elements), changedFields };
}

function changedElement(oldBytes: Uint8Array, element: RawElement, before: unknown, after: unknown): Buffer | undefined {
  if (element.type !== EMBEDDED || !isDocument(before) || !isDocument(after)) return encodedElement(element.name, after);
  const inner = spliceDocument(oldBytes.subarray(element.value, element.to), before, after);
  return elementOf(EMBEDDED, element.name, inner.bytes);
}

function sameOrder(a: Document, b: Document): boolean {
  const names = Object.keys(b);
  return Object.keys(a).every((name, index) => names[index] === name);
}

/** Equality of values and of their types, as far as decoding tells them. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== typeof b || typeof a !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((value, index) => isSame(value, b[index]));
  if (isDocument(a)) {
    if (!isDocument(b)) return false;
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && sameOrder(a, b) && names.every((name) => isSame(a[name], b[name]));
  }
  if ((a as Document)._bsontype !== (b as Document)._bsontype) return false;
  return orderKey(a).equals(orderKey(b));
}
