import type { Document } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { documentOf, elementOf, rawElements } from '../raw-document.ts';
import { splitPath } from './path-values.ts';

/** Fields to include or exclude; a field with no tree of its own is meant whole. */
export type PathTree = ReadonlyMap<string, PathTree | undefined>;

const EMBEDDED = 3;
const ARRAY = 4;

/** @throws MongoError 31249 when one path lies inside another. */
export function treeOf(paths: readonly string[]): PathTree {
  const root = new Map<string, PathTree | undefined>();
  for (const path of new Set(paths)) {
    const parts = splitPath(path);
    let node = root;
    for (const part of parts.slice(0, -1)) {
      if (node.has(part) && node.get(part) === undefined) throw collision(path);
      const next = (node.get(part) as Map<string, PathTree | undefined> | undefined) ?? new Map();
      node.set(part, next);
      node = next;
    }
    const last = parts.at(-1) as string;
    if (node.has(last)) throw collision(path);
    node.set(last, undefined);
  }
  return root;
}

function collision(path: string): MongoError {
  return new MongoError(31249, `Path collision at ${path}`);
}

/** Copies the fields kept, byte for byte. */
export function projectRaw(bytes: Uint8Array, tree: PathTree, including: boolean): Buffer {
  const kept: Uint8Array[] = [];
  for (const { type, name, from, value, to } of rawElements(bytes)) {
    const inner = tree.get(name);
    if (!tree.has(name)) {
      if (!including) kept.push(bytes.subarray(from, to));
    } else if (inner === undefined) {
      if (including) kept.push(bytes.subarray(from, to));
    } else if (type === EMBEDDED) kept.push(elementOf(type, name, projectRaw(bytes.subarray(value, to), inner, including)));
    else if (type === ARRAY) kept.push(elementOf(type, name, projectRawArray(bytes.subarray(value, to), inner, including)));
    else if (!including) kept.push(bytes.subarray(from, to));
  }
  return documentOf(kept);
}

/** Fields of the documents in an array; values that have no fields are left out by an inclusion. */
function projectRawArray(bytes: Uint8Array, tree: PathTree, including: boolean): Buffer {
  const kept: Uint8Array[] = [];
  for (const { type, from, value, to, name } of rawElements(bytes)) {
    const position = including ? String(kept.length) : name;
    if (type === EMBEDDED) kept.push(elementOf(type, position, projectRaw(bytes.subarray(value, to), tree, including)));
    else if (type === ARRAY) kept.push(elementOf(type, position, projectRawArray(bytes.subarray(value, to), tree, including)));
    else if (!including) kept.push(bytes.subarray(from, to));
  }
  return documentOf(kept);
}

/** The same on a decoded value, for projections that also compute. */
export function projectValue(value: unknown, tree: PathTree, including: boolean): unknown {
  if (Array.isArray(value))
    return value.map((element) => projectValue(element, tree, including)).filter((element) => element !== undefined);
  const document = asDocument(value);
  if (!document) return including ? undefined : value;
  const result: Document = {};
  for (const [name, field] of Object.entries(document)) {
    const inner = tree.get(name);
    const kept = !tree.has(name)
      ? including
        ? undefined
        : field
      : inner === undefined
        ? including
          ? field
          : undefined
        : projectValue(field, inner, including);
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}
