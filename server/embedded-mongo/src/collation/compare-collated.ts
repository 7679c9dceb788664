import { BSONSymbol } from 'bson';
import { fieldNames } from '../bson/field-order.ts';
import { isDocument } from '../bson-codec.ts';
import { compareValues, orderKey } from '../order/order-key.ts';
import type { Collation } from './collation.ts';

/** Compares two values in MongoDB's order, strings by a collation, also those inside documents and arrays. */
export function compareCollated(a: unknown, b: unknown, collation: Collation): number {
  const [left, right] = [textOf(a), textOf(b)];
  if (typeof left === 'string' && typeof right === 'string') return collation.compare(left, right);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b, collation);
  if (isDocument(a) && isDocument(b)) return compareDocuments(a, b, collation);
  return compareValues(a, b);
}

/** The text of a string or of a symbol, which compare by it. */
export function textOf(value: unknown): unknown {
  return value instanceof BSONSymbol ? value.value : value;
}

/** True for a string, and for whatever holds one. */
export function holdsText(value: unknown): boolean {
  if (typeof textOf(value) === 'string') return true;
  if (Array.isArray(value)) return value.some(holdsText);
  return isDocument(value) && Object.values(value).some(holdsText);
}

function compareLists(a: readonly unknown[], b: readonly unknown[], collation: Collation): number {
  for (const [index, value] of a.entries()) {
    if (index >= b.length) return 1;
    const order = typeOrder(value, b[index]) || compareCollated(value, b[index], collation);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The type, then the name, then the value of each field in turn. */
function compareDocuments(a: Record<string, unknown>, b: Record<string, unknown>, collation: Collation): number {
  const others = fieldNames(b);
  for (const [index, name] of fieldNames(a).entries()) {
    const other = others[index];
    if (other === undefined) return 1;
    const order = typeOrder(a[name], b[other]) || compareValues(name, other) || compareCollated(a[name], b[other], collation);
    if (order !== 0) return order;
  }
  return fieldNames(a).length - others.length;
}

function typeOrder(a: unknown, b: unknown): number {
  return typeof a === typeof b && typeof a !== 'object' ? 0 : (orderKey(a)[0] as number) - (orderKey(b)[0] as number);
}
