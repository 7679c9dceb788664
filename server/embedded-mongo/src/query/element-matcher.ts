import type { Document } from 'bson';
import { compileFilter } from './filter.ts';

/** Tells whether one array element satisfies the operand of an `$elemMatch`. */
export function elementMatcher(criteria: Document): (element: unknown) => boolean {
  const filter = compileFilter({ list: { $elemMatch: criteria } });
  return (element) => filter({ list: [element] });
}
