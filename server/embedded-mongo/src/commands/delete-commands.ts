import type { Document } from 'bson';
import { decode, toNumber } from '../bson-codec.ts';
import { collationOf, parseCollation } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { targets } from '../reading/find-documents.ts';
import { refuseOnTimeSeries } from '../storage/time-series.ts';
import {
  type CommandContext,
  type CommandTable,
  collectionName,
  documentField,
  findCollection,
  letVariables,
  refuseUnknown,
  statements,
} from './command.ts';
import { runOrdered, writeAnswer } from './write-answer.ts';

export const deleteCommands: CommandTable = {
  delete: { fields: ['deletes', 'ordered', 'let'], run: deleteDocuments },
};

async function deleteDocuments(context: CommandContext): Promise<Document> {
  const name = collectionName(context);
  const deletes = statements(context.command, 'deletes');
  for (const statement of deletes) {
    refuseUnknown(statement, ['q', 'limit', 'hint', 'collation'], 'delete.deletes');
    parseCollation(statement.collation);
  }
  const { store } = context;
  const result = await store.write(() => {
    const collection = findCollection(context, name);
    return runOrdered(deletes, context.command.ordered !== false, (statement) => {
      const limit = deleteLimit(statement);
      if (limit === 1) refuseOnTimeSeries(collection, 72, 'Cannot perform a non-multi delete on a time-series collection');
      if (!collection) return 0;
      const query = {
        filter: documentField(statement, 'q') ?? {},
        sort: [],
        hint: statement.hint,
        variables: letVariables(context.command),
        collation: collationOf(statement, collection),
        limit,
      };
      const found = targets(store, collection, query);
      for (const { key, bytes } of found) store.documents.remove(collection, { key, bytes, document: decode(bytes) });
      return found.length;
    });
  });
  return writeAnswer(result);
}

function deleteLimit(statement: Document): number {
  const limit = toNumber(statement.limit);
  if (limit !== 0 && limit !== 1)
    throw new MongoError(9, `The limit field in delete objects must be 0 or 1. Got ${String(statement.limit)}`);
  return limit;
}
