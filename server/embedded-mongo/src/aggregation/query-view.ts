import type { Query } from '../reading/find-documents.ts';
import type { Store } from '../storage/store.ts';
import type { PipelineScope } from './pipeline-scope.ts';
import { parsePipeline, type Stage } from './pipeline-stages.ts';
import { runPipeline } from './run-pipeline.ts';

/** What a query finds in a view. */
export function queryView(scope: Omit<PipelineScope, 'variables'>, name: string, query: Query): Iterable<Uint8Array | undefined> {
  return runPipeline({ ...scope, variables: query.variables ?? {} }, name, stagesOf(query));
}

/** A query of a view as the pipeline it runs: the view's own, going on with the stages that mean the same. */
export function viewPipeline({ catalog }: Store, database: string, name: string, query: Query): { name: string; stages: Stage[] } {
  const stages = stagesOf(query);
  let collection = name;
  for (let view = catalog.views.find(database, name); view; view = catalog.views.find(database, collection)) {
    stages.unshift(...parsePipeline(view.pipeline));
    collection = view.viewOn;
  }
  return { name: collection, stages };
}

function stagesOf({ filter, sort, skip, limit }: Query): Stage[] {
  const stages: Stage[] = [{ name: '$match', operand: filter }];
  if (sort.length > 0) stages.push({ name: '$sort', operand: Object.fromEntries(sort.map(({ path, direction }) => [path, direction])) });
  if (skip) stages.push({ name: '$skip', operand: skip });
  if (limit) stages.push({ name: '$limit', operand: limit });
  return stages;
}
