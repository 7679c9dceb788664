import type { Query } from '../reading/find-documents.ts';
import type { Store } from '../storage/store.ts';
import { parsePipeline } from './pipeline-stages.ts';
import { pipelineScope, resolved, runPipeline } from './run-pipeline.ts';
import type { Stage } from './scope.ts';

/** What a query finds in a view. */
export function queryView(
  { store, database, hint }: { store: Store; database: string; hint?: unknown },
  name: string,
  query: Query,
): Iterable<Uint8Array | undefined> {
  const variables = query.variables ?? {};
  return runPipeline(pipelineScope(store, database, { variables, hint }), name, stagesOf(query));
}

/** A query of a view as the pipeline it runs: the view's own, going on with the stages that mean the same. */
export function viewPipeline(store: Store, database: string, name: string, query: Query): { name: string; stages: readonly Stage[] } {
  const { collection, pipeline } = resolved({ store, database }, name, stagesOf(query));
  return { name: collection as string, stages: pipeline };
}

function stagesOf({ filter, sort, skip, limit, variables = {} }: Query): Stage[] {
  const stages: unknown[] = [{ $match: filter }];
  if (sort.length > 0) stages.push({ $sort: Object.fromEntries(sort.map(({ path, direction }) => [path, direction])) });
  if (skip) stages.push({ $skip: skip });
  if (limit) stages.push({ $limit: limit });
  return parsePipeline(stages, { variables: Object.keys(variables) });
}
