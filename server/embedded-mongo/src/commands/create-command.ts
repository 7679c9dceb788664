import type { Document } from 'bson';
import { encode } from '../bson-codec.ts';
import { parseCollation } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { COLLECTION_FIELDS, collectionOptions } from './collection-options.ts';
import { type CommandContext, collectionName } from './command.ts';
import { createView, viewOptions } from './view-options.ts';

export const CREATE_FIELDS = [...COLLECTION_FIELDS, 'viewOn', 'pipeline', 'collation'];

/** Makes a collection or a view; the same again changes nothing. */
export async function create(context: CommandContext): Promise<Document> {
  const { command, store, database } = context;
  const name = collectionName(context);
  const collation = parseCollation(command.collation);
  const view = viewOptions(command, { database, name });
  if (view && collation) throw new MongoError(238, 'the embedded store has no views with a collation');
  const options = { ...collectionOptions(command), ...(collation ? { collation: collation.spec } : {}) };
  await store.write(() => {
    if (view) return createView(context, view);
    const existing = store.catalog.find(database, name);
    if (store.catalog.views.find(database, name) || (existing && !encode(existing.options).equals(encode(options))))
      throw new MongoError(48, `Collection ${database}.${name} already exists.`);
    if (!existing) store.catalog.create(database, name, options);
  });
  return { ok: 1 };
}
