import type { Document } from 'bson';
import type { Frame } from '../expressions/expression.ts';
import type { Parser, ParserSettings } from '../expressions/parser.ts';
import type { Documents, PipelineScope, Stage } from '../scope.ts';

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
