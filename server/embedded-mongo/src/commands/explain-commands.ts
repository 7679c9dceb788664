import type { Document } from 'bson';
import { splitHead } from '../aggregation/optimize-pipeline.ts';
import { parsePipeline } from '../aggregation/pipeline-stages.ts';
import { viewPipeline } from '../aggregation/query-view.ts';
import { asDocument } from '../bson-codec.ts';
import { collationOf } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { choosePlan } from '../planner/choose-plan.ts';
import type { ScanStats } from '../planner/execute-plan.ts';
import type { Plan } from '../planner/plan.ts';
import { parseSort } from '../query/sort.ts';
import { findDocuments, type Query } from '../reading/find-documents.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import type { Store } from '../storage/store.ts';
import { type CommandContext, type CommandTable, checkedName } from './command.ts';
import { findQuery } from './find-commands.ts';

export const explainCommands: CommandTable = {
  explain: { fields: ['verbosity'], run: explain },
};

/** Tells how a query would be answered; beyond the plan alone it is run, and what it read is counted. */
function explain({ command, store, database }: CommandContext): Document {
  const explained = asDocument(command.explain);
  if (!explained) throw new MongoError(14, 'explain command requires a nested object');
  const named = checkedName(String(Object.values(explained)[0]));
  const { name, query } = resolved(store, database, named, explainedQuery(explained, store.catalog.find(database, named)));
  const collection = store.catalog.find(database, name);
  const answer: Document = {
    explainVersion: '1',
    queryPlanner: { namespace: `${database}.${name}`, winningPlan: { stage: 'EOF' }, rejectedPlans: [] },
    command: explained,
  };
  if (collection) {
    const plan = choosePlan(collection, { ...query, wanted: query.limit || undefined }, (index) => store.scanSource(index));
    answer.queryPlanner.winningPlan = describePlan(plan, query);
    if (command.verbosity !== 'queryPlanner') {
      const stats: ScanStats = { keys: 0, documents: 0 };
      const started = Date.now();
      let nReturned = 0;
      for (const item of findDocuments(store, collection, query, stats)) if (item) nReturned++;
      answer.executionStats = {
        executionSuccess: true,
        nReturned,
        executionTimeMillis: Date.now() - started,
        totalKeysExamined: plan.index.primary ? 0 : stats.keys,
        totalDocsExamined: stats.documents,
      };
    }
  }
  return { ...answer, serverInfo: { version: '7.0.0' }, ok: 1 };
}

/** A query of a view is explained by the query of the collection below that its pipeline begins with. */
function resolved(store: Store, database: string, name: string, query: Query): { name: string; query: Query } {
  if (!store.catalog.views.find(database, name)) return { name, query };
  const pipeline = viewPipeline(store, database, name, query);
  const { filter, sort, skip, limit } = splitHead(pipeline.stages);
  return { name: pipeline.name, query: { ...query, filter, sort: parseSort(sort), skip, limit } };
}

function explainedQuery(explained: Document, collection: CollectionState | undefined): Query {
  const collation = collationOf(explained, collection);
  switch (Object.keys(explained)[0]) {
    case 'find':
      return findQuery(explained, collection);
    case 'aggregate': {
      const { filter, sort, skip, limit } = splitHead(parsePipeline(explained.pipeline));
      return { filter, sort: parseSort(sort), skip, limit, hint: explained.hint, collation };
    }
    case 'count':
    case 'distinct':
      return { filter: asDocument(explained.query) ?? {}, sort: [], hint: explained.hint, collation };
    case 'findAndModify':
    case 'findandmodify':
      return { filter: asDocument(explained.query) ?? {}, sort: parseSort(explained.sort), limit: 1, hint: explained.hint, collation };
    case 'update':
    case 'delete': {
      const [first] = (explained.updates ?? explained.deletes ?? []) as Document[];
      return { filter: asDocument(first?.q) ?? {}, sort: [], hint: first?.hint, collation: collationOf(first ?? {}, collection) };
    }
  }
  throw new MongoError(59, `Explain failed due to unknown command: ${Object.keys(explained)[0]}`);
}

function describePlan(plan: Plan, { sort }: Query): Document {
  const { index } = plan;
  const direction = plan.backward ? 'backward' : 'forward';
  const scan: Document = plan.collectionScan
    ? { stage: 'COLLSCAN', direction }
    : {
        stage: 'FETCH',
        ...(plan.residual ? { filtered: true } : {}),
        inputStage: {
          stage: 'IXSCAN',
          indexName: index.name,
          keyPattern: index.spec.key,
          isMultiKey: index.multikey.includes(true),
          direction,
          ranges: plan.ranges.length,
          merged: plan.merge,
          intersected: plan.intersected.length,
        },
      };
  return plan.sorted || sort.length === 0
    ? scan
    : { stage: 'SORT', sortPattern: Object.fromEntries(sort.map(({ path, direction }) => [path, direction])), inputStage: scan };
}
