import type { MongoClient } from 'mongodb';
import { checkEvents } from './check-events.ts';
import { Entities } from './entities.ts';
import { match, show } from './match.ts';
import { runOperation } from './operations/run-operation.ts';
import { checkRequirements, type ServerFacts } from './requirements.ts';
import { type CollectionData, Mismatch, NotApplicable, type Operation, type TestCase, type TestFile } from './test-format.ts';

/** The server under test. */
export interface Target {
  url: string;
  /** A client that no case observes: it prepares data and looks at outcomes. */
  internal: MongoClient;
  facts: ServerFacts;
}

/**
 * Runs one case on fresh data.
 *
 * @throws NotApplicable, Mismatch, or whatever the operations throw
 */
export async function runTest(file: TestFile, test: TestCase, target: Target): Promise<void> {
  checkRequirements(file.runOnRequirements, target.facts);
  checkRequirements(test.runOnRequirements, target.facts);
  if (test.skipReason) throw new NotApplicable('skipped by the suite');
  if (test.expectLogMessages) throw new NotApplicable('client-side only: log messages');
  if (test.operations.some(writesItsResults)) throw new NotApplicable('refused by the store: $out and $merge');
  for (const data of file.initialData ?? []) await prepare(target.internal, data);
  const entities = new Entities(target);
  try {
    await entities.create(file.createEntities ?? []);
    for (const operation of test.operations) await runOperation(operation, entities);
    for (const expected of test.expectEvents ?? []) checkEvents(entities.client(expected.client).events, expected, entities);
    for (const data of test.outcome ?? []) await checkOutcome(target.internal, data);
  } finally {
    await entities.close();
  }
}

function writesItsResults({ arguments: given }: Operation): boolean {
  const last = given?.pipeline?.at(-1) ?? {};
  return '$out' in last || '$merge' in last;
}

async function prepare(client: MongoClient, { databaseName, collectionName, documents, createOptions }: CollectionData): Promise<void> {
  const db = client.db(databaseName, { writeConcern: { w: 'majority' } });
  await db.dropCollection(collectionName);
  if (documents.length === 0 || createOptions) await db.createCollection(collectionName, createOptions);
  if (documents.length > 0) await db.collection(collectionName).insertMany(documents);
}

/** The documents left, whole and in order: nothing more is allowed in them. */
async function checkOutcome(client: MongoClient, { databaseName, collectionName, documents }: CollectionData): Promise<void> {
  const found = await client.db(databaseName).collection(collectionName).find().sort({ _id: 1 }).toArray();
  const context = { entity: () => undefined, sessionId: () => undefined };
  match(found, documents, context, `outcome ${collectionName}`, false);
  for (const [index, document] of documents.entries())
    if (Object.keys(document).join() !== Object.keys(found[index] ?? {}).join())
      throw new Mismatch(`outcome ${collectionName}[${index}]: fields in another order: ${show(found[index])}`);
}
