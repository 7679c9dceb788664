import { Binary, type Document } from 'bson';
import { compileFilter } from '../query/filter.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import type { View } from '../storage/view-catalog.ts';
import { type CommandContext, type CommandTable, collectionName, documentField } from './command.ts';
import { CREATE_FIELDS, create } from './create-command.ts';
import { wholeCursor } from './cursor-answer.ts';

export const catalogCommands: CommandTable = {
  create: { fields: CREATE_FIELDS, run: create },
  drop: { fields: [], run: drop },
  dropDatabase: { fields: [], run: dropDatabase },
  listCollections: { fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'], run: listCollections },
  listDatabases: { fields: ['filter', 'nameOnly', 'authorizedDatabases'], adminOnly: true, run: listDatabases },
};

async function drop(context: CommandContext): Promise<Document> {
  const name = collectionName(context);
  const { store, database } = context;
  return await store.write(() => {
    const view = store.catalog.views.find(database, name);
    if (view) {
      store.catalog.views.drop(view);
      return { ns: `${database}.${name}`, ok: 1 };
    }
    const collection = store.catalog.find(database, name);
    if (!collection) return { ok: 1 };
    const nIndexesWas = collection.allIndexes.length;
    store.catalog.drop(collection);
    return { nIndexesWas, ns: collection.namespace, ok: 1 };
  });
}

async function dropDatabase({ store, database }: CommandContext): Promise<Document> {
  return await store.write(() => {
    const collections = store.catalog.list(database);
    const views = store.catalog.views.list(database);
    for (const collection of collections) store.catalog.drop(collection);
    for (const view of views) store.catalog.views.drop(view);
    return { ...(collections.length + views.length > 0 ? { dropped: database } : {}), ok: 1 };
  });
}

function listCollections({ command, store, database }: CommandContext): Document {
  const filter = compileFilter(documentField(command, 'filter') ?? {});
  const nameOnly = command.nameOnly === true;
  const all = [
    ...store.catalog.list(database).map((collection) => describe(collection, nameOnly)),
    ...store.catalog.views.list(database).map((view) => describeView(view, nameOnly)),
  ];
  all.sort((a, b) => (a.name < b.name ? -1 : 1));
  return wholeCursor(`${database}.$cmd.listCollections`, all.filter(filter));
}

function describe(collection: CollectionState, nameOnly: boolean): Document {
  const { timeseries, clusteredIndex } = collection.options;
  const named = { name: collection.name, type: timeseries ? 'timeseries' : 'collection' };
  if (nameOnly) return named;
  const uuid = new Binary(collection.uuid, Binary.SUBTYPE_UUID);
  const idIndex = clusteredIndex ? undefined : collection.idIndex;
  return { ...named, options: collection.options, info: { readOnly: false, uuid }, ...(idIndex ? { idIndex: idIndex.spec } : {}) };
}

function describeView({ name, viewOn, pipeline }: View, nameOnly: boolean): Document {
  const named = { name, type: 'view' };
  return nameOnly ? named : { ...named, options: { viewOn, pipeline }, info: { readOnly: true } };
}

function listDatabases({ command, store }: CommandContext): Document {
  const filter = compileFilter(documentField(command, 'filter') ?? {});
  const sizes = new Map<string, number>();
  for (const { database, size } of store.catalog.list()) sizes.set(database, (sizes.get(database) ?? 0) + size);
  const all = [...sizes].sort().map(([name, size]) => (command.nameOnly === true ? { name } : { name, sizeOnDisk: size, empty: false }));
  const databases = all.filter(filter);
  if (command.nameOnly === true) return { databases, ok: 1 };
  return { databases, totalSize: databases.reduce((sum, entry) => sum + ((entry as Document).sizeOnDisk as number), 0), ok: 1 };
}
