import type { Db } from 'mongodb';
import { NotApplicable } from '../test-format.ts';
import { opened } from './collection-operations.ts';
import type { Call, OperationTable } from './operation-table.ts';

export const databaseOperations: OperationTable = {
  runCommand: (db: Db, { options: { command, commandName: _, ...options } }: Call) => db.command(command, options),
  runCursorCommand: (db: Db, call: Call) => commandCursor(db, call).toArray(),
  createCommandCursor: async (db: Db, call: Call) => await opened(commandCursor(db, call)),
  aggregate: (db: Db, { options: { pipeline, ...options } }: Call) => db.aggregate(pipeline, options).toArray(),
  createCollection: (db: Db, { options: { collection, ...options } }: Call) => db.createCollection(collection, options),
  dropCollection: (db: Db, { options: { collection, ...options } }: Call) => db.dropCollection(collection, options),
  modifyCollection: (db: Db, { options: { collection, ...options } }: Call) => db.command({ collMod: collection, ...options }),
  listCollections: (db: Db, { options: { filter, ...options } }: Call) => db.listCollections(filter, options).toArray(),
  listCollectionObjects: (db: Db, { options: { filter, ...options } }: Call) => db.listCollections(filter, options).toArray(),
  listCollectionNames: async (db: Db, { options: { filter, ...options } }: Call) =>
    (await db.listCollections(filter, { ...options, nameOnly: true }).toArray()).map(({ name }) => name),
  createChangeStream: () => {
    throw new NotApplicable('change streams');
  },
};

function commandCursor(db: Db, { options: { command, commandName: _, batchSize, comment, maxTimeMS, cursorTimeout, ...options } }: Call) {
  const cursor = db.runCursorCommand(command, { ...options, ...(cursorTimeout ? { timeoutMode: cursorTimeout } : {}) });
  if (batchSize !== undefined) cursor.setBatchSize(batchSize);
  if (comment !== undefined) cursor.setComment(comment);
  if (maxTimeMS !== undefined) cursor.setMaxTimeMS(maxTimeMS);
  return cursor;
}
