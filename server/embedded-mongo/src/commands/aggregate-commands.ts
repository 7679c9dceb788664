import type { Document } from 'bson';
import type { PipelineScope } from '../aggregation/pipeline-scope.ts';
import { parsePipeline, type Stage } from '../aggregation/pipeline-stages.ts';
import { runPipeline } from '../aggregation/run-pipeline.ts';
import { asDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { refuseCollation } from '../reading/find-documents.ts';
import { type CommandContext, type CommandTable, collectionName, findCollection } from './command.ts';
import { answerCursor, cursorBatchSize } from './cursor-answer.ts';

export const AGGREGATE_FIELDS = ['pipeline', 'cursor', 'allowDiskUse', 'collation', 'hint', 'let', 'bypassDocumentValidation', 'explain'];

/** Stages that begin a pipeline of a whole database. */
const DATABASE_SOURCES = ['$documents', '$listLocalSessions'];

export const aggregateCommands: CommandTable = {
  aggregate: { fields: AGGREGATE_FIELDS, run: aggregate },
};

async function aggregate(context: CommandContext): Promise<Document> {
  const { command, database } = context;
  refuseCollation(command);
  if (asDocument(command.cursor) === undefined)
    throw new MongoError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const stages = parsePipeline(command.pipeline);
  const name = command.aggregate === 1 ? undefined : collectionName(context);
  const namespace = `${database}.${name ?? '$cmd.aggregate'}`;
  return await answerCursor(context, namespace, documentsOf(context, name, stages), { batchSize: cursorBatchSize(command.cursor) });
}

function documentsOf(context: CommandContext, name: string | undefined, stages: Stage[]): Iterable<Uint8Array | undefined> {
  const { command, store, database } = context;
  const [first, ...rest] = stages;
  if (name === undefined && !DATABASE_SOURCES.includes(first?.name ?? ''))
    throw new MongoError(73, `{aggregate: 1} is not valid for '${first?.name ?? ''}'; a collection is required.`);
  const scope: PipelineScope = { store, database, variables: asDocument(command.let) ?? {}, hint: command.hint };
  const described = describedDocuments(context, name, first);
  return described
    ? runPipeline(scope, undefined, [{ name: '$documents', operand: described }, ...rest])
    : runPipeline(scope, name, stages);
}

/** The documents of a first stage that tells of the server itself. */
function describedDocuments(context: CommandContext, name: string | undefined, first: Stage | undefined): Document[] | undefined {
  if (first?.name === '$listLocalSessions') return context.sessions.list();
  if (first?.name === '$collStats' && name !== undefined) return [collectionStatistics(context, name)];
  return undefined;
}

function collectionStatistics(context: CommandContext, name: string): Document {
  const collection = findCollection(context, name);
  if (!collection) throw new MongoError(26, `Collection [${context.database}.${name}] not found.`);
  const { namespace: ns, count, size } = collection;
  return { ns, localTime: new Date(), count, storageStats: { count, size, storageSize: size, nindexes: collection.allIndexes.length } };
}
