import type { Document } from 'bson';
import { asDocument, encode } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import { buildIndexes } from '../storage/index-builder.ts';
import { refuseOnTimeSeries } from '../storage/time-series.ts';
import { type CommandContext, type CommandTable, collectionName, findCollection, statements } from './command.ts';
import { answerCursor, cursorBatchSize } from './cursor-answer.ts';
import { checkedIndexSpec, collatedIndexSpec, missingIndexes } from './index-spec.ts';

export const indexCommands: CommandTable = {
  createIndexes: { fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'], run: createIndexes },
  listIndexes: { fields: ['cursor', 'includeBuildUUIDs'], run: listIndexes },
  dropIndexes: { fields: ['index'], run: dropIndexes },
};

async function createIndexes(context: CommandContext): Promise<Document> {
  const { store, database, command } = context;
  const name = collectionName(context);
  const given = statements(command, 'indexes');
  const checked = given.map(checkedIndexSpec);
  return await buildIndexes(store, () => {
    const existing = findCollection(context, name);
    const specs = checked.map((spec, index) => collatedIndexSpec(spec, given[index] as Document, existing?.collation));
    if (specs.some(({ unique, sparse, expireAfterSeconds }) => unique || sparse || expireAfterSeconds !== undefined))
      refuseOnTimeSeries(existing, 72, 'Unique, sparse and TTL indexes are not supported on time-series collections');
    const missing = missingIndexes(existing?.indexes ?? [], specs);
    const collection = existing ?? store.catalog.create(database, name);
    const before = collection.allIndexes.length;
    const result: Document = {
      numIndexesBefore: before,
      numIndexesAfter: before + missing.length,
      createdCollectionAutomatically: !existing,
      ok: 1,
    };
    if (missing.length === 0) result.note = 'all indexes already exist';
    return { collection, specs: missing, result };
  });
}

async function listIndexes(context: CommandContext): Promise<Document> {
  const name = collectionName(context);
  const collection = findCollection(context, name);
  if (!collection) throw new MongoError(26, `ns does not exist: ${context.database}.${name}`);
  const specs = collection.allIndexes.map((index) => encode(index.spec));
  return await answerCursor(context, collection.namespace, specs, { batchSize: cursorBatchSize(context.command.cursor) });
}

async function dropIndexes(context: CommandContext): Promise<Document> {
  const { store, database, command } = context;
  const name = collectionName(context);
  return await store.write(() => {
    const collection = findCollection(context, name);
    if (!collection) throw new MongoError(26, `ns not found ${database}.${name}`);
    const nIndexesWas = collection.allIndexes.length;
    for (const index of chosenIndexes(collection, command.index)) store.catalog.dropIndex(collection, index);
    return { nIndexesWas, ok: 1 };
  });
}

function chosenIndexes(collection: CollectionState, chosen: unknown) {
  const droppable = collection.allIndexes.filter((index) => index !== collection.idIndex);
  if (chosen === '*') return droppable;
  const list = Array.isArray(chosen) ? chosen : [chosen];
  return list.map((one) => {
    const key = asDocument(one) && JSON.stringify(one, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
    const matches = (index: { name: string; spec: Document }) => index.name === one || JSON.stringify(index.spec.key) === key;
    if (collection.idIndex && matches(collection.idIndex)) throw new MongoError(72, 'cannot drop _id index');
    const index = droppable.find(matches);
    if (!index) throw new MongoError(27, key ? `can't find index with key: ${key}` : `index not found with name [${String(one)}]`);
    return index;
  });
}
