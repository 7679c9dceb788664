import type { Document } from 'bson';
import { decode, encode } from '../bson-codec.ts';
import { collationOf, parseCollation } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { compileProjection } from '../query/projection.ts';
import { parseSort } from '../query/sort.ts';
import { RawDocument } from '../raw-document.ts';
import { targets } from '../reading/find-documents.ts';
import { refuseOnTimeSeries } from '../storage/time-series.ts';
import { compileUpdate } from '../update/compile-update.ts';
import {
  type CommandContext,
  type CommandTable,
  collectionName,
  documentField,
  findCollection,
  letVariables,
  obtainCollection,
} from './command.ts';
import { insertUpserted, UPDATES_REFUSED, updateFound } from './update-commands.ts';

const FIELDS = [
  'query',
  'sort',
  'remove',
  'update',
  'new',
  'fields',
  'upsert',
  'bypassDocumentValidation',
  'collation',
  'arrayFilters',
  'hint',
  'let',
];

export const findAndModifyCommands: CommandTable = {
  findAndModify: { fields: FIELDS, run: findAndModify },
  findandmodify: { fields: FIELDS, run: findAndModify },
};

/** What was found or made, before and after. */
interface Modification {
  before: Uint8Array | undefined;
  after: Uint8Array | undefined;
  lastErrorObject: Document;
}

async function findAndModify(context: CommandContext): Promise<Document> {
  const { command } = context;
  const name = collectionName(context);
  parseCollation(command.collation);
  if ((command.remove === true) === (command.update !== undefined))
    throw new MongoError(9, 'Either an update or remove=true must be specified, and not both');
  if (command.remove === true && (command.upsert === true || command.new === true))
    throw new MongoError(9, "Cannot specify both 'new' or 'upsert' and remove=true");
  const query = documentField(command, 'query') ?? {};
  const projection = compileProjection(documentField(command, 'fields'), { filter: query, variables: letVariables(command) });
  const modification = await context.store.write(() =>
    command.remove === true ? removeOne(context, name, query) : updateOne(context, name, query),
  );
  const wanted = command.new === true ? modification.after : modification.before;
  const value = wanted && projection ? projection(wanted) : wanted;
  return { lastErrorObject: modification.lastErrorObject, value: value ? new RawDocument(value) : null, ok: 1 };
}

function findTarget(context: CommandContext, name: string, query: Document) {
  const { command, store } = context;
  const collection = findCollection(context, name);
  refuseOnTimeSeries(collection, 238, UPDATES_REFUSED);
  const sort = parseSort(command.sort);
  const variables = letVariables(command);
  const collation = collationOf(command, collection);
  const found = collection
    ? targets(store, collection, { filter: query, sort, hint: command.hint, variables, collation, limit: 1 })[0]
    : undefined;
  return { collection, found };
}

function removeOne(context: CommandContext, name: string, query: Document): Modification {
  const { collection, found } = findTarget(context, name, query);
  if (!collection || !found) return { before: undefined, after: undefined, lastErrorObject: { n: 0 } };
  context.store.documents.remove(collection, { key: found.key, bytes: found.bytes, document: decode(found.bytes) });
  return { before: found.bytes, after: undefined, lastErrorObject: { n: 1 } };
}

function updateOne(context: CommandContext, name: string, query: Document): Modification {
  const { command } = context;
  const updater = compileUpdate({
    query,
    update: command.update,
    arrayFilters: command.arrayFilters,
    variables: letVariables(command),
    collation: collationOf(command, findCollection(context, name)),
  });
  const { collection, found } = findTarget(context, name, query);
  if (collection && found) {
    const { bytes } = updateFound(context, collection, found, updater);
    return { before: found.bytes, after: bytes, lastErrorObject: { n: 1, updatedExisting: true } };
  }
  if (command.upsert !== true) return { before: undefined, after: undefined, lastErrorObject: { n: 0, updatedExisting: false } };
  const document = insertUpserted(context, collection ?? obtainCollection(context, name), query, updater);
  return { before: undefined, after: encode(document), lastErrorObject: { n: 1, updatedExisting: false, upserted: document._id } };
}
