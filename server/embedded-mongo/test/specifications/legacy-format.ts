import type { Document } from 'mongodb';
import type { CollectionData, Operation, TestCase, TestFile } from './test-format.ts';

/**
 * The formats from before the unified one: tests with an `operation`, or with `operations`, beside their `data`. Those that
 * look at the ends of commands too are left out: the suite they are of says the same in the unified format.
 */
export function isLegacy(content: Document): boolean {
  return (
    Array.isArray(content.tests) &&
    content.data !== undefined &&
    content.tests.every((test: Document) => test.operation ?? test.operations) &&
    !content.tests.some(({ expectations }: Document) => expectations?.some((event: Document) => !event.command_started_event))
  );
}

/** The same cases in the unified format. */
export function translateLegacy(content: Document, description: string): TestFile {
  const databaseName = content.database_name ?? 'crud-v1';
  const collectionName = content.collection_name ?? 'test';
  const { minServerVersion, maxServerVersion } = content;
  const data: Record<string, Document[]> = Array.isArray(content.data) ? { [collectionName]: content.data } : content.data;
  return {
    description,
    schemaVersion: '1.0',
    runOnRequirements: content.runOn?.map(({ topology, ...rest }: Document) => ({
      ...rest,
      ...(topology ? { topologies: topology } : {}),
    })) ?? [{ ...(minServerVersion ? { minServerVersion } : {}), ...(maxServerVersion ? { maxServerVersion } : {}) }],
    initialData: Object.entries(data).map(([name, documents]) => ({ databaseName, collectionName: name, documents })),
    tests: content.tests.map((test: Document) => translateTest(test, { databaseName, collectionName })),
  };
}

/** Every test of the old formats has two sessions at hand. */
const SESSIONS = [0, 1].map((number) => ({ session: { id: `session${number}`, client: 'client' } }));

type Names = Pick<CollectionData, 'databaseName' | 'collectionName'>;

function translateTest(test: Document, names: Names): TestCase {
  const client = { id: 'client', uriOptions: test.clientOptions, observeEvents: ['commandStartedEvent'] };
  const operations: Document[] = test.operations ?? [{ ...test.operation, result: test.outcome?.result, error: test.outcome?.error }];
  const failPoint: Operation = { name: 'failPoint', object: 'testRunner', arguments: { client: 'client', failPoint: test.failPoint } };
  const entities = operations.flatMap((operation, index) => entitiesOf(operation, index, names));
  return {
    description: test.description,
    ...(test.skipReason ? { skipReason: test.skipReason } : {}),
    operations: [
      { name: 'createEntities', object: 'testRunner', arguments: { entities: [{ client }, ...SESSIONS, ...entities] } },
      ...(test.failPoint ? [failPoint] : []),
      ...operations.map(translateOperation),
    ],
    ...(test.expectations ? { expectEvents: [{ client: 'client', events: test.expectations.map(translateEvent) }] } : {}),
    ...translateOutcome(test.outcome?.collection, names),
  };
}

/** Each operation may ask for options of its own on the object it works on. */
function entitiesOf({ databaseOptions, collectionOptions }: Document, index: number, { databaseName, collectionName }: Names): Document[] {
  const database = `database${index}`;
  return [
    { database: { id: database, client: 'client', databaseName, databaseOptions } },
    { collection: { id: `collection${index}`, database, collectionName, collectionOptions } },
    { bucket: { id: `gridfsbucket${index}`, database } },
  ];
}

function translateOperation(operation: Document, index: number): Operation {
  const { name, object = 'collection', result, error } = operation;
  const given = operation.arguments ?? {};
  const { requests, options, keys, ...rest } = given;
  const expected =
    error || result?.errorContains
      ? { isError: true, ...(result?.errorContains ? { errorContains: result.errorContains } : {}) }
      : undefined;
  return {
    name: name === 'download_by_name' ? 'downloadByName' : name,
    object: /^(client|testRunner|session\d)$/.test(object) ? object : `${object}${index}`,
    arguments: {
      ...(object === 'testRunner' ? { client: 'client' } : {}),
      ...rest,
      ...options,
      ...(keys ? { keys } : {}),
      ...(requests ? { requests: requests.map(translateRequest) } : {}),
    },
    ...(expected ? { expectError: { ...expected, ...(result && !result.errorContains ? { expectResult: result } : {}) } } : {}),
    ...(!expected && result !== undefined ? { expectResult: result } : {}),
  };
}

function translateRequest({ name, arguments: given }: Document): Document {
  return { [name]: given };
}

function translateEvent({ command_started_event: event }: Document): Document {
  const { command, database_name: databaseName } = event;
  return { commandStartedEvent: { command: withOperators(command), ...(databaseName ? { databaseName } : {}) } };
}

/** In the old formats null stands for a field that must not be there, and 42 for any value. */
function withOperators(command: Document): Document {
  const translate = (value: unknown) =>
    value === null ? { $$exists: false } : value === 42 || value === '42' ? { $$exists: true } : value;
  const session = (name: string, value: unknown) => (name === 'lsid' ? { $$sessionLsid: value } : translate(value));
  return Object.fromEntries(Object.entries(command).map(([name, value]) => [name, session(name, value)]));
}

function translateOutcome(collection: Document | undefined, { databaseName, collectionName }: Names): { outcome?: CollectionData[] } {
  return collection ? { outcome: [{ databaseName, collectionName: collection.name ?? collectionName, documents: collection.data }] } : {};
}
