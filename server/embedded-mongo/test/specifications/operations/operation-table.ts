import type { Document } from 'mongodb';
import type { Entities } from '../entities.ts';
import type { Operation } from '../test-format.ts';

/** What an operation is given besides the object it works on. */
export interface Call {
  options: Document;
  entities: Entities;
  operation: Operation;
  /** Runs operations inside this one. */
  run(operations: readonly Operation[]): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: each table is for one kind of object, which `tableFor` chooses.
export type OperationTable = Record<string, (target: any, call: Call) => unknown>;
