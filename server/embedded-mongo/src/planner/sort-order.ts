import type { SortSpec } from '../query/sort-spec.ts';
import type { IndexRanges } from './index-ranges.ts';

export interface SuppliedOrder {
  backward: boolean;
  /** The ranges have to be merged to give the order; otherwise one after the other gives it. */
  merge: boolean;
}

/**
 * Tells whether reading the ranges of an index gives the order asked for. Fields held to one value do not matter;
 * fields held to several values are merged away as long as they stand before the first sorted field. After the last
 * field of an index its entries are in the order of `_id`.
 *
 * @param thenById false where documents are kept in another order than that of their `_id`
 */
export function suppliedOrder(found: IndexRanges, sort: SortSpec, thenById: boolean): SuppliedOrder | undefined {
  const { index, points, severalPoints } = found;
  const constant = (position: number) => position < points && !severalPoints[position] && !index.multikey[position];
  const constants = new Set(index.fields.filter((_, position) => constant(position)));
  const wanted = sort.filter(({ path }) => !constants.has(path));
  const fields = index.fields.map((path, position) => ({ path, direction: index.directions[position] as number, position }));
  if (thenById && !index.fields.includes('_id')) fields.push({ path: '_id', direction: 1, position: fields.length });
  let matched = 0;
  let relation = 0;
  let merge = false;
  for (const { path, direction, position } of fields) {
    const next = wanted[matched];
    if (!next) break;
    if (next.path === path && !index.multikey[position]) {
      if (relation !== 0 && relation !== next.direction * direction) return undefined;
      relation = next.direction * direction;
      matched++;
    } else if (position < points && (!severalPoints[position] || matched === 0)) {
      merge ||= severalPoints[position] === true;
    } else return undefined;
  }
  if (matched < wanted.length) return undefined;
  // Merging drops the values in front, so a sorted field among several values before a merged one cannot be kept.
  if (merge && severalPoints.some((several, position) => several && wanted.some(({ path }) => path === index.fields[position])))
    return undefined;
  return { backward: relation === -1, merge };
}
