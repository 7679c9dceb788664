import type { Document } from 'bson';
import { DEEPEST } from '../bson/element-types.ts';
import { setField } from '../bson/field-order.ts';
import { shown } from '../bson/shown.ts';
import { isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { isArrayPosition } from '../query/path-values.ts';

/** An array grown by naming a far position would fill the memory before the document limit could refuse it. */
const FARTHEST_POSITION = 1_500_000;
/** What MongoDB keeps of the depth it reads for its own messages around a stored document. */
const DEEPEST_STORED = DEEPEST - 20;

/** What an operator makes of the value at a path. */
export type Outcome = { set: unknown } | 'remove' | 'keep';

/** What becomes of a path that leads nowhere: it is made, it must at least be possible to make it, or nothing. */
export type Missing = 'create' | 'check' | 'ignore';

/** Computes the new value at a path from the one there, `undefined` when there is none. */
export type Change = (current: unknown) => Outcome;

/** How far a path leads: to its end, or to what has no such field. */
interface Reached {
  holder: Document | unknown[];
  /** How many names of the path have been followed. */
  depth: number;
  /** A value that can hold no fields stands in the way. */
  blocked: unknown;
}

/**
 * Applies a change at a concrete path.
 *
 * @throws MongoError 28 when a value on the way can hold no field, 34 when an array would have to grow too far
 */
export function changeAt(document: Document, path: readonly string[], missing: Missing, change: Change): void {
  const { holder, depth, blocked } = follow(document, path);
  const name = path[depth] as string;
  const there = depth === path.length - 1 && blocked === undefined ? childOf(holder, name) : undefined;
  if (there !== undefined) {
    const outcome = change(there);
    if (outcome === 'remove') removeChild(holder, name);
    else if (outcome !== 'keep') setChild(holder, name, checkedDepth(outcome.set, path.length));
    return;
  }
  if (missing === 'ignore') return;
  const way = { value: blocked ?? holder, name, path, depth };
  if (missing === 'check') return checkWay(way);
  const outcome = change(undefined);
  if (typeof outcome !== 'object') return;
  if (blocked !== undefined || (Array.isArray(holder) && !isArrayPosition(name))) throw cannotCreate(way);
  const rest = path.slice(depth + 1);
  setChild(holder, name, build(rest, checkedDepth(outcome.set, path.length)));
}

function follow(document: Document, path: readonly string[]): Reached {
  let holder: Document | unknown[] = document;
  for (let depth = 0; depth < path.length - 1; depth++) {
    const next: unknown = childOf(holder, path[depth] as string);
    if (next === undefined) return { holder, depth, blocked: undefined };
    if (!isDocument(next) && !Array.isArray(next)) return { holder, depth: depth + 1, blocked: next };
    holder = next as Document | unknown[];
  }
  return { holder, depth: path.length - 1, blocked: undefined };
}

function childOf(holder: Document | unknown[], name: string): unknown {
  if (Array.isArray(holder)) return isArrayPosition(name) ? holder[Number(name)] : undefined;
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function setChild(holder: Document | unknown[], name: string, value: unknown): void {
  if (!Array.isArray(holder)) return setField(holder, name, value);
  const position = Number(name);
  if (position > holder.length + FARTHEST_POSITION) throw new MongoError(34, `can't backfill more than ${FARTHEST_POSITION} elements`);
  while (holder.length < position) holder.push(null);
  holder[position] = value;
}

/** An element removed from an array leaves null in its place: the others keep their positions. */
function removeChild(holder: Document | unknown[], name: string): void {
  if (Array.isArray(holder)) holder[Number(name)] = null;
  else delete holder[name];
}

function build(rest: readonly string[], value: unknown): unknown {
  return rest.reduceRight<unknown>((inner, name) => {
    const document: Document = {};
    setField(document, name, inner);
    return document;
  }, value);
}

/** @throws MongoError 15 when a value would be deeper in a document than MongoDB stores */
function checkedDepth(value: unknown, above: number): unknown {
  if (above + depthOf(value) > DEEPEST_STORED) throw new MongoError(15, `Document exceeds maximum nested object depth: ${DEEPEST_STORED}`);
  return value;
}

function depthOf(value: unknown): number {
  if (!Array.isArray(value) && !isDocument(value)) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner));
  return deepest + 1;
}

/** Where a path ends before its time. */
interface Way {
  value: unknown;
  name: string;
  path: readonly string[];
  depth: number;
}

function cannotCreate({ value, name, path, depth }: Way): MongoError {
  return new MongoError(28, `Cannot create field '${name}' in element {${path[depth - 1]}: ${shown(value)}}`);
}

/** Operators that only take away still refuse a path that could never be. */
function checkWay({ value, name, path, depth }: Way): void {
  if (depth === 0 || isDocument(value) || (Array.isArray(value) && isArrayPosition(name))) return;
  const element = `${path[depth - 1]}: ${shown(value)}`;
  throw new MongoError(28, `Cannot use the part (${name}) of (${path.join('.')}) to traverse the element ({${element}})`);
}
