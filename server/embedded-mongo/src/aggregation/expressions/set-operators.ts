import { isNullish, isTrue } from '../../bson/truth.ts';
import type { Comparison } from '../comparison.ts';
import type { OperatorTable } from './expression.ts';
import { comparing, eager } from './operands.ts';
import { arrayOf } from './values.ts';

const MANY = Number.POSITIVE_INFINITY;

/** The elements of arrays, each value once, by key. */
function setOf(comparison: Comparison, array: readonly unknown[]): Map<string, unknown> {
  const set = new Map<string, unknown>();
  for (const element of array) {
    const key = comparison.key(element);
    if (!set.has(key)) set.set(key, element);
  }
  return set;
}

/** Unions and intersections are given in order, as the server gives them. */
function ordered(comparison: Comparison, values: Iterable<unknown>): unknown[] {
  return [...values].sort((a, b) => comparison.compare(a, b));
}

function union(comparison: Comparison, ...arrays: unknown[]): unknown {
  const all: unknown[] = [];
  for (const array of arrays) {
    if (isNullish(array)) return null;
    all.push(...arrayOf(array, 17043, (type) => `All operands of $setUnion must be arrays. One argument is of type: ${type}`));
  }
  return ordered(comparison, setOf(comparison, all).values());
}

function intersection(comparison: Comparison, ...arrays: unknown[]): unknown {
  let common: Map<string, unknown> | undefined;
  for (const array of arrays) {
    if (isNullish(array)) return null;
    const set = setOf(
      comparison,
      arrayOf(array, 17047, (type) => `All operands of $setIntersection must be arrays. One argument is of type: ${type}`),
    );
    common = common ? new Map([...common].filter(([key]) => set.has(key))) : set;
  }
  return ordered(comparison, common?.values() ?? []);
}

function difference(comparison: Comparison, a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  const message = (which: string) => (type: string) =>
    `both operands of $setDifference must be arrays. ${which} argument is of type: ${type}`;
  const kept = setOf(comparison, arrayOf(a, 17048, message('First')));
  for (const element of arrayOf(b, 17049, message('Second'))) kept.delete(comparison.key(element));
  return [...kept.values()];
}

function equals(comparison: Comparison, ...arrays: unknown[]): boolean {
  const [first, ...others] = arrays.map((array, index) =>
    setOf(
      comparison,
      arrayOf(array, 17044, (type) => `All operands of $setEquals must be arrays. ${index + 1}-th argument is of type: ${type}`),
    ),
  );
  return others.every((other) => other.size === first?.size && [...other.keys()].every((key) => first.has(key)));
}

function isSubset(comparison: Comparison, a: unknown, b: unknown): boolean {
  const message = (which: string) => (type: string) =>
    `both operands of $setIsSubset must be arrays. ${which} argument is of type: ${type}`;
  const part = arrayOf(a, 17046, message('First'));
  const whole = setOf(comparison, arrayOf(b, 17042, message('Second')));
  return part.every((element) => whole.has(comparison.key(element)));
}

export const setOperators: OperatorTable = {
  $setUnion: comparing(0, MANY, union),
  $setIntersection: comparing(0, MANY, intersection),
  $setDifference: comparing(2, 2, difference),
  $setEquals: comparing(2, MANY, equals),
  $setIsSubset: comparing(2, 2, isSubset),
  $allElementsTrue: eager(1, 1, (array) =>
    arrayOf(array, 17040, (type) => `$allElementsTrue's argument must be an array, but is ${type}`).every(isTrue),
  ),
  $anyElementTrue: eager(1, 1, (array) =>
    arrayOf(array, 17041, (type) => `$anyElementTrue's argument must be an array, but is ${type}`).some(isTrue),
  ),
};
