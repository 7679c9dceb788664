import { type Document, MongoBulkWriteError, MongoServerError } from 'mongodb';
import { type MatchContext, match } from './match.ts';
import { Mismatch } from './test-format.ts';

/** Judges an error by everything `expectError` says of it. */
export function checkError(error: Error, expected: Document, context: MatchContext): void {
  const server = error instanceof MongoServerError ? error : undefined;
  const message = error.message.toLowerCase();
  const broken = [
    expected.isClientError !== undefined && (server === undefined) !== expected.isClientError && `isClientError: ${expected.isClientError}`,
    expected.isTimeoutError !== undefined && /Timeout/.test(error.name) !== expected.isTimeoutError && 'a timeout or none',
    expected.errorContains && !message.includes(expected.errorContains.toLowerCase()) && `a message with "${expected.errorContains}"`,
    expected.errorCode !== undefined && server?.code !== expected.errorCode && `code ${expected.errorCode}, not ${server?.code}`,
    expected.errorCodeName && server?.codeName !== expected.errorCodeName && `${expected.errorCodeName}, not ${server?.codeName}`,
    ...brokenLabels(server?.errorLabels ?? [], expected),
  ].filter(Boolean);
  if (broken.length > 0) throw new Mismatch(`expected ${broken.join(' and ')}, got ${error.name}: ${error.message}`);
  if (expected.errorResponse) match(server?.errorResponse, expected.errorResponse, context, 'errorResponse');
  if (expected.expectResult !== undefined) match(partialResult(error), expected.expectResult, context, 'expectResult');
}

function brokenLabels(labels: readonly string[], { errorLabelsContain = [], errorLabelsOmit = [] }: Document): string[] {
  const missing = errorLabelsContain.filter((label: string) => !labels.includes(label));
  const unwanted = errorLabelsOmit.filter((label: string) => labels.includes(label));
  return [...missing.map((label: string) => `the label ${label}`), ...unwanted.map((label: string) => `no label ${label}`)];
}

/** What a bulk write has done before it failed. */
function partialResult(error: Error): Document | undefined {
  if (!(error instanceof MongoBulkWriteError)) return undefined;
  const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds } = error;
  return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds };
}
