import type { Document } from 'mongodb';
import type { StoreOptions } from '../../src/server.ts';
import { startTestStore } from './test-store.ts';

/** A document of the tests. */
export interface Item extends Document {
  _id: number;
}

/** A store with a collection `items`. */
export async function items(documents: Item[] = [], options: Partial<StoreOptions> = {}) {
  const { db, client } = await startTestStore(options);
  const collection = db.collection<Item>('items');
  if (documents.length > 0) await collection.insertMany(documents);
  return { db, client, collection };
}

/** So many documents `{_id, n}`, `n` the last digit of `_id`. */
export const numbers = (count: number) => Array.from({ length: count }, (_, _id) => ({ _id, n: _id % 10 }));
