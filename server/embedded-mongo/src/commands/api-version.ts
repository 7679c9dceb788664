import type { Document } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';

/** The commands of Stable API version 1, as MongoDB 7.0 lists them. */
const STABLE = new Set([
  'aggregate',
  'collMod',
  'count',
  'create',
  'createIndexes',
  'delete',
  'drop',
  'dropDatabase',
  'dropIndexes',
  'endSessions',
  'explain',
  'find',
  'findAndModify',
  'getMore',
  'hello',
  'insert',
  'killCursors',
  'listCollections',
  'listDatabases',
  'listIndexes',
  'ping',
  'refreshSessions',
  'update',
]);
const UNSTABLE_STAGES = ['$collStats', '$currentOp', '$indexStats', '$listLocalSessions', '$listSessions', '$planCacheStats', '$search'];

/**
 * Holds a command to the version of the Stable API that its client declares.
 *
 * @throws MongoError 322 for another version, 323 for what the version does not have
 */
export function checkApiVersion(name: string, command: Document): void {
  const { apiVersion, apiStrict, apiDeprecationErrors } = command;
  if (apiVersion === undefined) {
    if (apiStrict === undefined && apiDeprecationErrors === undefined) return;
    throw new MongoError(4886600, 'Provided apiStrict and/or apiDeprecationErrors without passing apiVersion');
  }
  if (apiVersion !== '1') throw new MongoError(322, 'API version must be "1"');
  if (apiStrict !== true) return;
  if (!STABLE.has(name)) throw new MongoError(323, `Provided apiStrict:true, but the command ${name} is not in API Version 1.`);
  const stage = name === 'aggregate' && Array.isArray(command.pipeline) ? unstableStage(command.pipeline) : undefined;
  if (stage) throw new MongoError(323, `stage ${stage} is not allowed with 'apiStrict: true' in API Version 1`);
}

function unstableStage(pipeline: unknown[]): string | undefined {
  return pipeline.map((stage) => Object.keys(asDocument(stage) ?? {})[0] ?? '').find((name) => UNSTABLE_STAGES.includes(name));
}
