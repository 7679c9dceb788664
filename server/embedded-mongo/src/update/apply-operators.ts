import { type Document, Timestamp } from 'bson';
import { isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { compareValues } from '../order/order-key.ts';
import { isArrayPosition, splitPath } from '../query/path-values.ts';
import { addToSet, pop, pull, pullAll, push } from './array-operators.ts';
import { arithmetic, bitwise } from './number-operators.ts';
import { type ArrayFilters, concretePaths } from './positions.ts';
import { changeAt, type Outcome } from './update-path.ts';

/** What an update needs to know besides the document. */
export interface UpdateContext {
  query: Document;
  arrayFilters: ArrayFilters;
  /** The document is being made by an upsert. */
  inserting: boolean;
}

type Operator = (current: unknown, operand: unknown, path: string, context: UpdateContext) => Outcome;

const OPERATORS: Record<string, Operator> = {
  $set: (_, operand) => ({ set: operand }),
  $setOnInsert: (_, operand, __, { inserting }) => (inserting ? { set: operand } : 'keep'),
  $unset: (current) => (current === undefined ? 'keep' : 'remove'),
  $inc: (current, operand, path) => ({ set: arithmetic('$inc', current, operand, path) }),
  $mul: (current, operand, path) => ({ set: arithmetic('$mul', current, operand, path) }),
  $min: (current, operand) => (current === undefined || compareValues(operand, current) < 0 ? { set: operand } : 'keep'),
  $max: (current, operand) => (current === undefined || compareValues(operand, current) > 0 ? { set: operand } : 'keep'),
  $currentDate: (_, operand) => ({ set: currentDate(operand) }),
  $bit: (current, operand, path) => ({ set: bitwise(current, operand, path) }),
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};

let timestampOrdinal = 0;

function currentDate(operand: unknown): unknown {
  const type = isDocument(operand) ? operand.$type : 'date';
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(Date.now() / 1000), i: ++timestampOrdinal });
  if (type === 'date' || typeof operand === 'boolean') return new Date();
  throw new MongoError(2, "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}");
}

interface Step {
  operator: string;
  path: string;
  operand: unknown;
}

/** Checks an update once, before any document is touched, and gives its steps in the order MongoDB takes them. */
export function parseOperators(update: Document): Step[] {
  const steps: Step[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (operator !== '$rename' && !Object.hasOwn(OPERATORS, operator)) {
      throw new MongoError(
        9,
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isDocument(fields))
      throw new MongoError(
        9,
        `Modifiers operate on fields but we found another type instead. For example: {$mod: {<field>: ...}} not {${operator}: ${JSON.stringify(fields)}}`,
      );
    for (const [path, operand] of Object.entries(fields)) steps.push({ operator, path: checkedPath(path), operand });
  }
  refuseConflicts(steps.flatMap((step) => (step.operator === '$rename' ? [step.path, String(step.operand)] : [step.path])));
  return steps.sort((a, b) => comparePaths(a.path, b.path));
}

function checkedPath(path: string): string {
  if (path === '') throw new MongoError(56, 'An empty update path is not valid.');
  if (splitPath(path).includes(''))
    throw new MongoError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (path.startsWith('$')) throw new MongoError(2, `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  return path;
}

function refuseConflicts(paths: string[]): void {
  const sorted = [...paths].sort();
  for (const [index, path] of sorted.entries()) {
    const other = sorted.slice(index + 1).find((next) => next === path || next.startsWith(`${path}.`));
    if (other !== undefined) throw new MongoError(40, `Updating the path '${other}' would create a conflict at '${path}'`);
  }
}

/** Fields are made in the order of their names, positions in that of their numbers. */
function comparePaths(a: string, b: string): number {
  const left = splitPath(a);
  const right = splitPath(b);
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    if (isArrayPosition(part) && isArrayPosition(other)) return Number(part) - Number(other);
    return part < other ? -1 : 1;
  }
  return left.length - right.length;
}

/** Applies the steps to a document, in place. */
export function applyOperators(document: Document, steps: readonly Step[], context: UpdateContext): void {
  for (const { operator, path, operand } of steps) {
    if (operator === '$rename') {
      rename(document, path, operand);
      continue;
    }
    const change = OPERATORS[operator] as Operator;
    for (const concrete of concretePaths(document, path, context.arrayFilters, context.query)) {
      changeAt(document, concrete, (current, full) => change(current, operand, full, context));
    }
  }
}

function rename(document: Document, from: string, to: unknown): void {
  if (typeof to !== 'string') throw new MongoError(2, `The 'to' field for $rename must be a string: ${from}: ${JSON.stringify(to)}`);
  if (from.includes('$') || to.includes('$')) throw new MongoError(2, 'The fields of $rename may not be dynamic');
  let moved: unknown;
  changeAt(document, splitPath(from), (current) => {
    moved = current;
    return current === undefined ? 'keep' : 'remove';
  });
  if (moved !== undefined) changeAt(document, splitPath(to), () => ({ set: moved }));
}

export type { Step };
