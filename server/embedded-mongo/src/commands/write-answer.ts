import type { Document } from 'bson';
import { toMongoError } from '../mongo-error.ts';

export interface WriteResult {
  n: number;
  writeErrors: Document[];
}

/** Runs the statements of a write one by one; a failure ends an ordered write and is only reported by the other. */
export function runOrdered<T>(statements: readonly T[], ordered: boolean, write: (statement: T, index: number) => number): WriteResult {
  const result: WriteResult = { n: 0, writeErrors: [] };
  for (const [index, statement] of statements.entries()) {
    try {
      result.n += write(statement, index);
    } catch (error) {
      result.writeErrors.push(writeError(index, error));
      if (ordered) break;
    }
  }
  return result;
}

function writeError(index: number, error: unknown): Document {
  const { code, codeName, message, details } = toMongoError(error);
  return { index, code, codeName, errmsg: message, ...details };
}

/** A write that failed for some documents has still been carried out for the others: `ok` is 1. */
export function writeAnswer({ n, writeErrors }: WriteResult, more: Document = {}): Document {
  return { n, ...more, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
}
