import type { Document } from 'bson';
import { queryView } from '../aggregation/query-view.ts';
import { toNumber } from '../bson-codec.ts';
import { collationOf } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import type { Found } from '../planner/execute-plan.ts';
import { compileFilter } from '../query/filter.ts';
import { compileProjection, type Projection } from '../query/projection.ts';
import { parseSort } from '../query/sort.ts';
import { findDocuments, type Query } from '../reading/find-documents.ts';
import { findIndexKeys } from '../reading/index-keys.ts';
import { Tail } from '../reading/tail-documents.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import {
  type CommandContext,
  type CommandTable,
  collectionName,
  countField,
  documentField,
  findCollection,
  letVariables,
  viewCollation,
} from './command.ts';
import { answerCursor, answerTail } from './cursor-answer.ts';
import { withRecordId } from './record-id.ts';

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

/** Options that ask for the inside of a collection, which a view does not have. */
const OF_COLLECTIONS = ['tailable', 'returnKey', 'showRecordId', 'min', 'max'];

export const findCommands: CommandTable = {
  find: { fields: FIND_FIELDS, run: find },
};

async function find(context: CommandContext): Promise<Document> {
  const { command, store, database } = context;
  const name = collectionName(context);
  checkTailable(command);
  const limit = toNumber(command.limit) ?? 0;
  const options = {
    batchSize: countField(command, 'batchSize'),
    single: command.singleBatch === true || limit < 0,
    limit: Math.abs(limit),
  };
  const namespace = `${database}.${name}`;
  if (store.catalog.views.find(database, name)) return await answerCursor(context, namespace, viewed(context, name), options);
  const collection = findCollection(context, name);
  const query = findQuery(command, collection);
  const projection = compileProjection(documentField(command, 'projection'), query);
  if (!collection) {
    // A filter is checked even when there is nothing to filter.
    compileFilter(query.filter, query.variables, query.collation);
    return await answerCursor(context, namespace, [], {});
  }
  if (command.tailable === true) return await tail(context, collection, query, projection);
  return await answerCursor(context, namespace, found(context, collection, query, projection), options);
}

function found({ command, store }: CommandContext, collection: CollectionState, query: Query, projection: Projection | undefined) {
  if (command.returnKey === true) return findIndexKeys(store, collection, query);
  const documents = findDocuments(store, collection, query);
  return command.showRecordId === true ? withRecordId(documents, collection, projection) : bytesOf(documents, projection);
}

function viewed(context: CommandContext, name: string): Iterable<Uint8Array | undefined> {
  const { command, store, database } = context;
  const option = OF_COLLECTIONS.find((field) => command[field] !== undefined && command[field] !== false);
  if (option) throw new MongoError(167, `Option '${option}' is not supported on a view`);
  const query = { ...findQuery(command, undefined), collation: viewCollation(command) };
  const projection = compileProjection(documentField(command, 'projection'), query);
  return projected(queryView({ store, database, hint: query.hint }, name, query), projection);
}

/** A capped collection read to its end, where the client may wait for more. */
async function tail(context: CommandContext, collection: CollectionState, query: Query, projection: Projection | undefined) {
  const { command, store } = context;
  if (collection.options.capped !== true)
    throw new MongoError(2, `error processing query: tailable cursor requested on non capped collection ${collection.namespace}`);
  if (query.sort.length > 0 && query.sort[0]?.path !== '$natural')
    throw new MongoError(2, 'cannot use tailable option with a sort other than {$natural: 1}');
  const documents = new Tail(store, collection, compileFilter(query.filter, query.variables, query.collation));
  return await answerTail(context, collection.namespace, documents, projection, countField(command, 'batchSize'));
}

function checkTailable({ tailable, awaitData, singleBatch }: Document): void {
  if (awaitData === true && tailable !== true) throw new MongoError(9, "Cannot set 'awaitData' without also setting 'tailable'");
  if (tailable === true && singleBatch === true) throw new MongoError(9, "cannot use tailable option with the 'singleBatch' option");
}

/** @throws MongoError for options that are malformed */
export function findQuery(command: Document, collection: CollectionState | undefined): Query & { filter: Document } {
  const min = boundField(command, 'min');
  const max = boundField(command, 'max');
  return {
    filter: documentField(command, 'filter') ?? {},
    sort: parseSort(command.sort),
    hint: command.hint,
    variables: letVariables(command),
    collation: collationOf(command, collection),
    skip: countField(command, 'skip'),
    limit: Math.abs(toNumber(command.limit) ?? 0),
    ...(min || max ? { between: { min, max } } : {}),
  };
}

function boundField(command: Document, field: string): Document | undefined {
  const bound = documentField(command, field);
  return bound && Object.keys(bound).length > 0 ? bound : undefined;
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
