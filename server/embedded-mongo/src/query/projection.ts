import type { Document } from 'bson';
import { evaluateExpression } from '../aggregation/expression.ts';
import { decode, encode, isDocument, toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { matchedPosition } from '../update/positions.ts';
import { changeAt } from '../update/update-path.ts';
import { elementMatcher } from './element-matcher.ts';
import { splitPath } from './path-values.ts';
import { type PathTree, projectRaw, projectValue, treeOf } from './projection-tree.ts';

/** Gives the bytes to answer for a document's bytes. */
export type Projection = (bytes: Uint8Array) => Uint8Array;

interface Parsed {
  included: string[];
  excluded: string[];
  /** Fields that need the decoded document: expressions, `$slice`, `$elemMatch`, the positional operator. */
  computed: { path: string; spec: unknown; kind: 'expression' | '$slice' | '$elemMatch' | 'positional' }[];
  withId: boolean | undefined;
}

/**
 * Compiles a projection; `undefined` when the whole document is asked for. Plain inclusion and exclusion copy bytes.
 *
 * @throws MongoError 31253 or 31254 when inclusion and exclusion are mixed.
 */
export function compileProjection(spec: Document | undefined, query: Document): Projection | undefined {
  if (!spec || Object.keys(spec).length === 0) return undefined;
  const parsed = parse(spec);
  const inclusion =
    parsed.included.length > 0 ||
    parsed.computed.some(({ kind }) => kind === 'expression' || kind === '$elemMatch' || kind === 'positional');
  if (inclusion && parsed.excluded.length > 0)
    throw new MongoError(31254, `Cannot do exclusion on field ${parsed.excluded[0]} in inclusion projection`);
  // `_id` alone decides: {_id: 1} includes nothing else, {_id: 0} excludes nothing else.
  const including = inclusion || (parsed.withId === true && parsed.excluded.length === 0 && parsed.computed.length === 0);
  const tree = including ? inclusionTree(parsed) : treeOf(parsed.withId === false ? [...parsed.excluded, '_id'] : parsed.excluded);
  if (parsed.computed.length === 0) return (bytes) => projectRaw(bytes, tree, including);
  return (bytes) => encode(compute(decode(bytes), parsed, tree, including, query));
}

function inclusionTree({ included, computed, withId }: Parsed): PathTree {
  const copied = computed.filter(({ kind }) => kind !== 'expression').map(({ path }) => path);
  return treeOf([...(withId === false ? [] : ['_id']), ...included, ...copied]);
}

function parse(spec: Document, prefix = ''): Parsed {
  const parsed: Parsed = { included: [], excluded: [], computed: [], withId: undefined };
  for (const [name, value] of Object.entries(spec)) {
    const path = `${prefix}${name}`;
    const number = typeof value === 'boolean' ? Number(value) : toNumber(value);
    if (path.endsWith('.$')) parsed.computed.push({ path: path.slice(0, -2), spec: value, kind: 'positional' });
    else if (path === '_id' && number !== undefined) parsed.withId = number !== 0;
    else if (number !== undefined) (number !== 0 ? parsed.included : parsed.excluded).push(path);
    else parseSpecial(parsed, path, value);
  }
  return parsed;
}

function parseSpecial(parsed: Parsed, path: string, value: unknown): void {
  const operator = isDocument(value) ? Object.keys(value)[0] : undefined;
  if (isDocument(value) && operator !== undefined && !operator.startsWith('$')) {
    const inner = parse(value, `${path}.`);
    parsed.included.push(...inner.included);
    parsed.excluded.push(...inner.excluded);
    parsed.computed.push(...inner.computed);
  } else if (operator === '$slice' && !isSliceExpression(value))
    parsed.computed.push({ path, spec: (value as Document).$slice, kind: '$slice' });
  else if (operator === '$elemMatch') parsed.computed.push({ path, spec: (value as Document).$elemMatch, kind: '$elemMatch' });
  else if (operator === '$meta') throw new MongoError(238, '$meta projections need a text index, which the embedded store does not have');
  else parsed.computed.push({ path, spec: value, kind: 'expression' });
}

/** `{$slice: ["$field", 2]}` is the expression, `{$slice: [1, 2]}` and `{$slice: 2}` the projection. */
function isSliceExpression(value: unknown): boolean {
  const operand = (value as Document).$slice;
  return Array.isArray(operand) && toNumber(operand[0]) === undefined;
}

function compute(document: Document, { computed }: Parsed, tree: PathTree, including: boolean, query: Document): Document {
  const result = projectValue(document, tree, including) as Document;
  for (const { path, spec, kind } of computed) {
    const parts = splitPath(path);
    if (kind === 'expression') {
      const value = evaluateExpression(document, spec);
      if (value !== undefined) changeAt(result, parts, () => ({ set: value }));
    } else changeAt(result, parts, (current) => arrayProjection(kind, current, spec, path, query));
  }
  return result;
}

function arrayProjection(
  kind: '$slice' | '$elemMatch' | 'positional',
  current: unknown,
  spec: unknown,
  path: string,
  query: Document,
): { set: unknown } | 'remove' | 'keep' {
  if (!Array.isArray(current)) return kind === '$elemMatch' && current !== undefined ? 'remove' : 'keep';
  if (kind === '$slice') return { set: sliced(current, spec) };
  if (kind === 'positional') return { set: [current[matchedPosition(current, path, query)]] };
  const matches = elementMatcher(spec as Document);
  const found = current.find(matches);
  return found === undefined ? 'remove' : { set: [found] };
}

function sliced(array: unknown[], spec: unknown): unknown[] {
  if (!Array.isArray(spec)) {
    const count = toNumber(spec);
    if (count === undefined) throw new MongoError(28667, 'Invalid $slice syntax. The given syntax did not match the find() syntax');
    return count < 0 ? array.slice(count) : array.slice(0, count);
  }
  const [skip, limit] = spec.map((value) => toNumber(value) ?? 0) as [number, number];
  if (limit <= 0) throw new MongoError(28724, `Second argument to $slice must be positive: ${limit}`);
  const start = skip < 0 ? Math.max(0, array.length + skip) : skip;
  return array.slice(start, start + limit);
}
