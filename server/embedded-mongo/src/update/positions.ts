import type { Document } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { compileFilter, type Predicate } from '../query/filter.ts';
import { isOperatorDocument } from '../query/operator-document.ts';
import { splitPath } from '../query/path-values.ts';

/** Tests an element of an array by the name of its `$[name]`. */
export type ArrayFilters = ReadonlyMap<string, Predicate>;

/**
 * Compiles `arrayFilters`; elements are tested as the field that bears their name.
 *
 * @throws MongoError 9 when a filter names no element, or several.
 */
export function compileArrayFilters(filters: readonly Document[] | undefined): ArrayFilters {
  const compiled = new Map<string, Predicate>();
  for (const filter of filters ?? []) {
    const names = new Set(fieldNames(filter).map((name) => splitPath(name)[0] as string));
    if (names.size !== 1)
      throw new MongoError(9, `Error parsing array filter :: caused by :: Expected a single top-level field name, found ${names.size}`);
    const identifier = [...names][0] as string;
    if (!/^[a-z][a-zA-Z0-9]*$/.test(identifier))
      throw new MongoError(
        2,
        `The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
      );
    if (compiled.has(identifier)) throw new MongoError(9, `Found multiple array filters with the same top-level field name ${identifier}`);
    compiled.set(identifier, compileFilter(filter));
  }
  return compiled;
}

function fieldNames(filter: Document): string[] {
  return Object.entries(filter).flatMap(([key, value]) =>
    key.startsWith('$') && Array.isArray(value) ? value.flatMap((inner) => fieldNames(inner)) : [key],
  );
}

/** The concrete paths behind one with `$`, `$[]` or `$[name]`, for a given document. */
export function concretePaths(document: Document, path: string, filters: ArrayFilters, query: Document): string[][] {
  const parts = splitPath(path);
  if (!path.includes('$')) return [parts];
  return expand(document, parts, [], filters, query);
}

function expand(value: unknown, rest: readonly string[], done: readonly string[], filters: ArrayFilters, query: Document): string[][] {
  const at = rest.findIndex((part) => part === '$' || part.startsWith('$['));
  if (at === -1) return [[...done, ...rest]];
  const before = [...done, ...rest.slice(0, at)];
  const array = rest.slice(0, at).reduce<unknown>((inner, name) => (inner as Document | undefined)?.[name], value);
  const part = rest[at] as string;
  if (!Array.isArray(array)) {
    if (part === '$') throw new MongoError(2, 'The positional operator did not find the match needed from the query.');
    throw new MongoError(2, `The path '${before.join('.')}' must exist in the document in order to apply array updates.`);
  }
  return positions(array, part, before, filters, query).flatMap((position) =>
    expand(array[position], rest.slice(at + 1), [...before, String(position)], filters, query),
  );
}

function positions(array: unknown[], part: string, path: readonly string[], filters: ArrayFilters, query: Document): number[] {
  if (part === '$') return [matchedPosition(array, path.join('.'), query)];
  const all = array.map((_, position) => position);
  const name = part.slice(2, -1);
  if (name === '') return all;
  const filter = filters.get(name);
  if (!filter) throw new MongoError(2, `No array filter found for identifier '${name}' in path '${[...path, part].join('.')}'`);
  return all.filter((position) => filter({ [name]: array[position] }));
}

/**
 * Where the query matched in an array: the first element that satisfies what the query asks of it.
 *
 * @throws MongoError 2 when the query asks nothing of the array.
 */
export function matchedPosition(array: readonly unknown[], path: string, query: Document): number {
  const test = elementTest(path, query);
  const position = test ? array.findIndex(test) : -1;
  if (position === -1) throw new MongoError(2, 'The positional operator did not find the match needed from the query.');
  return position;
}

function elementTest(path: string, query: Document): ((element: unknown) => boolean) | undefined {
  for (const [key, condition] of Object.entries(query)) {
    if ((key === '$and' || key === '$or') && Array.isArray(condition)) {
      const tests = condition.flatMap((branch) => elementTest(path, branch as Document) ?? []);
      if (tests.length > 0) return (element) => tests.some((test) => test(element));
    } else if (key === path) return valueTest(condition);
    else if (key.startsWith(`${path}.`)) {
      const filter = compileFilter({ [key.slice(path.length + 1)]: condition });
      return (element) => filter((asDocument(element) ?? {}) as Document);
    }
  }
  return undefined;
}

function valueTest(condition: unknown): (element: unknown) => boolean {
  const criteria = isOperatorDocument(condition) ? condition.$elemMatch : undefined;
  if (criteria !== undefined && !isOperatorDocument(criteria)) {
    const filter = compileFilter(criteria as Document);
    return (element) => filter((asDocument(element) ?? {}) as Document);
  }
  const filter = compileFilter({ element: criteria ?? condition });
  return (element) => filter({ element });
}
