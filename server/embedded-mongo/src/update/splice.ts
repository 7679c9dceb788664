import { Decimal128, type Document } from 'bson';
import { BSON } from '../bson/element-types.ts';
import { fieldNames } from '../bson/field-order.ts';
import { typeNumber } from '../bson/value-type.ts';
import { isDocument } from '../bson-codec.ts';
import { orderKey } from '../order/order-key.ts';
import { documentOf, elementOf, encodedElement, type RawElement, rawElements } from '../raw-document.ts';

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
  const changedFields = new Set(Object.keys(before).filter((name) => !Object.hasOwn(after, name)));
  const elements: Uint8Array[] = [];
  for (const name of fieldNames(after)) {
    const value = after[name];
    const element = old.get(name);
    if (element && isSame(before[name], value)) {
      elements.push(oldBytes.subarray(element.from, element.to));
      continue;
    }
    changedFields.add(name);
    const encoded = element ? changedElement(oldBytes, element, before[name], value) : encodedElement(name, value);
    if (encoded) elements.push(encoded);
  }
  if (changedFields.size === 0 && !sameOrder(before, after)) for (const name of fieldNames(after)) changedFields.add(name);
  return { bytes: documentOf(elements), changedFields };
}

function changedElement(oldBytes: Uint8Array, element: RawElement, before: unknown, after: unknown): Buffer | undefined {
  if (element.type !== BSON.object || !isDocument(before) || !isDocument(after)) return encodedElement(element.name, after);
  const inner = spliceDocument(oldBytes.subarray(element.value, element.to), before, after);
  return elementOf(BSON.object, element.name, inner.bytes);
}

function sameOrder(a: Document, b: Document): boolean {
  const names = fieldNames(b);
  return fieldNames(a).every((name, index) => names[index] === name);
}

/** Equality of values and of their types, to the last digit of a decimal. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((value, index) => isSame(value, b[index]));
  if (isDocument(a)) {
    if (!isDocument(b)) return false;
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && sameOrder(a, b) && names.every((name) => isSame(a[name], b[name]));
  }
  if (typeNumber(a) !== typeNumber(b)) return false;
  if (a instanceof Decimal128) return Buffer.from(a.bytes).equals((b as Decimal128).bytes);
  return orderKey(a).equals(orderKey(b));
}
