import type { Document } from 'bson';
import { shown } from '../bson/shown.ts';
import { typeName } from '../bson/value-type.ts';
import { isDocument } from '../bson-codec.ts';
import type { Collation } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { compileElementFilter, type Predicate } from '../query/filter.ts';
import { isArrayPosition, splitPath } from '../query/path-values.ts';

/** Tests an element of an array by the name of its `$[name]`. */
export type ArrayFilters = ReadonlyMap<string, Predicate>;

/**
 * Compiles `arrayFilters`; elements are tested as the field that bears their name.
 *
 * @throws MongoError 14 for what is no list of documents, 9 when a filter names no element, or several, 2 for a bad name
 */
export function compileArrayFilters(filters: unknown, collation?: Collation): ArrayFilters {
  const compiled = new Map<string, Predicate>();
  if (filters === undefined || filters === null) return compiled;
  if (!Array.isArray(filters))
    throw new MongoError(14, `BSON field 'update.updates.arrayFilters' is the wrong type '${typeName(filters)}', expected type 'array'`);
  for (const [index, filter] of filters.entries()) {
    if (!isDocument(filter))
      throw new MongoError(
        14,
        `BSON field 'update.updates.arrayFilters.${index}' is the wrong type '${typeName(filter)}', expected type 'object'`,
      );
    const identifier = identifierOf(filter);
    if (compiled.has(identifier)) throw new MongoError(9, `Found multiple array filters with the same top-level field name ${identifier}`);
    compiled.set(identifier, compileElementFilter(filter, collation));
  }
  return compiled;
}

function identifierOf(filter: Document): string {
  const [name, other] = [...new Set(fieldNames(filter).map((path) => splitPath(path)[0] as string))];
  if (name === undefined) throw new MongoError(9, 'Cannot use an expression without a top-level field name in arrayFilters');
  if (other !== undefined)
    throw new MongoError(
      9,
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${name}' and '${other}'`,
    );
  if (/^[a-z][a-zA-Z0-9]*$/.test(name)) return name;
  throw new MongoError(
    2,
    `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
  );
}

function fieldNames(filter: Document): string[] {
  return Object.entries(filter).flatMap(([key, value]) =>
    key.startsWith('$') && Array.isArray(value) ? value.filter(isDocument).flatMap(fieldNames) : [key],
  );
}

/** True for `$`, `$[]` and `$[name]` in a path, which stand for positions. */
export function isDynamic(part: string): boolean {
  return part === '$' || isArrayIdentifier(part);
}

/** True for `$[]` and `$[name]`. */
export function isArrayIdentifier(part: string): boolean {
  return part.startsWith('$[') && part.endsWith(']');
}

/**
 * The concrete paths behind one with `$`, `$[]` or `$[name]`, for a given document.
 *
 * @param matched the position that `$` stands for
 * @throws MongoError 2 when there is no such position, or no array where elements are meant
 */
export function concretePaths(document: Document, path: readonly string[], filters: ArrayFilters, matched: number | undefined): string[][] {
  return expand(document, path, [], filters, matched);
}

function expand(
  value: unknown,
  rest: readonly string[],
  done: readonly string[],
  filters: ArrayFilters,
  matched: number | undefined,
): string[][] {
  const at = rest.findIndex(isDynamic);
  if (at === -1) return [[...done, ...rest]];
  const before = [...done, ...rest.slice(0, at)];
  const array = rest.slice(0, at).reduce(childOf, value);
  const part = rest[at] as string;
  return positions(array, part, before, filters, matched).flatMap((position) =>
    expand(childOf(array, position), rest.slice(at + 1), [...before, position], filters, matched),
  );
}

function childOf(holder: unknown, name: string): unknown {
  if (Array.isArray(holder)) return isArrayPosition(name) ? holder[Number(name)] : undefined;
  return isDocument(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function positions(array: unknown, part: string, path: readonly string[], filters: ArrayFilters, matched: number | undefined): string[] {
  if (part === '$') {
    if (matched === undefined) throw new MongoError(2, 'The positional operator did not find the match needed from the query.');
    return [String(matched)];
  }
  if (array === undefined)
    throw new MongoError(2, `The path '${path.join('.')}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(array)) throw new MongoError(2, `Cannot apply array updates to non-array element ${path.at(-1)}: ${shown(array)}`);
  const name = part.slice(2, -1);
  const filter = filters.get(name);
  return array.flatMap((element, position) => (!filter || filter({ [name]: element }) ? [String(position)] : []));
}
