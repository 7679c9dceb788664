import type { Document } from 'bson';
import type { Collation } from '../collation/collation.ts';
import type { Store } from '../storage/store.ts';

/** Documents on their way; `undefined` comes now and then, for who reads them to let others run. */
export type Documents = Iterable<Document | undefined>;

/** One stage of a pipeline, checked and ready to run. */
export interface Stage {
  readonly name: string;
  /** As the client gave it. */
  readonly operand: unknown;
  run(inputs: Documents, scope: PipelineScope): Documents;
  /** The top-level fields it looks at, `undefined` when it may look at all. */
  readonly reads?: ReadonlySet<string> | undefined;
  /** What follows sees nothing of the documents that came in but what this stage made of the fields it reads. */
  readonly reshapes?: boolean;
  /** It makes its documents itself: no collection is read for it. */
  readonly source?: boolean;
}

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
