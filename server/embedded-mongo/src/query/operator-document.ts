import type { Document } from 'bson';
import { fieldNames } from '../bson/field-order.ts';
import { isDocument } from '../bson-codec.ts';

/** True for `{$gt: 1}`, false for a document to be equal to; a reference to another document is one of these. */
export function isOperatorDocument(condition: unknown): condition is Document {
  if (!isDocument(condition)) return false;
  return fieldNames(condition)[0]?.startsWith('$') === true && !('$ref' in condition && '$id' in condition);
}
