import { documentFrom, fieldEntries } from '../bson/field-order.ts';
import { isDocument } from '../bson-codec.ts';
import { orderKey } from '../order/order-key.ts';
import type { Collation } from './collation.ts';
import { holdsText, textOf } from './compare-collated.ts';
import { TextClasses } from './text-classes.ts';

/** Gives values that a collation takes as equal the same name, and others another one. */
export function keyMaker(collation: Collation | undefined): (value: unknown) => string {
  if (!collation) return (value) => orderKey(value).toString('latin1');
  const classes = new TextClasses(collation);
  return (value) => orderKey(holdsText(value) ? represented(value, classes) : value).toString('latin1');
}

function represented(value: unknown, classes: TextClasses): unknown {
  const text = textOf(value);
  if (typeof text === 'string') return classes.of(text);
  if (Array.isArray(value)) return value.map((element) => represented(element, classes));
  if (!isDocument(value)) return value;
  return documentFrom(fieldEntries(value).map(([name, field]) => [name, represented(field, classes)]));
}
