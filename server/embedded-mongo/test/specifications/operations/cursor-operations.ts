import type { AbstractCursor } from 'mongodb';
import { Mismatch } from '../test-format.ts';
import type { OperationTable } from './operation-table.ts';

export const cursorOperations: OperationTable = {
  close: (cursor: AbstractCursor) => cursor.close(),
  iterateOnce: (cursor: AbstractCursor) => cursor.tryNext(),
  iterateUntilDocumentOrError: async (cursor: AbstractCursor) => {
    const document = await cursor.next();
    if (document === null) throw new Mismatch('the cursor has ended');
    return document;
  },
};
