import type { Document } from 'bson';
import { queryView } from '../aggregation/query-view.ts';
import { toNumber } from '../bson-codec.ts';
import { keyMaker } from '../collation/collated-key.ts';
import { type Collation, collationOf } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { decoderOf } from '../partial-decode.ts';
import { someValue, splitPath } from '../query/path-values.ts';
import { countDocuments } from '../reading/count-documents.ts';
import { findDocuments, type Query } from '../reading/find-documents.ts';
import { eachOf, runInTurns } from '../reading/in-turns.ts';
import {
  type CommandContext,
  type CommandTable,
  collectionName,
  countField,
  documentField,
  findCollection,
  viewCollation,
} from './command.ts';
import { bytesOf } from './find-commands.ts';

export const readCommands: CommandTable = {
  count: { fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'], run: count },
  distinct: { fields: ['key', 'query', 'collation'], run: distinct },
};

async function count(context: CommandContext): Promise<Document> {
  const { command, store, database } = context;
  const name = collectionName(context);
  const filter = documentField(command, 'query') ?? {};
  const limit = Math.abs(toNumber(command.limit) ?? 0);
  const query = { filter, sort: [], hint: command.hint, skip: countField(command, 'skip'), limit };
  if (!store.catalog.views.find(database, name)) {
    const collection = findCollection(context, name);
    const collation = collationOf(command, collection);
    if (!collection) return { n: 0, ok: 1 };
    return { n: await runInTurns(store, countDocuments(store, collection, { ...query, collation })), ok: 1 };
  }
  viewCollation(command);
  let n = 0;
  await runInTurns(
    store,
    eachOf(documentsOf(context, name, query), () => n++),
  );
  return { n, ok: 1 };
}

/** The values at a path, array elements apart, each once. */
async function distinct(context: CommandContext): Promise<Document> {
  const { command } = context;
  const name = collectionName(context);
  if (typeof command.key !== 'string') throw new MongoError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const parts = splitPath(command.key);
  const decoder = decoderOf(new Set(parts.slice(0, 1)));
  const values = new Map<string, unknown>();
  const filter = documentField(command, 'query') ?? {};
  const collation = distinctCollation(context, name);
  const keyOf = keyMaker(collation);
  const found = documentsOf(context, name, { filter, sort: [], collation });
  const gather = (bytes: Uint8Array) =>
    someValue(decoder(bytes), parts, (value, whole) => {
      if (value === undefined || whole) return false;
      const key = keyOf(value);
      if (!values.has(key)) values.set(key, value);
      return false;
    });
  await runInTurns(context.store, eachOf(found, gather));
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return { values: sorted, ok: 1 };
}

function distinctCollation({ command, store, database }: CommandContext, name: string): Collation | undefined {
  return store.catalog.views.find(database, name) ? viewCollation(command) : collationOf(command, store.catalog.find(database, name));
}

function documentsOf(context: CommandContext, name: string, query: Query): Iterable<Uint8Array | undefined> {
  const { store, database } = context;
  if (store.catalog.views.find(database, name)) return queryView({ store, database, hint: query.hint }, name, query);
  const collection = findCollection(context, name);
  return collection ? bytesOf(findDocuments(store, collection, query), undefined) : [];
}
