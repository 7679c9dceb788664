import { asDocument } from '../bson-codec.ts';

/** Called with a value found at a path; `whole` is true for the array standing at the path itself, not its elements. */
export type ValueTest = (value: unknown, whole: boolean) => boolean;

const DIGITS = /^\d+$/;

/** Splits a dotted path once, when a query is compiled. */
export function splitPath(path: string): string[] {
  return path.split('.');
}

export function isArrayPosition(part: string): boolean {
  return DIGITS.test(part);
}

/**
 * True as soon as `test` accepts one of the values a dotted path leads to, as MongoDB walks it: arrays on the way are
 * entered, an array at the end offers its elements and then itself, a missing field is offered as `undefined`.
 */
export function someValue(value: unknown, parts: readonly string[], test: ValueTest, from = 0): boolean {
  if (from === parts.length) return testTerminal(value, test);
  if (Array.isArray(value)) return someElement(value, parts, test, from);
  const document = asDocument(value);
  const name = parts[from] as string;
  if (!document || !Object.hasOwn(document, name)) return test(undefined, false);
  return someValue(document[name], parts, test, from + 1);
}

function testTerminal(value: unknown, test: ValueTest): boolean {
  if (!Array.isArray(value)) return test(value, false);
  for (const element of value) if (test(element, false)) return true;
  return test(value, true);
}

function someElement(array: unknown[], parts: readonly string[], test: ValueTest, from: number): boolean {
  const name = parts[from] as string;
  if (isArrayPosition(name) && Number(name) < array.length && someValue(array[Number(name)], parts, test, from + 1)) return true;
  for (const element of array) {
    if (asDocument(element) && someValue(element, parts, test, from)) return true;
  }
  return false;
}
