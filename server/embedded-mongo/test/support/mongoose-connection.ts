import mongoose, { type Connection } from 'mongoose';
import { onTestFinished } from 'vitest';
import { startTestStore } from './test-store.ts';

/** A connection of mongoose to a new store, closed with the test. */
export async function mongooseConnection(): Promise<Connection> {
  const { url } = await startTestStore();
  const connection = await mongoose.createConnection(`${url}/test`, { serverSelectionTimeoutMS: 5000 }).asPromise();
  onTestFinished(() => connection.close());
  return connection;
}
