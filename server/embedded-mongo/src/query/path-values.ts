import { isDocument } from '../bson-codec.ts';

/** Called with a value found at a path; `whole` is true for the array standing at the path itself, not its elements. */
export type ValueTest = (value: unknown, whole: boolean) => boolean;

const POSITION = /^(?:0|[1-9]\d*)$/;

/** Splits a dotted path once, when a query is compiled. */
export function splitPath(path: string): string[] {
  return path.split('.');
}

export function isArrayPosition(part: string): boolean {
  return POSITION.test(part);
}

/**
 * True as soon as `test` accepts one of the values a dotted path leads to, as MongoDB walks it: arrays on the way are
 * entered, an array at the end offers its elements and then itself, a missing field is offered as `undefined`.
 */
export function someValue(value: unknown, parts: readonly string[], test: ValueTest, from = 0): boolean {
  if (from === parts.length) return testTerminal(value, test);
  if (Array.isArray(value)) return someElement(value, parts, test, from);
  const name = parts[from] as string;
  if (!isDocument(value) || !Object.hasOwn(value, name)) return test(undefined, false);
  return someValue(value[name], parts, test, from + 1);
}

function testTerminal(value: unknown, test: ValueTest): boolean {
  if (!Array.isArray(value)) return test(value, false);
  for (const element of value) if (test(element, false)) return true;
  return test(value, true);
}

/** A number in a path is a field of the documents in an array and a position of the array as well. */
function someElement(array: unknown[], parts: readonly string[], test: ValueTest, from: number): boolean {
  const name = parts[from] as string;
  const position = isArrayPosition(name) ? Number(name) : -1;
  for (const [index, element] of array.entries()) {
    if (isDocument(element) && someValue(element, parts, test, from)) return true;
    if (index === position && somethingAt(element, parts, test, from + 1)) return true;
  }
  return false;
}

/** What stands at a named position is meant itself: an array there does not offer its elements. */
function somethingAt(element: unknown, parts: readonly string[], test: ValueTest, from: number): boolean {
  if (from === parts.length) return test(element, Array.isArray(element));
  return (isDocument(element) || Array.isArray(element)) && someValue(element, parts, test, from);
}

/** No array was entered on the way to a value that passes. */
const DIRECT = -1;

/**
 * The position, in the outermost array entered on the way, of the first value that passes; `undefined` when none does or
 * no array was entered.
 *
 * @param within gives a position inside the array at the path itself, for a test that passes on whole arrays
 */
export function firstPosition(
  value: unknown,
  parts: readonly string[],
  test: ValueTest,
  within?: (array: unknown[]) => number,
): number | undefined {
  let passed: unknown;
  const remembering: ValueTest = (candidate, whole) => {
    passed = candidate;
    return test(candidate, whole);
  };
  const position = positionOf(value, parts, remembering, 0);
  if (position !== DIRECT) return position;
  return within && Array.isArray(passed) ? within(passed) : undefined;
}

function positionOf(value: unknown, parts: readonly string[], test: ValueTest, from: number): number | undefined {
  if (from === parts.length) {
    const element = Array.isArray(value) ? value.findIndex((inner) => test(inner, false)) : DIRECT;
    if (element >= 0) return element;
    return test(value, Array.isArray(value)) ? DIRECT : undefined;
  }
  if (Array.isArray(value)) return positionIn(value, parts, test, from);
  const name = parts[from] as string;
  if (!isDocument(value) || !Object.hasOwn(value, name)) return test(undefined, false) ? DIRECT : undefined;
  return positionOf(value[name], parts, test, from + 1);
}

function positionIn(array: unknown[], parts: readonly string[], test: ValueTest, from: number): number | undefined {
  const name = parts[from] as string;
  for (const [index, element] of array.entries()) {
    if (isDocument(element) && positionOf(element, parts, test, from) !== undefined) return index;
    if (String(index) !== name) continue;
    if (from + 1 === parts.length) return test(element, Array.isArray(element)) ? DIRECT : undefined;
    if (isDocument(element) || Array.isArray(element)) return positionOf(element, parts, test, from + 1);
  }
  return undefined;
}
