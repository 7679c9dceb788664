import type { Document } from 'bson';
import { asDocument, isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { EMPTY_ARRAY } from '../order/order-key.ts';
import { isArrayPosition } from '../query/path-values.ts';

/** One field of an index on its way down a document. */
interface Walk {
  value: unknown;
  rest: readonly string[];
  done: boolean;
}

export interface IndexedValues {
  /** One tuple of values per entry of the document in the index. */
  tuples: unknown[][];
  /** Which fields met an array. */
  multikey: boolean[];
}

/**
 * The values a document has in an index, array elements each in their own entry.
 *
 * @throws MongoError 171 when two fields meet different arrays, whose product MongoDB refuses to index, 16746 for a name
 *   that is a position and a field.
 */
export function indexedValues(document: Document, paths: readonly (readonly string[])[]): IndexedValues {
  const multikey = paths.map(() => false);
  const tuples: unknown[][] = [];
  expand(
    paths.map((rest) => advance({ value: document, rest, done: false })),
    paths,
    multikey,
    tuples,
  );
  return { tuples, multikey };
}

function expand(walks: Walk[], paths: readonly (readonly string[])[], multikey: boolean[], tuples: unknown[][]): void {
  const first = walks.find((walk) => !walk.done);
  if (!first) {
    tuples.push(walks.map((walk) => walk.value));
    return;
  }
  const array = first.value as unknown[];
  for (const [index, walk] of walks.entries()) {
    if (walk.done) continue;
    if (walk.value !== array) throw parallelArrays(walks, paths);
    multikey[index] = true;
  }
  const enter = (step: (walk: Walk) => Walk) =>
    expand(
      walks.map((walk) => (walk.done ? walk : step(walk))),
      paths,
      multikey,
      tuples,
    );
  if (array.length === 0) return enter((walk) => ({ ...walk, value: walk.rest.length === 0 ? EMPTY_ARRAY : undefined, done: true }));
  for (const element of array) enter((walk) => enterElement(element, walk));
}

/** An array standing directly in an array is a value at the end of a path, and hides what is inside it before that. */
function enterElement(element: unknown, walk: Walk): Walk {
  if (walk.rest.length === 0) return { ...walk, value: element, done: true };
  if (Array.isArray(element)) return { ...walk, value: undefined, done: true };
  return advance({ ...walk, value: element });
}

/** Goes down until the end of the path, a missing field or an array to expand. */
function advance(walk: Walk): Walk {
  let { value, rest } = walk;
  while (rest.length > 0) {
    const name = rest[0] as string;
    if (Array.isArray(value)) {
      if (!isArrayPosition(name)) return { value, rest, done: false };
      if (value.some((element) => isDocument(element) && Object.hasOwn(element, name))) throw ambiguousName(name);
      value = value[Number(name)];
    } else {
      const document = asDocument(value);
      if (!document || !Object.hasOwn(document, name)) return { value: undefined, rest: [], done: true };
      value = document[name];
    }
    rest = rest.slice(1);
  }
  return { value, rest, done: !Array.isArray(value) };
}

/** A position of an array could be meant, or a field of the documents in it; an entry can hold but one of them. */
function ambiguousName(name: string): MongoError {
  const message = `Ambiguous field name found in array (do not use numeric field names in embedded elements in an array), field: '${name}'`;
  return new MongoError(16746, message);
}

function parallelArrays(walks: Walk[], paths: readonly (readonly string[])[]): MongoError {
  const names = walks.flatMap((walk, index) => (walk.done ? [] : [`[${(paths[index] as readonly string[]).join('.')}]`]));
  return new MongoError(171, `cannot index parallel arrays ${names.join(' ')}`);
}
