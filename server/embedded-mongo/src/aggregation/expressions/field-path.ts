import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';

const DEEPEST_PATH = 200;

/**
 * The names of a dotted path.
 *
 * @throws MongoError 40352, 40353, 15998, 16410, 16411 for a path no field can have
 */
export function fieldPath(path: string): string[] {
  if (path === '') throw new MongoError(40352, 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw new MongoError(40353, "FieldPath must not end with a '.'.");
  const names = path.split('.');
  if (names.length > DEEPEST_PATH) throw new MongoError(15, 'FieldPath is too long');
  for (const name of names) checkName(name);
  return names;
}

function checkName(name: string): void {
  if (name === '') throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
  if (name.startsWith('$'))
    throw new MongoError(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
  if (name.includes('\0')) throw new MongoError(16411, 'FieldPath field names may not contain null bytes.');
}

/** @throws MongoError 16412 for a name with a dot, and as `fieldPath` does */
export function checkFieldName(name: string): void {
  checkName(name);
  if (name.includes('.')) throw new MongoError(16412, `FieldPath field names may not contain '.'. Consider using $getField or $setField.`);
}

/**
 * The value at a path as expressions see it: an array on the way gives the array of what its documents have there.
 *
 * @param from how many names have been followed already
 */
export function valueAt(value: unknown, names: readonly string[], from = 0): unknown {
  let current = value;
  for (let at = from; at < names.length; at++) {
    if (Array.isArray(current)) return valuesIn(current, names, at);
    const name = names[at] as string;
    if (!isDocument(current) || !Object.hasOwn(current, name)) return undefined;
    current = current[name];
  }
  return current;
}

function valuesIn(array: unknown[], names: readonly string[], from: number): unknown[] {
  const values: unknown[] = [];
  for (const element of array) {
    if (!isDocument(element)) continue;
    const value = valueAt(element, names, from);
    if (value !== undefined) values.push(value);
  }
  return values;
}
