import type { Document } from 'bson';
import { shown } from '../bson/shown.ts';
import { isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { MatchedPosition } from '../query/matched-position.ts';
import { isArrayPosition } from '../query/path-values.ts';
import { comparePaths, type Step } from './parse-operators.ts';
import { type ArrayFilters, concretePaths } from './positions.ts';
import { changeAt } from './update-path.ts';

/** What an update needs to know besides the document. */
export interface UpdateContext {
  /** The position that `$` stands for. */
  matchedPosition: MatchedPosition;
  arrayFilters: ArrayFilters;
}

/** A field whose name begins with a dollar may come into a document when it is made, not later. */
export function dollarPrefixed(name: string): MongoError {
  return new MongoError(
    52,
    `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
  );
}

interface ConcreteStep {
  step: Step;
  path: readonly string[];
}

/**
 * Applies the steps to a document, in place.
 *
 * @param inserting the document is being made by an upsert
 * @throws MongoError 40 when two steps come to change one path, and the codes of the operators
 */
export function applyOperators(document: Document, steps: readonly Step[], context: UpdateContext, inserting: boolean): void {
  const label = () => `{_id: ${shown(document._id)}}`;
  const applied = inserting ? steps : steps.filter(({ onInsertOnly }) => !onInsertOnly);
  for (const { step, path } of concreteSteps(document, applied, context)) {
    if (path[0]?.startsWith('$') && step.operation.missing === 'create' && !inserting) throw dollarPrefixed(path[0]);
    if (step.from) rename(document, step.from, path);
    else changeAt(document, path, step.operation.missing, (current) => step.operation.apply(current, label));
  }
}

function concreteSteps(document: Document, steps: readonly Step[], context: UpdateContext): ConcreteStep[] {
  if (!steps.some(({ dynamic }) => dynamic)) return steps.map((step) => ({ step, path: step.path }));
  const matched = context.matchedPosition(document);
  const concrete = steps.flatMap((step) =>
    step.dynamic
      ? concretePaths(document, step.path, context.arrayFilters, matched).map((path) => ({ step, path }))
      : [{ step, path: step.path }],
  );
  concrete.sort((a, b) => comparePaths(a.path, b.path));
  for (const [index, { path }] of concrete.entries()) {
    const before = concrete[index - 1]?.path;
    if (before?.every((part, depth) => part === path[depth]))
      throw new MongoError(40, `Update created a conflict at '${before.join('.')}'`);
  }
  return concrete;
}

/** Arrays are not gone through, neither to find a field nor to put it elsewhere. */
function rename(document: Document, from: readonly string[], to: readonly string[]): void {
  let moved: unknown;
  changeAt(document, from, 'check', (current) => {
    moved = current;
    return 'keep';
  });
  if (moved === undefined) return;
  refuseArrays(document, from, 'source');
  refuseArrays(document, to, 'destination');
  changeAt(document, to, 'create', () => ({ set: moved }));
  changeAt(document, from, 'ignore', () => 'remove');
}

function refuseArrays(document: Document, path: readonly string[], end: string): void {
  let holder: unknown = document;
  for (const [depth, name] of path.slice(0, -1).entries()) {
    holder = isDocument(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;
    if (!Array.isArray(holder)) continue;
    const place = `'${path.join('.')}' in doc with _id: ${shown(document._id)} has an array field called '${path[depth]}'`;
    if (isArrayPosition(path[depth + 1] as string)) throw new MongoError(2, `The ${end} field cannot be an array element, ${place}`);
  }
}
