import type { Document } from 'bson';
import { isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { isArrayPosition } from '../query/path-values.ts';

/** An array grown by naming a far position would fill the memory before the document limit could refuse it. */
const FARTHEST_POSITION = 1_500_000;

/** What an operator makes of the value at a path. */
export type Outcome = { set: unknown } | 'remove' | 'keep';

/** Computes the new value at a path from the one there, `undefined` when there is none. */
export type Change = (current: unknown, path: string) => Outcome;

/**
 * Applies a change at a concrete path, making the documents on the way when something is set.
 *
 * @throws MongoError 28 when a value on the way can hold no field.
 */
export function changeAt(document: Document, path: readonly string[], change: Change): void {
  const full = path.join('.');
  let holder: Document | unknown[] = document;
  for (const [depth, name] of path.slice(0, -1).entries()) {
    const next: unknown = childOf(holder, name);
    if (next === undefined || (next === null && !Object.hasOwn(holder, name))) {
      const outcome = change(undefined, full);
      if (typeof outcome === 'object') setChild(holder, name, build(path.slice(depth + 1), outcome.set), full);
      return;
    }
    if (!isDocument(next) && !Array.isArray(next)) {
      if (change(undefined, full) === 'keep') return;
      throw notViable(path, depth, next);
    }
    holder = next as Document | unknown[];
  }
  applyLast(holder, path, change, full);
}

function applyLast(holder: Document | unknown[], path: readonly string[], change: Change, full: string): void {
  const name = path.at(-1) as string;
  const outcome = change(childOf(holder, name), full);
  if (outcome === 'keep') return;
  if (outcome === 'remove') removeChild(holder, name);
  else setChild(holder, name, outcome.set, full);
}

function childOf(holder: Document | unknown[], name: string): unknown {
  if (Array.isArray(holder)) return isArrayPosition(name) ? holder[Number(name)] : undefined;
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function setChild(holder: Document | unknown[], name: string, value: unknown, full: string): void {
  if (!Array.isArray(holder)) {
    // Defined rather than assigned, so that a field named __proto__ is a field like any other.
    Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
    return;
  }
  if (!isArrayPosition(name)) throw new MongoError(28, `Cannot create field '${name}' in element {${full}: [...]}`);
  const position = Number(name);
  if (position > holder.length + FARTHEST_POSITION) throw new MongoError(2, 'cannot backfill array to so far a position');
  while (holder.length < position) holder.push(null);
  holder[position] = value;
}

/** An element removed from an array leaves null in its place: the others keep their positions. */
function removeChild(holder: Document | unknown[], name: string): void {
  if (!Array.isArray(holder)) delete holder[name];
  else if (Number(name) < holder.length) holder[Number(name)] = null;
}

function build(rest: readonly string[], value: unknown): unknown {
  return rest.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}

function notViable(path: readonly string[], depth: number, value: unknown): MongoError {
  const name = path[depth + 1];
  return new MongoError(28, `Cannot create field '${name}' in element {${path[depth]}: ${JSON.stringify(value)}}`);
}
