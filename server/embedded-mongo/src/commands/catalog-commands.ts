import { Binary, type Document } from 'bson';
import { asDocument, encode } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { compileFilter } from '../query/filter.ts';
import { refuseCollation } from '../reading/find-documents.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import type { View } from '../storage/view-catalog.ts';
import { createView, validationOptions, viewOptions } from './collection-options.ts';
import { type CommandContext, type CommandTable, collectionName, documentField } from './command.ts';
import { wholeCursor } from './cursor-answer.ts';

/** Options of `create` that change nothing here. */
const HARMLESS = ['autoIndexId', 'idIndex', 'storageEngine', 'indexOptionDefaults', 'flags'];
/** Options that would change what the collection is. */
const REFUSED = [
  'capped',
  'size',
  'max',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'encryptedFields',
];

const ACCEPTED = ['validator', 'validationLevel', 'validationAction', 'viewOn', 'pipeline'];

export const catalogCommands: CommandTable = {
  create: { fields: [...HARMLESS, ...REFUSED, ...ACCEPTED, 'collation'], run: create },
  drop: { fields: [], run: drop },
  dropDatabase: { fields: [], run: dropDatabase },
  listCollections: { fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'], run: listCollections },
  listDatabases: { fields: ['filter', 'nameOnly', 'authorizedDatabases'], run: listDatabases },
};

async function create(context: CommandContext): Promise<Document> {
  const { command, store, database } = context;
  const name = collectionName(context);
  const refused = REFUSED.find((option) => command[option] !== undefined && command[option] !== false && !isEmpty(command[option]));
  if (refused) throw new MongoError(238, `create with '${refused}' is not supported by the embedded store`);
  refuseCollation(command);
  const view = viewOptions(command, { database, name });
  const options = validationOptions(command);
  await store.write(() => {
    if (view) return createView(context, view);
    if (store.catalog.views.find(database, name)) throw new MongoError(48, `Collection ${database}.${name} already exists.`);
    const existing = store.catalog.find(database, name);
    if (!existing) store.catalog.create(database, name, options);
    else if (!encode(existing.options).equals(encode(options)))
      throw new MongoError(48, `Collection ${existing.namespace} already exists.`);
  });
  return { ok: 1 };
}

function isEmpty(value: unknown): boolean {
  const document = asDocument(value);
  return document !== undefined && Object.keys(document).length === 0;
}

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
    const nIndexesWas = collection.indexes.length + 1;
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
  const named = { name: collection.name, type: 'collection' };
  if (nameOnly) return named;
  const uuid = new Binary(collection.uuid, Binary.SUBTYPE_UUID);
  return { ...named, options: collection.options, info: { readOnly: false, uuid }, idIndex: collection.primary.spec };
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
