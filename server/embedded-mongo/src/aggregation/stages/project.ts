import type { Document } from 'bson';
import { fieldEntries } from '../../bson/field-order.ts';
import { isDocument, toNumber } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { fieldPath } from '../expressions/field-path.ts';
import type { Parser } from '../expressions/parser.ts';
import { ProjectionNode } from './projection-node.ts';
import { frameOf, mapped, readsOf, type StageParser } from './stage.ts';

/** A field a client names, with what it is to become. */
interface Leaf {
  path: string;
  value: unknown;
  /** Whether it is kept or left out; `undefined` when it is computed. */
  flag: boolean | undefined;
}

function invalid(code: number, message: string): MongoError {
  return new MongoError(code, `Invalid $project :: caused by :: ${message}`);
}

/** `$project`: keeps some fields and computes others, or leaves some out. */
export const project: StageParser = (operand, context) => {
  if (!isDocument(operand)) throw new MongoError(15969, '$project specification must be an object');
  if (Object.keys(operand).length === 0) throw invalid(51272, 'projection specification must have at least one field');
  const leaves = leavesOf(operand, '');
  const including = isInclusion(leaves);
  const parser = context.parser();
  const root = new ProjectionNode();
  for (const leaf of leaves) place(root, leaf, parser);
  if (!including) return { run: (inputs) => mapped(inputs, (document) => root.excluded(document)) };
  if (!leaves.some(({ path }) => path === '_id')) root.fields.set('_id', 'keep');
  for (const [name, field] of root.fields) if (field === 'keep' || field instanceof ProjectionNode) parser.dependencies.fields.add(name);
  const computes = root.computes;
  return {
    reads: readsOf(parser),
    reshapes: true,
    run(inputs, scope) {
      const frame = frameOf(scope);
      return mapped(inputs, (document) => {
        const kept = root.included(document);
        if (!computes) return kept;
        frame.root = document;
        return root.computed(kept, frame);
      });
    },
  };
};

function leavesOf(spec: Document, prefix: string): Leaf[] {
  return fieldEntries(spec).flatMap(([name, value]) => {
    const path = `${prefix}${name}`;
    fieldPath(name);
    if (isDocument(value) && !Object.keys(value)[0]?.startsWith('$')) {
      if (Object.keys(value).length === 0)
        throw invalid(51270, `An empty sub-projection is not a valid value. Found empty object at path ${path}`);
      return leavesOf(value, `${path}.`);
    }
    const number = typeof value === 'boolean' ? Number(value) : toNumber(value);
    return [{ path, value, flag: number === undefined ? undefined : number !== 0 }];
  });
}

/** Tells what a projection does by what it names beside `_id`, whose flag may go with either. */
function isInclusion(leaves: readonly Leaf[]): boolean {
  let including: boolean | undefined;
  for (const { path, flag } of leaves) {
    if (path === '_id' && flag !== undefined) continue;
    const includes = flag !== false;
    if (including === undefined) including = includes;
    else if (including && !includes) throw invalid(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
    else if (!including && flag === undefined) throw invalid(31252, 'Cannot use expression other than $meta in exclusion projection');
    else if (!including && includes) throw invalid(31253, `Cannot do inclusion on field ${path} in exclusion projection`);
  }
  return including ?? leaves.some(({ flag }) => flag === true);
}

function place(root: ProjectionNode, { path, value, flag }: Leaf, parser: Parser): void {
  const names = path.split('.');
  const last = names.pop() as string;
  let node: ProjectionNode | undefined = root;
  for (const name of names) {
    node = node.child(name);
    if (!node) throw invalid(31249, `Path collision at ${path}`);
  }
  if (node.fields.has(last)) throw invalid(31250, `Path collision at ${path}`);
  node.fields.set(last, flag === undefined ? parser.parse(value) : flag ? 'keep' : 'drop');
}

/** `$unset`: leaves out one field or several. */
export const unset: StageParser = (operand) => {
  const names = Array.isArray(operand) ? operand : [operand];
  if (typeof operand !== 'string' && !Array.isArray(operand))
    throw new MongoError(31002, '$unset specification must be a string or an array');
  if (names.length === 0) throw new MongoError(31119, '$unset specification must be a string or an array with at least one field');
  const root = new ProjectionNode();
  for (const path of names) {
    if (typeof path !== 'string')
      throw new MongoError(31120, '$unset specification must be a string or an array containing only string values');
    fieldPath(path);
    placeDropped(root, path);
  }
  return { run: (inputs) => mapped(inputs, (document) => root.excluded(document)) };
};

function placeDropped(root: ProjectionNode, path: string): void {
  const names = path.split('.');
  const last = names.pop() as string;
  let node: ProjectionNode | undefined = root;
  for (const name of names) {
    node = node.child(name);
    if (!node) throw new MongoError(31249, `Invalid $unset :: caused by :: Path collision at ${path}`);
  }
  if (node.fields.has(last)) throw new MongoError(31250, `Invalid $unset :: caused by :: Path collision at ${path}`);
  node.fields.set(last, 'drop');
}
