import type { Document } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { type CommandContext, type CommandTable, checkedDatabase, checkedName } from './command.ts';

export const renameCommands: CommandTable = {
  renameCollection: { fields: ['to', 'dropTarget', 'stayTemp'], adminOnly: true, run: renameCollection },
};

/** Gives a collection another name, also in another database: it is known by a number, and nothing has to be copied. */
async function renameCollection({ command, store }: CommandContext): Promise<Document> {
  const from = namespace(command.renameCollection, 'renameCollection');
  const to = namespace(command.to, 'to');
  if (from.full === to.full) throw new MongoError(20, "Can't rename a collection to itself");
  const { catalog } = store;
  return await store.write(() => {
    if (catalog.views.find(from.database, from.name)) throw new MongoError(166, `cannot rename view: ${from.full}`);
    const collection = catalog.find(from.database, from.name);
    if (!collection) throw new MongoError(26, `Source collection ${from.full} does not exist`);
    if (catalog.views.find(to.database, to.name)) throw new MongoError(48, `a view already exists with that name: ${to.full}`);
    const target = catalog.find(to.database, to.name);
    if (target && !command.dropTarget) throw new MongoError(48, `target namespace exists: ${to.full}`);
    if (target) catalog.drop(target);
    catalog.rename(collection, to.database, to.name);
    return { ok: 1 };
  });
}

interface Namespace {
  database: string;
  name: string;
  full: string;
}

function namespace(value: unknown, field: string): Namespace {
  if (typeof value !== 'string')
    throw new MongoError(14, `BSON field 'renameCollection.${field}' is the wrong type, expected type 'string'`);
  const dot = value.indexOf('.');
  if (dot < 0) throw new MongoError(73, `Invalid namespace specified '${value}'`);
  return { database: checkedDatabase(value.slice(0, dot)), name: checkedName(value.slice(dot + 1)), full: value };
}
