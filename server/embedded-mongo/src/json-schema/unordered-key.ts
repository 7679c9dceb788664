import { isDocument } from '../bson-codec.ts';
import { orderKey } from '../order/order-key.ts';

/** A text equal for equal values; unlike in a query, documents are equal whatever the order of their fields. */
export function unorderedKey(value: unknown): string {
  return orderKey(sorted(value)).toString('latin1');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isDocument(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
