import type { ClientSession } from 'mongodb';
import type { Call, OperationTable } from './operation-table.ts';

export const sessionOperations: OperationTable = {
  endSession: (session: ClientSession) => session.endSession(),
  startTransaction: (session: ClientSession, { options }: Call) => session.startTransaction(options),
  commitTransaction: (session: ClientSession, { options }: Call) => session.commitTransaction(options),
  abortTransaction: (session: ClientSession, { options }: Call) => session.abortTransaction(options),
  withTransaction: (session: ClientSession, { options: { callback, ...options }, run }: Call) =>
    session.withTransaction(() => run(callback), options),
};
