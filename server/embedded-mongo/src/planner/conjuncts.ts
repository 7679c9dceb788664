import type { Document } from 'bson';
import { isTrue } from '../bson/truth.ts';
import { asDocument, isDocument } from '../bson-codec.ts';
import { isOperatorDocument } from '../query/operator-document.ts';
import { isArrayPosition, splitPath } from '../query/path-values.ts';
import { isRegex } from '../query/regex.ts';
import { type Bounds, boundsOf, intersection, mayHoldText, union } from './intervals.ts';

/** One of the conditions that a document must meet all together. */
export interface Conjunct {
  /** The condition alone, as a filter. */
  filter: Document;
  /** What it says of the values at single paths. */
  bounds: PathBounds[];
  /** A field that must exist, for sparse and partial indexes. */
  exists?: string;
}

export interface PathBounds extends Bounds {
  path: string;
}

/** Leaves to a condition only the bounds that hold no string: where strings stand in an index says nothing of a collation. */
export function withoutText(conjunct: Conjunct): Conjunct {
  const bounds = conjunct.bounds.filter(({ intervals }) => !intervals.some(mayHoldText));
  return bounds.length === conjunct.bounds.length ? conjunct : { ...conjunct, bounds };
}

/** Takes a filter apart into conditions that hold together. */
export function conjunctsOf(filter: Document): Conjunct[] {
  return Object.entries(filter).flatMap(([key, condition]) => {
    if (key === '$and' && isBranches(condition)) return condition.flatMap(conjunctsOf);
    if (key === '$or' && Array.isArray(condition)) return [orConjunct(condition)];
    if (key === '$comment') return [];
    if (key.startsWith('$')) return [{ filter: { [key]: condition }, bounds: [] }];
    return fieldConjuncts(key, condition);
  });
}

/** Anything else is left for the filter to refuse. */
function isBranches(condition: unknown): condition is Document[] {
  return Array.isArray(condition) && condition.length > 0 && condition.every(isDocument);
}

function fieldConjuncts(path: string, condition: unknown): Conjunct[] {
  if (isRegex(condition)) return [operatorConjunct(path, '$regex', condition, { [path]: condition })];
  if (!isOperatorDocument(condition)) return [operatorConjunct(path, '$eq', condition, { [path]: condition })];
  return operatorConjuncts(path, condition);
}

function operatorConjuncts(path: string, operators: Document): Conjunct[] {
  return Object.entries(operators).flatMap(([operator, operand]) => {
    // Each element of $all is a condition of its own, and may be the one that finds the documents.
    if (operator === '$all' && isSeparable(operand)) return operand.flatMap((element) => allElement(path, element));
    if (operator === '$options' && '$regex' in operators) return [];
    const own =
      operator === '$regex' && '$options' in operators ? { $regex: operand, $options: operators.$options } : { [operator]: operand };
    if (operator === '$elemMatch') return [elemMatchConjunct(path, operand)];
    return [operatorConjunct(path, operator, operand, { [path]: own }, operators.$options)];
  });
}

/** The elements of an `$all`: values, or `$elemMatch` every one. */
function isSeparable(operand: unknown): operand is unknown[] {
  if (!Array.isArray(operand) || operand.length === 0) return false;
  return !operand.some(isOperatorDocument) || operand.every((element) => isOperatorDocument(element) && '$elemMatch' in element);
}

function allElement(path: string, element: unknown): Conjunct[] {
  const document = asDocument(element);
  if (document && '$elemMatch' in document) return fieldConjuncts(path, document);
  if (isRegex(element)) return fieldConjuncts(path, element);
  return [operatorConjunct(path, '$eq', element, { [path]: { $eq: element } })];
}

function operatorConjunct(path: string, operator: string, operand: unknown, filter: Document, options?: unknown): Conjunct {
  if (operator === '$exists') return { filter, bounds: [], ...(isTrue(operand) ? { exists: path } : {}) };
  const bounds = boundsOf(operator, operand, options);
  if (!bounds) return { filter, bounds: [] };
  if (!namesPosition(path)) return { filter, bounds: [{ path, ...bounds }] };
  // A number in a path is a position in an array or a field name: where one is missing the other may be there.
  return { filter, bounds: bounds.nullable ? [] : [{ path, ...bounds, exact: false }] };
}

function namesPosition(path: string): boolean {
  return splitPath(path).some(isArrayPosition);
}

/** What one element must satisfy, some element satisfies: bounds hold for the path, but the document must be looked at. */
function elemMatchConjunct(path: string, operand: unknown): Conjunct {
  const filter = { [path]: { $elemMatch: operand } };
  const criteria = asDocument(operand) ?? {};
  if (!isOperatorDocument(criteria)) {
    // A position named inside is one of the element's own, not of the array an index looks into.
    const inner = conjunctsOf(criteria).flatMap((conjunct) => conjunct.bounds.filter((bounds) => !namesPosition(bounds.path)));
    return { filter, bounds: inner.map((bounds) => ({ ...bounds, path: `${path}.${bounds.path}`, exact: false })) };
  }
  const inner = operatorConjuncts(path, ofElements(criteria)).flatMap((conjunct) =>
    conjunct.bounds.filter((bounds) => bounds.path === path),
  );
  if (inner.length === 0) return { filter, bounds: [] };
  const intervals = inner.map((bounds) => bounds.intervals).reduce(intersection);
  return { filter, bounds: [{ path, intervals, exact: false, nullable: false }] };
}

/** The operators that ask something of an element itself, not of what an array inside the array holds. */
function ofElements(criteria: Document): Document {
  const entries = Object.entries(criteria);
  return Object.fromEntries(
    entries.filter(([name, operand]) => name !== '$elemMatch' && !(Array.isArray(operand) && operand.some(isOperatorDocument))),
  );
}

/** A path that every branch of `$or` bounds is bounded by all of them together: the page after a cursor reads so. */
function orConjunct(branches: unknown[]): Conjunct {
  const perBranch = branches.map((branch) => conjunctsOf(asDocument(branch) ?? {}).flatMap((conjunct) => conjunct.bounds));
  const paths = new Set(perBranch[0]?.map((bounds) => bounds.path));
  const bounds: PathBounds[] = [];
  for (const path of paths) {
    const found = perBranch.map((all) => all.find((one) => one.path === path));
    if (found.some((one) => one === undefined)) continue;
    bounds.push({ path, intervals: union(found.flatMap((one) => one?.intervals ?? [])), exact: false, nullable: false });
  }
  return { filter: { $or: branches }, bounds };
}
