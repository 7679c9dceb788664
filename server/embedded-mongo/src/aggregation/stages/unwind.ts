import type { Document } from 'bson';
import { fieldEntries } from '../../bson/field-order.ts';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { fieldPath } from '../expressions/field-path.ts';
import { nestedValue, withNested } from './nested-field.ts';
import type { StageParser } from './stage.ts';

/** Where the elements are, where their positions go, and whether a document without any stays. */
export interface Unwinding {
  path: string[];
  indexPath: string[] | undefined;
  preserve: boolean;
}

/** `$unwind`: a document for each element of an array. */
export const unwind: StageParser = (operand) => {
  const unwinding = parseUnwind(operand);
  return {
    *run(inputs) {
      for (const document of inputs) {
        if (document) yield* unwound(document, unwinding);
        else yield undefined;
      }
    },
  };
};

/** @throws MongoError with the server's own code for each mistake */
export function parseUnwind(operand: unknown): Unwinding {
  const spec = isDocument(operand) ? operand : { path: operand };
  if (!isDocument(operand) && typeof operand !== 'string')
    throw new MongoError(15981, `expected either a string or an object as specification for $unwind stage, got ${typeName(operand)}`);
  for (const [field, value] of fieldEntries(spec)) checkOption(field, value);
  if (!Object.hasOwn(spec, 'path')) throw new MongoError(28812, 'no path specified to $unwind stage');
  const path = spec.path as string;
  if (!path.startsWith('$')) throw new MongoError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  const { includeArrayIndex: index, preserveNullAndEmptyArrays: preserve = false } = spec;
  return {
    path: fieldPath(path.slice(1)),
    indexPath: index === undefined ? undefined : fieldPath(index as string),
    preserve: preserve as boolean,
  };
}

function checkOption(field: string, value: unknown): void {
  switch (field) {
    case 'path':
      if (typeof value !== 'string') throw new MongoError(28808, `expected a string as the path for $unwind stage, got ${typeName(value)}`);
      return;
    case 'preserveNullAndEmptyArrays':
      if (typeof value !== 'boolean')
        throw new MongoError(
          28809,
          `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(value)}`,
        );
      return;
    case 'includeArrayIndex':
      if (typeof value !== 'string' || value === '')
        throw new MongoError(28810, 'expected a non-empty string for the includeArrayIndex  option to $unwind stage');
      if (value.startsWith('$'))
        throw new MongoError(28822, `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${value}`);
      return;
  }
  throw new MongoError(28811, `unrecognized option to $unwind stage: ${field}`);
}

/** The documents one document becomes; what is no array counts as its only element. */
export function* unwound(document: Document, { path, indexPath, preserve }: Unwinding): Generator<Document, void, void> {
  const value = nestedValue(document, path);
  if (!Array.isArray(value)) {
    if (isNullish(value) && !preserve) return;
    yield indexPath ? withNested(document, indexPath, null) : document;
    return;
  }
  if (value.length === 0 && preserve) {
    const without = withNested(document, path, undefined);
    yield indexPath ? withNested(without, indexPath, null) : without;
  }
  for (const [index, element] of value.entries()) {
    const single = withNested(document, path, element);
    yield indexPath ? withNested(single, indexPath, BigInt(index)) : single;
  }
}
