import type { Document } from 'bson';
import type { Frame } from '../expressions/expression.ts';
import type { Parser, ParserSettings } from '../expressions/parser.ts';
import type { PipelineScope } from '../scope.ts';

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

/** Where a pipeline stands: some stages are at home in some places only. */
export type Place = 'command' | 'lookup' | 'facet' | 'union' | 'update';

/** What a stage is parsed with. */
export interface StageContext {
  readonly settings: ParserSettings;
  readonly place: Place;
  /** Where in its pipeline it stands, 0 being first. */
  readonly position: number;
  /** A parser of expressions of its own, which tells afterwards what they read. */
  parser(): Parser;
  /** Parses a pipeline inside the stage, in which the variables named are known too. */
  pipeline(pipeline: unknown, place: Place, variables?: readonly string[]): Stage[];
}

/** Makes a stage of its operand. */
export type StageParser = (operand: unknown, context: StageContext, name: string) => Omit<Stage, 'name' | 'operand'>;

/** What expressions see: the document at hand, put in `root` one after the other. */
export function frameOf(scope: PipelineScope): Frame & { root: unknown } {
  return { root: undefined, variables: { ...scope.variables } };
}

/** Changes each document. */
export function* mapped(inputs: Documents, change: (document: Document) => Document): Generator<Document | undefined, void, void> {
  for (const document of inputs) yield document && change(document);
}

/** After so many documents a stage that gathers them lets others run. */
const PAUSE_EVERY = 256;

/** Goes through documents that a stage gathers, and pauses now and then. */
export function* gathering(inputs: Documents, take: (document: Document) => void): Generator<undefined, void, void> {
  let taken = 0;
  for (const document of inputs) {
    if (!document) yield undefined;
    else {
      take(document);
      if (++taken % PAUSE_EVERY === 0) yield undefined;
    }
  }
}

/** The fields the expressions of a parser read. */
export function readsOf({ dependencies }: Parser): ReadonlySet<string> | undefined {
  return dependencies.whole ? undefined : dependencies.fields;
}
