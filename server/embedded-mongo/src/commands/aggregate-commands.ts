import type { Document } from 'bson';
import type { PipelineScope } from '../aggregation/pipeline-scope.ts';
import { parsePipeline, type Stage } from '../aggregation/pipeline-stages.ts';
import { runPipeline } from '../aggregation/run-pipeline.ts';
import { asDocument, encode } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { refuseCollation } from '../reading/find-documents.ts';
import { type CommandContext, type CommandTable, collectionName, findCollection } from './command.ts';
import { answerCursor, cursorBatchSize } from './cursor-answer.ts';

export const AGGREGATE_FIELDS = ['pipeline', 'cursor', 'allowDiskUse', 'collation', 'hint', 'let', 'bypassDocumentValidation', 'explain'];

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
  const first = stages[0];
  if (name === undefined && first?.name !== '$documents')
    throw new MongoError(73, '{aggregate: 1} is not valid for this pipeline: it must begin with $documents');
  if (first?.name === '$collStats') return [encode(collectionStatistics(context, name as string))];
  const scope: PipelineScope = { store, database, variables: asDocument(command.let) ?? {}, hint: command.hint };
  return runPipeline(scope, name, stages);
}

function collectionStatistics(context: CommandContext, name: string): Document {
  const collection = findCollection(context, name);
  if (!collection) throw new MongoError(26, `Collection [${context.database}.${name}] not found.`);
  const { namespace: ns, count, size } = collection;
  return { ns, localTime: new Date(), count, storageStats: { count, size, storageSize: size, nindexes: collection.allIndexes.length } };
}
