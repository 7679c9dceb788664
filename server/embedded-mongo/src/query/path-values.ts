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
