import type { Document } from 'bson';
import type { Store } from '../storage/store.ts';
import type { Stage } from './pipeline-stages.ts';

/** What a pipeline runs against. */
export interface PipelineScope {
  store: Store;
  database: string;
  variables: Document;
  hint?: unknown;
}

/** Runs a pipeline over a collection and gives its documents decoded; a stage uses it for the pipelines inside it. */
export type PipelineCollector = (scope: PipelineScope, name: string | undefined, stages: readonly Stage[]) => Document[];
