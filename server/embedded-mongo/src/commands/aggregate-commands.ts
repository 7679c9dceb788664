import { hostname } from 'node:os';
import type { Document } from 'bson';
import { collatedComparison } from '../aggregation/comparison.ts';
import { parsePipeline } from '../aggregation/pipeline-stages.ts';
import { pipelineScope, runPipeline } from '../aggregation/run-pipeline.ts';
import type { PipelineScope, Stage } from '../aggregation/scope.ts';
import { asDocument, toNumber } from '../bson-codec.ts';
import { type Collation, collationOf } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { type CommandContext, type CommandTable, collectionName, findCollection, letVariables, viewCollation } from './command.ts';
import { answerCursor, cursorBatchSize } from './cursor-answer.ts';

export const AGGREGATE_FIELDS = ['pipeline', 'cursor', 'allowDiskUse', 'collation', 'hint', 'let', 'bypassDocumentValidation', 'explain'];

/** Stages that begin a pipeline of a whole database. */
const DATABASE_SOURCES = ['$documents', '$listLocalSessions'];

export const aggregateCommands: CommandTable = {
  aggregate: { fields: AGGREGATE_FIELDS, run: aggregate },
};

async function aggregate(context: CommandContext): Promise<Document> {
  const { command, database } = context;
  if (asDocument(command.cursor) === undefined)
    throw new MongoError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const name = aggregatedName(context);
  const variables = letVariables(command);
  const collation = aggregationCollation(context, name);
  const settings = { variables: Object.keys(variables), comparison: collatedComparison(collation) };
  const stages = parsePipeline(command.pipeline, settings);
  checkSource(name, stages[0]);
  const namespace = `${database}.${name ?? '$cmd.aggregate'}`;
  const scope = pipelineScope(context.store, database, {
    variables,
    hint: command.hint,
    collation,
    describe: descriptions(context, name),
  });
  return await answerCursor(context, namespace, runPipeline(scope, name, stages), { batchSize: cursorBatchSize(command.cursor) });
}

/** Views and databases compare strings by their bytes; a collection may have its own way. */
function aggregationCollation({ command, store, database }: CommandContext, name: string | undefined): Collation | undefined {
  if (name !== undefined && store.catalog.views.find(database, name)) return viewCollation(command);
  return collationOf(command, name === undefined ? undefined : store.catalog.find(database, name));
}

/** The collection a pipeline reads, `undefined` for the database as a whole, which a client calls 1. */
export function aggregatedName(context: CommandContext): string | undefined {
  return toNumber(context.command.aggregate) === 1 ? undefined : collectionName(context);
}

function checkSource(name: string | undefined, first: Stage | undefined): void {
  const ofDatabase = first !== undefined && DATABASE_SOURCES.includes(first.name);
  if (name === undefined && !ofDatabase)
    throw new MongoError(73, `{aggregate: 1} is not valid for '${first?.name ?? ''}'; a collection is required.`);
  if (name !== undefined && ofDatabase) throw new MongoError(73, `${first.name} must be run with {aggregate: 1}`);
}

/** What the server tells of itself to stages that ask for it. */
function descriptions(context: CommandContext, name: string | undefined): PipelineScope['describe'] {
  return (stage, operand) => {
    if (stage === '$listLocalSessions') return context.sessions.list();
    return [collectionStatistics(context, name as string, operand)];
  };
}

function collectionStatistics(context: CommandContext, name: string, operand: Document): Document {
  const collection = findCollection(context, name);
  if (!collection) throw new MongoError(26, `Collection [${context.database}.${name}] not found.`);
  const { namespace: ns, count, size } = collection;
  const statistics: Document = { ns, host: hostname(), localTime: new Date() };
  if (operand.storageStats) {
    const nindexes = collection.allIndexes.length;
    statistics.storageStats = { size, count, avgObjSize: count === 0 ? 0 : Math.trunc(size / count), storageSize: size, nindexes };
  }
  if (operand.count) statistics.count = count;
  return statistics;
}
