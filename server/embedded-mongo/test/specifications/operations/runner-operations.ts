import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Document, EJSON } from 'bson';
import type { ClientSession } from 'mongodb';
import { isExpectedEvent } from '../check-events.ts';
import { Mismatch, NotApplicable } from '../test-format.ts';
import type { Call, OperationTable } from './operation-table.ts';

/** The longest an event is waited for, in milliseconds, as the format says. */
const LONGEST_WAIT = 10_000;

export const runnerOperations: OperationTable = {
  failPoint: (_, { options, entities }: Call) => entities.setFailPoint(options.failPoint),
  createEntities: (_, { options, entities }: Call) => entities.create(options.entities),
  assertCollectionExists: (_, call: Call) => assertCollection(call, true),
  assertCollectionNotExists: (_, call: Call) => assertCollection(call, false),
  assertIndexExists: (_, call: Call) => assertIndex(call, true),
  assertIndexNotExists: (_, call: Call) => assertIndex(call, false),
  assertSessionDirty: (_, call: Call) => assertDirty(call, true),
  assertSessionNotDirty: (_, call: Call) => assertDirty(call, false),
  assertSameLsidOnLastTwoCommands: (_, call: Call) => assertSameSession(call, true),
  assertDifferentLsidOnLastTwoCommands: (_, call: Call) => assertSameSession(call, false),
  assertNumberConnectionsCheckedOut: (_, { options, entities }: Call) => {
    const { checkedOut } = entities.client(options.client);
    if (checkedOut !== options.connections) throw new Mismatch(`${checkedOut} connections checked out, expected ${options.connections}`);
  },
  waitForEvent: async (_, call: Call) => {
    const { count } = call.options;
    await until(() => eventCount(call) >= count, `fewer than ${count} events ${JSON.stringify(call.options.event)}`);
  },
  assertEventCount: (_, call: Call) => {
    if (eventCount(call) !== call.options.count) throw new Mismatch(`${eventCount(call)} events, expected ${call.options.count}`);
  },
  wait: (_, { options }: Call) => wait(options.ms),
  targetedFailPoint: () => {
    throw new NotApplicable('topology');
  },
};

async function until(condition: () => boolean, complaint: string): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT;
  while (!condition()) {
    if (Date.now() > deadline) throw new Mismatch(complaint);
    await wait(10);
  }
}

function eventCount({ options, entities }: Call): number {
  return entities.client(options.client).events.filter((seen) => isExpectedEvent(seen, options.event, entities)).length;
}

async function assertCollection({ options, entities }: Call, expected: boolean): Promise<void> {
  const { databaseName, collectionName } = options;
  const found = await entities.internal.db(databaseName).listCollections({ name: collectionName }).toArray();
  if (found.length > 0 !== expected) throw new Mismatch(`collection ${collectionName} ${expected ? 'is missing' : 'is there'}`);
}

async function assertIndex({ options, entities }: Call, expected: boolean): Promise<void> {
  const { databaseName, collectionName, indexName } = options;
  const collections = await entities.internal.db(databaseName).listCollections({ name: collectionName }).toArray();
  const indexes = collections.length > 0 ? await entities.internal.db(databaseName).collection(collectionName).indexes() : [];
  if (indexes.some(({ name }) => name === indexName) !== expected)
    throw new Mismatch(`index ${indexName} ${expected ? 'is missing' : 'is there'}`);
}

function assertDirty({ options }: Call, expected: boolean): void {
  const session = options.session as ClientSession;
  if (session.serverSession?.isDirty !== expected) throw new Mismatch(`the session should ${expected ? '' : 'not '}be dirty`);
}

function assertSameSession({ options, entities }: Call, expected: boolean): void {
  const last = entities.client(options.client).started.slice(-2);
  const [first, second] = last.map(({ event }) => EJSON.stringify((event.command as Document).lsid));
  if (last.length < 2 || isDeepStrictEqual(first, second) !== expected)
    throw new Mismatch(`the last two commands should ${expected ? '' : 'not '}have the same session`);
}
