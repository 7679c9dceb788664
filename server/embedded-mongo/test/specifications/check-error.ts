import { type Document, MongoBulkWriteError, MongoServerError } from 'mongodb';
import type { MatchContext } from './match.ts';
import { match } from './match.ts';
import { Mismatch } from './test-format.ts';

/** Judges an error by everything `expectError` says of it. */
export function checkError(error: Error, expected: Document, context: MatchContext): void {
  const fail = (message: string): never => {
    throw new Mismatch(`${message}, got ${error.name}: ${error.message}`);
  };
  const server = error instanceof MongoServerError ? error : undefined;
  if (expected.isClientError !== undefined && (server === undefined) !== expected.isClientError)
    fail(expected.isClientError ? 'expected an error of the client' : 'expected an error of the server');
  if (expected.isTimeoutError !== undefined && /Timeout/.test(error.name) !== expected.isTimeoutError) fail('expected a timeout or none');
  if (expected.errorContains && !error.message.toLowerCase().includes(expected.errorContains.toLowerCase()))
    fail(`expected a message with "${expected.errorContains}"`);
  if (expected.errorCode !== undefined && server?.code !== expected.errorCode) fail(`expected code ${expected.errorCode} not ${server?.code}`);
  if (expected.errorCodeName && server?.codeName !== expected.errorCodeName) fail(`expected ${expected.errorCodeName}, not ${server?.codeName}`);
  const labels = server?.errorLabels ?? [];
  for (const label of expected.errorLabelsContain ?? []) if (!labels.includes(label)) fail(`expected the label ${label}`);
  for (const label of expected.errorLabelsOmit ?? []) if (labels.includes(label)) fail(`did not expect the label ${label}`);
  if (expected.errorResponse) match(server?.errorResponse, expected.errorResponse, context, 'errorResponse');
  if (expected.expectResult !== undefined) match(partialResult(error), expected.expectResult, context, 'expectResult');
}

/** What a bulk write has done before it failed. */
function partialResult(error: Error): Document | undefined {
  if (!(error instanceof MongoBulkWriteError)) return undefined;
  const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds } = error;
  return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds };
}
