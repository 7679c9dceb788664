import type { Document } from 'bson';
import type { Collation } from '../collation/collation.ts';
import type { Store } from '../storage/store.ts';
import type { Documents, Stage } from './stages/stage.ts';

/** What a pipeline runs against. */
export interface PipelineScope {
  readonly store: Store;
  readonly database: string;
  /** The values of the variables in scope, by name. */
  readonly variables: Record<string, unknown>;
  readonly hint?: unknown;
  /** How strings compare, when not by their bytes. */
  readonly collation?: Collation | undefined;
  /** Reads a collection through a pipeline; nothing comes when there is no such collection. */
  read(scope: PipelineScope, name: string | undefined, stages: readonly Stage[]): Documents;
  /** What the server tells of itself to a stage that asks for it. */
  describe(stage: string, operand: Document): Document[];
}
