import type { Collection, Document } from 'mongodb';
import { NotApplicable } from '../test-format.ts';
import type { Call, OperationTable } from './operation-table.ts';

/** The driver writes what the format writes in capitals in small letters. */
function lowerCase(options: Document): Document {
  const { returnDocument, ...rest } = options;
  return returnDocument ? { ...rest, returnDocument: returnDocument.toLowerCase() } : rest;
}

/** The driver answers null where nothing was upserted, and the format nothing. */
function withoutNull<T extends Document>(result: T): T {
  return Object.fromEntries(Object.entries(result).filter(([name, value]) => name !== 'upsertedId' || value !== null)) as T;
}

export const collectionOperations: OperationTable = {
  insertOne: (collection: Collection, { options: { document, ...options } }: Call) => collection.insertOne(document, options),
  insertMany: (collection: Collection, { options: { documents, ...options } }: Call) => collection.insertMany(documents, options),
  updateOne: async (collection: Collection, { options: { filter, update, ...options } }: Call) =>
    withoutNull(await collection.updateOne(filter, update, options)),
  updateMany: async (collection: Collection, { options: { filter, update, ...options } }: Call) =>
    withoutNull(await collection.updateMany(filter, update, options)),
  replaceOne: async (collection: Collection, { options: { filter, replacement, ...options } }: Call) =>
    withoutNull((await collection.replaceOne(filter, replacement, options)) as Document),
  deleteOne: (collection: Collection, { options: { filter, ...options } }: Call) => collection.deleteOne(filter, options),
  deleteMany: (collection: Collection, { options: { filter, ...options } }: Call) => collection.deleteMany(filter, options),
  bulkWrite,
  find: (collection: Collection, { options: { filter, ...options } }: Call) => collection.find(filter, options).toArray(),
  findOne: (collection: Collection, { options: { filter, ...options } }: Call) => collection.findOne(filter, options),
  findOneAndUpdate: (collection: Collection, { options: { filter, update, ...options } }: Call) =>
    collection.findOneAndUpdate(filter, update, lowerCase(options)),
  findOneAndReplace: (collection: Collection, { options: { filter, replacement, ...options } }: Call) =>
    collection.findOneAndReplace(filter, replacement, lowerCase(options)),
  findOneAndDelete: (collection: Collection, { options: { filter, ...options } }: Call) => collection.findOneAndDelete(filter, options),
  aggregate: (collection: Collection, { options: { pipeline, ...options } }: Call) => collection.aggregate(pipeline, options).toArray(),
  countDocuments: (collection: Collection, { options: { filter, ...options } }: Call) => collection.countDocuments(filter, options),
  count,
  estimatedDocumentCount: (collection: Collection, { options }: Call) => collection.estimatedDocumentCount(options),
  distinct: (collection: Collection, { options: { fieldName, filter, ...options } }: Call) =>
    collection.distinct(fieldName, filter, options),
  createIndex: (collection: Collection, { options: { keys, ...options } }: Call) => collection.createIndex(keys, options),
  dropIndex: (collection: Collection, { options: { name, ...options } }: Call) => collection.dropIndex(name, options),
  dropIndexes: (collection: Collection, { options }: Call) => collection.dropIndexes(options),
  listIndexes: (collection: Collection, { options }: Call) => collection.listIndexes(options).toArray(),
  listIndexNames: async (collection: Collection, { options }: Call) =>
    (await collection.listIndexes(options).toArray()).map(({ name }) => name),
  rename: (collection: Collection, { options: { to, ...options } }: Call) => collection.rename(to, options),
  drop: (collection: Collection, { options }: Call) => collection.drop(options),
  createFindCursor: async (collection: Collection, { options: { filter, ...options } }: Call) =>
    await opened(collection.find(filter, options)),
  createChangeStream: () => {
    throw new NotApplicable('change streams');
  },
  createSearchIndex: (collection: Collection, { options: { model } }: Call) => collection.createSearchIndex(model),
  createSearchIndexes: (collection: Collection, { options: { models } }: Call) => collection.createSearchIndexes(models),
  dropSearchIndex: (collection: Collection, { options: { name } }: Call) => collection.dropSearchIndex(name),
  updateSearchIndex: (collection: Collection, { options: { name, definition } }: Call) => collection.updateSearchIndex(name, definition),
  listSearchIndexes: (collection: Collection, { options: { name, aggregationOptions } }: Call) =>
    collection.listSearchIndexes(name, aggregationOptions).toArray(),
};

/** The driver's method is gone, the command is not. */
async function count(collection: Collection, { entities, options: { filter, ...options } }: Call): Promise<number> {
  const { dbName, collectionName } = collection;
  const { n } = await entities.internal.db(dbName).command({ count: collectionName, query: filter, ...options });
  return n;
}

async function bulkWrite(collection: Collection, { options: { requests, ...options } }: Call): Promise<Document> {
  const result = await collection.bulkWrite(requests, options);
  const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds } = result;
  return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds };
}

/** A cursor of the format is one that has already asked its server. */
export async function opened<T extends { hasNext(): Promise<boolean> }>(cursor: T): Promise<T> {
  await cursor.hasNext();
  return cursor;
}
