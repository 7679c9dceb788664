import type { Document } from 'bson';
import { fieldEntries } from '../bson/field-order.ts';
import { shown } from '../bson/shown.ts';
import { typeName } from '../bson/value-type.ts';
import { isDocument } from '../bson-codec.ts';
import type { Collation } from '../collation/collation.ts';
import { compareCollated } from '../collation/compare-collated.ts';
import { MongoError } from '../mongo-error.ts';
import { compareValues } from '../order/order-key.ts';
import { isArrayPosition, splitPath } from '../query/path-values.ts';
import { addToSet, pop, push } from './array-operators.ts';
import { currentDate } from './date-operator.ts';
import { bitwise, increment, multiplyBy } from './number-operators.ts';
import { creating, type Operation, type OperatorCompiler } from './operation.ts';
import { type ArrayFilters, isArrayIdentifier, isDynamic } from './positions.ts';
import { pull, pullAll } from './pull-operators.ts';
import { UpdatedPaths } from './updated-paths.ts';

const COMPILERS: Readonly<Record<string, OperatorCompiler>> = {
  $set: (operand) => creating(() => ({ set: operand })),
  $setOnInsert: (operand) => creating(() => ({ set: operand })),
  $unset: () => ({ missing: 'ignore', apply: () => 'remove' }),
  $inc: increment,
  $mul: multiplyBy,
  $min: (operand, _, collation) => extreme(operand, -1, collation),
  $max: (operand, _, collation) => extreme(operand, 1, collation),
  $currentDate: currentDate,
  $bit: bitwise,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};

/** `$min` and `$max`: the operand when it lies beyond the value, in the order of all types. */
function extreme(operand: unknown, direction: number, collation: Collation | undefined): Operation {
  const compare = collation ? (a: unknown, b: unknown) => compareCollated(a, b, collation) : compareValues;
  return creating((current) => (current === undefined || Math.sign(compare(operand, current)) === direction ? { set: operand } : 'keep'));
}

/** One change of one path. */
export interface Step {
  path: readonly string[];
  /** Some part of the path stands for positions. */
  dynamic: boolean;
  operation: Operation;
  /** Of `$setOnInsert`. */
  onInsertOnly: boolean;
  /** Where `$rename` takes the value from; its path is where the value goes. */
  from?: readonly string[];
}

/**
 * Checks an update once, before any document is touched, and gives its steps in the order MongoDB takes them.
 *
 * @throws MongoError 9 for an unknown operator or a filter that is not used, 40 for two changes of one path, 56 for an empty
 *   name, 2 for a path no position can be found in, and the codes of the operators
 */
export function parseOperators(update: Document, filters: ArrayFilters, collation?: Collation): Step[] {
  const paths = new UpdatedPaths();
  const steps = fieldEntries(update).flatMap(([operator, fields]) => {
    const compile = checkedOperator(operator, fields);
    return fieldEntries(fields as Document).map(([path, operand]) => {
      const parts = checkedPath(path);
      if (!compile) return renameStep(path, parts, operand, paths);
      const operation = compile(operand, path, collation);
      paths.add(parts);
      return { path: parts, dynamic: parts.some(isDynamic), operation, onInsertOnly: operator === '$setOnInsert' };
    });
  });
  checkIdentifiers(steps, filters, update);
  return steps.sort((a, b) => comparePaths(a.path, b.path));
}

function checkedOperator(operator: string, fields: unknown): OperatorCompiler | undefined {
  const compile = Object.hasOwn(COMPILERS, operator) ? COMPILERS[operator] : undefined;
  if (!compile && operator !== '$rename')
    throw new MongoError(
      9,
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  if (isDocument(fields)) return compile;
  throw new MongoError(
    9,
    `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${shown(fields)}}`,
  );
}

function checkedPath(path: string): string[] {
  if (path === '') throw new MongoError(56, 'An empty update path is not valid.');
  const parts = splitPath(path);
  if (parts.includes('')) throw new MongoError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (parts.filter((part) => part === '$').length > 1)
    throw new MongoError(2, `Too many positional (i.e. '$') elements found in path '${path}'`);
  const first = parts[0] as string;
  if (first === '$') throw new MongoError(2, `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  if (isArrayIdentifier(first))
    throw new MongoError(2, `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`);
  return parts;
}

function renameStep(source: string, from: string[], operand: unknown, paths: UpdatedPaths): Step {
  if (typeof operand !== 'string') throw new MongoError(2, `The 'to' field for $rename must be a string: ${source}: ${shown(operand)}`);
  const to = checkedPath(operand);
  const pair = `${source}: ${shown(operand)}`;
  if (operand.includes('\0')) throw new MongoError(2, "The 'to' field for $rename cannot contain an embedded null byte");
  if (source === operand) throw new MongoError(2, `The source and target field for $rename must differ: ${pair}`);
  if (operand.startsWith(`${source}.`) || source.startsWith(`${operand}.`))
    throw new MongoError(2, `The source and target field for $rename must not be on the same path: ${pair}`);
  if (from.some(isDynamic)) throw new MongoError(2, `The source field for $rename may not be dynamic: ${source}`);
  if (to.some(isDynamic)) throw new MongoError(2, `The destination field for $rename may not be dynamic: ${operand}`);
  paths.add(from);
  paths.add(to);
  return { path: to, dynamic: false, operation: creating(() => 'keep'), onInsertOnly: false, from };
}

function checkIdentifiers(steps: readonly Step[], filters: ArrayFilters, update: Document): void {
  const used = new Set<string>();
  for (const { path } of steps) {
    for (const part of path.filter(isArrayIdentifier)) {
      const name = part.slice(2, -1);
      if (name !== '' && !filters.has(name))
        throw new MongoError(2, `No array filter found for identifier '${name}' in path '${path.join('.')}'`);
      used.add(name);
    }
  }
  const unused = [...filters.keys()].find((name) => !used.has(name));
  if (unused !== undefined)
    throw new MongoError(9, `The array filter for identifier '${unused}' was not used in the update ${shown(update)}`);
}

/** Fields are made in the order of their names, positions in that of their numbers. */
export function comparePaths(left: readonly string[], right: readonly string[]): number {
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    if (isArrayPosition(part) && isArrayPosition(other)) return Number(part) - Number(other);
    return part < other ? -1 : 1;
  }
  return left.length - right.length;
}
