import type { Document } from 'bson';

/**
 * JavaScript puts names that look like array positions before all others; in BSON the order of fields is theirs to
 * keep. A document where the two differ remembers its own here.
 */
const ORDER = Symbol('order of fields');

const POSITION = /^(?:0|[1-9]\d{0,9})$/;

/** True for a name JavaScript would move to the front. */
export function isPositionName(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= 48 && first <= 57 && POSITION.test(name);
}

/** The names of a document's fields in the order they have in BSON. */
export function fieldNames(document: Document): string[] {
  const order = (document as { [ORDER]?: string[] })[ORDER];
  if (!order) return Object.keys(document);
  const known = new Set(order);
  return [...order.filter((name) => Object.hasOwn(document, name)), ...Object.keys(document).filter((name) => !known.has(name))];
}

/** The fields of a document in the order they have in BSON. */
export function fieldEntries(document: Document): [string, unknown][] {
  return fieldNames(document).map((name) => [name, document[name]]);
}

/** Gives a document the order of its fields; any later field comes after them. */
export function rememberOrder(document: Document, names: readonly string[]): void {
  const natural = Object.keys(document);
  if (names.every((name, index) => natural[index] === name)) return;
  Object.defineProperty(document, ORDER, { value: names, writable: true, configurable: true });
}

/** Sets a field; a new one comes last. A field named `__proto__` is a field like any other. */
export function setField(document: Document, name: string, value: unknown): void {
  const names = isPositionName(name) && !Object.hasOwn(document, name) ? [...fieldNames(document), name] : undefined;
  if (name === '__proto__') Object.defineProperty(document, name, { value, writable: true, enumerable: true, configurable: true });
  else document[name] = value;
  if (names) rememberOrder(document, names);
}

/** A document with the same fields in the same order. */
export function copyDocument(document: Document): Document {
  const copy = { ...document };
  if (ORDER in document) rememberOrder(copy, fieldNames(document));
  return copy;
}

/** A document of these fields in this order. */
export function documentFrom(entries: Iterable<readonly [string, unknown]>): Document {
  const document: Document = {};
  for (const [name, value] of entries) setField(document, name, value);
  return document;
}
