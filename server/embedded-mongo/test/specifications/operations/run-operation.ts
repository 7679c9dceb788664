import { AbstractCursor, ClientSession, Collection, Db, type Document, GridFSBucket } from 'mongodb';
import { checkError } from '../check-error.ts';
import type { Entities } from '../entities.ts';
import { match } from '../match.ts';
import { ObservedClient } from '../observed-client.ts';
import { Mismatch, NotApplicable, type Operation } from '../test-format.ts';
import { bucketOperations } from './bucket-operations.ts';
import { clientOperations } from './client-operations.ts';
import { collectionOperations } from './collection-operations.ts';
import { cursorOperations } from './cursor-operations.ts';
import { databaseOperations } from './database-operations.ts';
import type { OperationTable } from './operation-table.ts';
import { runnerOperations } from './runner-operations.ts';
import { sessionOperations } from './session-operations.ts';

/**
 * Runs one operation and judges its result or its error.
 *
 * @throws Mismatch when it is not what the case expects, NotApplicable when this driver cannot do it
 */
export async function runOperation(operation: Operation, entities: Entities): Promise<void> {
  const target = operation.object === 'testRunner' ? undefined : entities.get(operation.object);
  const perform = tableFor(target)[operation.name];
  if (!perform) throw new NotApplicable(`operation ${operation.name}`);
  const run = async (operations: readonly Operation[]) => {
    for (const inner of operations) await runOperation(inner, entities);
  };
  let result: unknown;
  try {
    result = await perform(target, { options: withEntities(operation.arguments ?? {}, entities), entities, operation, run });
  } catch (error) {
    if (error instanceof NotApplicable || error instanceof Mismatch || operation.object === 'testRunner') throw error;
    if (operation.ignoreResultAndError) return;
    if (!operation.expectError) throw error;
    return checkError(error as Error, operation.expectError, entities);
  }
  if (operation.expectError) throw new Mismatch(`${operation.name}: expected an error, got a result`);
  if ('expectResult' in operation && !operation.ignoreResultAndError) match(result, operation.expectResult, entities);
  if (operation.saveResultAsEntity) entities.save(operation.saveResultAsEntity, result);
}

function tableFor(target: unknown): OperationTable {
  if (target === undefined) return runnerOperations;
  if (target instanceof ObservedClient) return clientOperations;
  if (target instanceof Db) return databaseOperations;
  if (target instanceof Collection) return collectionOperations;
  if (target instanceof GridFSBucket) return bucketOperations;
  if (target instanceof ClientSession) return sessionOperations;
  if (target instanceof AbstractCursor) return cursorOperations;
  throw new Error('an operation on an object of no kind known');
}

/** Sessions are given by their names. */
function withEntities(given: Document, entities: Entities): Document {
  return typeof given.session === 'string' ? { ...given, session: entities.get(given.session) } : given;
}
