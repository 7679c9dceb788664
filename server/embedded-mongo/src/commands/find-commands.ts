import type { Document } from 'bson';
import { queryView } from '../aggregation/query-view.ts';
import { asDocument, toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { Found } from '../planner/execute-plan.ts';
import { compileFilter } from '../query/filter.ts';
import { compileProjection, type Projection } from '../query/projection.ts';
import { parseSort } from '../query/sort.ts';
import { findDocuments, type Query, refuseCollation } from '../reading/find-documents.ts';
import { type CommandContext, type CommandTable, collectionName, countField, documentField, findCollection } from './command.ts';
import { answerCursor } from './cursor-answer.ts';

export const FIND_FIELDS = [
  'filter',
  'sort',
  'projection',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'collation',
  'allowDiskUse',
  'let',
  'returnKey',
  'showRecordId',
  'min',
  'max',
  'tailable',
  'awaitData',
  'noCursorTimeout',
  'allowPartialResults',
  'oplogReplay',
];

/** Options that would change the answer and that this server does not have. */
const REFUSED = ['min', 'max', 'returnKey', 'showRecordId', 'tailable', 'awaitData'];

export const findCommands: CommandTable = {
  find: { fields: FIND_FIELDS, run: find },
};

async function find(context: CommandContext): Promise<Document> {
  const { command, store, database } = context;
  const name = collectionName(context);
  const query = findQuery(command);
  const projection = compileProjection(documentField(command, 'projection'), query.filter);
  const limit = toNumber(command.limit) ?? 0;
  const batchSize = countField(command, 'batchSize');
  const single = command.singleBatch === true || limit < 0;
  if (store.catalog.views.find(database, name)) {
    const documents = projected(queryView({ store, database, hint: query.hint }, name, query), projection);
    return await answerCursor(context, `${database}.${name}`, documents, { batchSize, single, limit: query.limit });
  }
  const collection = findCollection(context, name);
  if (!collection) {
    // A filter is checked even when there is nothing to filter.
    compileFilter(query.filter, query.variables);
    return await answerCursor(context, `${database}.${name}`, [], {});
  }
  const documents = bytesOf(findDocuments(store, collection, query), projection);
  return await answerCursor(context, collection.namespace, documents, { batchSize, single, limit: query.limit });
}

/** @throws MongoError for an option this server does not have. */
export function findQuery(command: Document): Query & { filter: Document } {
  const refused = REFUSED.find((field) => command[field] !== undefined && command[field] !== false);
  if (refused) throw new MongoError(238, `find with '${refused}' is not supported by the embedded store`);
  refuseCollation(command);
  const limit = toNumber(command.limit) ?? 0;
  return {
    filter: documentField(command, 'filter') ?? {},
    sort: parseSort(command.sort),
    hint: command.hint,
    variables: asDocument(command.let),
    skip: countField(command, 'skip'),
    limit: Math.abs(limit),
  };
}

/** The bytes to answer, one document after the other. */
export function* bytesOf(
  found: Iterable<Found | undefined>,
  projection: Projection | undefined,
): Generator<Uint8Array | undefined, void, void> {
  for (const item of found) yield item && projection ? projection(item.bytes) : item?.bytes;
}

function* projected(documents: Iterable<Uint8Array | undefined>, projection: Projection | undefined) {
  for (const bytes of documents) yield bytes && projection ? projection(bytes) : bytes;
}
