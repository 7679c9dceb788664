import type { Document } from 'bson';
import { asDocument, decode, encode } from '../bson-codec.ts';
import { collationOf, parseCollation } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import type { Found } from '../planner/execute-plan.ts';
import { targets } from '../reading/find-documents.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import { refuseOnTimeSeries } from '../storage/time-series.ts';
import { compileUpdate, type Updater } from '../update/compile-update.ts';
import { spliceDocument } from '../update/splice.ts';
import { upsertedDocument } from '../update/upsert.ts';
import {
  type CommandContext,
  type CommandTable,
  collectionName,
  documentField,
  findCollection,
  letVariables,
  obtainCollection,
  refuseUnknown,
  statements,
} from './command.ts';
import { checkId, MAX_DOCUMENT_BYTES } from './insert-commands.ts';
import { runOrdered, writeAnswer } from './write-answer.ts';

/** MongoDB itself allows few: of all documents with some metadata, and only that. */
export const UPDATES_REFUSED = 'the embedded store does not update the documents of a time series';

const STATEMENT_FIELDS = ['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'hint', 'collation'];

export const updateCommands: CommandTable = {
  update: { fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'], run: update },
};

async function update(context: CommandContext): Promise<Document> {
  const name = collectionName(context);
  const updates = statements(context.command, 'updates');
  for (const statement of updates) {
    refuseUnknown(statement, STATEMENT_FIELDS, 'update.updates');
    parseCollation(statement.collation);
  }
  let modified = 0;
  const upserted: Document[] = [];
  const result = await context.store.write(() => {
    // A view is refused as a whole, not statement by statement.
    refuseOnTimeSeries(findCollection(context, name), 238, UPDATES_REFUSED);
    return runOrdered(updates, context.command.ordered !== false, (statement, index) => {
      const outcome = updateStatement(context, name, statement);
      modified += outcome.modified;
      if ('upsertedId' in outcome) upserted.push({ index, _id: outcome.upsertedId });
      return outcome.matched;
    });
  });
  return writeAnswer(result, { nModified: modified, ...(upserted.length > 0 ? { upserted } : {}) });
}

interface StatementOutcome {
  matched: number;
  modified: number;
  upsertedId?: unknown;
}

function updateStatement(context: CommandContext, name: string, statement: Document): StatementOutcome {
  const query = documentField(statement, 'q') ?? {};
  const multi = statement.multi === true;
  if (statement.c !== undefined && !Array.isArray(statement.u))
    throw new MongoError(51198, 'Constant values may only be specified for pipeline updates');
  const variables = { ...letVariables(context.command), ...asDocument(statement.c) };
  const collection = findCollection(context, name);
  const collation = collationOf(statement, collection);
  const updater = compileUpdate({ query, update: statement.u, arrayFilters: statement.arrayFilters, multi, variables, collation });
  const found = collection
    ? targets(context.store, collection, {
        filter: query,
        sort: [],
        hint: statement.hint,
        variables,
        collation,
        limit: multi ? 0 : 1,
      })
    : [];
  if (found.length === 0 && statement.upsert === true) {
    const document = insertUpserted(context, collection ?? obtainCollection(context, name), query, updater);
    return { matched: 1, modified: 0, upsertedId: document._id };
  }
  let modified = 0;
  for (const target of found) if (updateFound(context, collection as CollectionState, target, updater).modified) modified++;
  return { matched: found.length, modified };
}

/** Makes the document an upsert found missing. */
export function insertUpserted(
  { store, command }: CommandContext,
  collection: CollectionState,
  query: Document,
  updater: Updater,
): Document {
  const document = upsertedDocument(query, updater);
  checkId(document._id);
  if (command.bypassDocumentValidation !== true) collection.validator?.check(document);
  const bytes = encode(document);
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new MongoError(17420, `Document to upsert is larger than ${MAX_DOCUMENT_BYTES}`);
  store.documents.insert(collection, bytes, document);
  return document;
}

/** Updates one document found; nothing is written when nothing changes. */
export function updateFound(
  { store, command }: CommandContext,
  collection: CollectionState,
  found: Found,
  updater: Updater,
): { bytes: Uint8Array; modified: boolean } {
  const before = decode(found.bytes);
  const after = updater.apply(decode(found.bytes), false);
  const { bytes, changedFields } = spliceDocument(found.bytes, before, after);
  if (changedFields.size === 0) return { bytes: found.bytes, modified: false };
  if (bytes.length > MAX_DOCUMENT_BYTES)
    throw new MongoError(17419, `Resulting document after update is larger than ${MAX_DOCUMENT_BYTES}`);
  if (command.bypassDocumentValidation !== true) collection.validator?.check(after, before);
  store.documents.replace(collection, { key: found.key, bytes: found.bytes, document: before }, bytes, after, changedFields);
  return { bytes, modified: true };
}
