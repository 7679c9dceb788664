import type { Document } from 'bson';
import { queryView } from '../aggregation/query-view.ts';
import { asDocument, toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { Found } from '../planner/execute-plan.ts';
import { compileFilter } from '../query/filter.ts';
import { compileProjection, type Projection } from '../query/projection.ts';
import { parseSort } from '../query/sort.ts';
import { RawArray } from '../raw-document.ts';
import { findDocuments, type Query, refuseCollation } from '../reading/find-documents.ts';
import {
  type CommandContext,
  type CommandTable,
  checkedName,
  collectionName,
  countField,
  documentField,
  findCollection,
} from './command.ts';
import { answerCursor, maxTime } from './cursor-answer.ts';

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
  getMore: { fields: ['collection', 'batchSize'], run: getMore },
  killCursors: { fields: ['cursors'], run: killCursors },
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

async function getMore({ command, cursors, database }: CommandContext): Promise<Document> {
  const id = BigInt(toNumber(command.getMore) ?? 0);
  const namespace = `${database}.${checkedCursorName(command.collection)}`;
  const cursor = cursors.get(id, namespace);
  const { batch, exhausted } = await cursor.nextBatch(countField(command, 'batchSize') || Number.POSITIVE_INFINITY, maxTime(command));
  if (exhausted) cursors.kill(id);
  return { cursor: { nextBatch: new RawArray(batch), id: exhausted ? 0n : id, ns: namespace }, ok: 1 };
}

/** Cursors of commands on a database bear a name with a dollar, which no collection has. */
function checkedCursorName(name: unknown): string {
  if (typeof name !== 'string') throw new MongoError(14, "BSON field 'getMore.collection' is the wrong type, expected type 'string'");
  return name.startsWith('$cmd.') ? name : checkedName(name);
}

function killCursors({ command, cursors }: CommandContext): Document {
  if (!Array.isArray(command.cursors))
    throw new MongoError(14, "BSON field 'killCursors.cursors' is the wrong type, expected type 'array'");
  const cursorsKilled: bigint[] = [];
  const cursorsNotFound: bigint[] = [];
  for (const value of command.cursors) {
    const id = BigInt(toNumber(value) ?? 0);
    (cursors.kill(id) ? cursorsKilled : cursorsNotFound).push(id);
  }
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}
