import type { Document } from 'bson';
import { encode } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { refuseCollation } from '../reading/find-documents.ts';
import { COLLECTION_FIELDS, collectionOptions } from './collection-options.ts';
import { type CommandContext, collectionName } from './command.ts';
import { createView, viewOptions } from './view-options.ts';

export const CREATE_FIELDS = [...COLLECTION_FIELDS, 'viewOn', 'pipeline', 'collation'];

/** Makes a collection or a view; the same again changes nothing. */
export async function create(context: CommandContext): Promise<Document> {
  const { command, store, database } = context;
  const name = collectionName(context);
  refuseCollation(command);
  const view = viewOptions(command, { database, name });
  const options = collectionOptions(command);
  await store.write(() => {
    if (view) return createView(context, view);
    const existing = store.catalog.find(database, name);
    if (store.catalog.views.find(database, name) || (existing && !encode(existing.options).equals(encode(options))))
      throw new MongoError(48, `Collection ${database}.${name} already exists.`);
    if (!existing) store.catalog.create(database, name, options);
  });
  return { ok: 1 };
}
