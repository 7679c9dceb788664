import type { Document } from 'bson';
import { fieldEntries } from '../../bson/field-order.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import type { SortSpec } from '../../query/sort-spec.ts';
import { accumulations } from '../accumulators/accumulations.ts';
import type { Accumulation, Accumulator } from '../accumulators/accumulator.ts';
import type { Parser } from '../expressions/parser.ts';
import { type Bounds, parseBounds, type Span, spansOf, WHOLE } from './bounds.ts';
import { orderFunctions } from './order-functions.ts';
import type { WindowFunction } from './partition.ts';
import { rateFunctions } from './rate-functions.ts';

/** What a window function is parsed with. */
export interface WindowContext {
  parser: Parser;
  sortBy: SortSpec | undefined;
  /** Its window, if it has one of its own. */
  bounds: Bounds | undefined;
}

/** Accumulators of groups that are no window functions. */
const GROUPS_ONLY = ['$mergeObjects', '$accumulator'];

/**
 * The window function of a field: `{$sum: "$amount", window: {documents: ["unbounded", "current"]}}`.
 *
 * @throws MongoError 9 for what names none
 */
export function parseWindowFunction(field: string, spec: unknown, parser: Parser, sortBy: SortSpec | undefined): WindowFunction {
  if (!isDocument(spec)) throw new MongoError(9, `The field '${field}' must be an object`);
  const name = Object.keys(spec).find((key) => key.startsWith('$'));
  if (name === undefined) throw new MongoError(9, `Expected a $-prefixed window function, ${Object.keys(spec)[0] ?? ''}`);
  const own = orderFunctions[name] ?? rateFunctions[name];
  const isAccumulator = Object.hasOwn(accumulations, name) && !GROUPS_ONLY.includes(name);
  if (!own && !isAccumulator) throw new MongoError(9, `Unrecognized window function, ${name}`);
  checkArguments(spec, name);
  const bounds = 'window' in spec ? parseBounds(spec.window, sortBy, parser) : undefined;
  const context = { parser, sortBy, bounds };
  return own ? own(spec[name], context, name) : accumulating(spec, name, context);
}

function checkArguments(spec: Document, name: string): void {
  const unexpected = fieldEntries(spec).find(([key]) => key !== name && key !== 'window');
  if (unexpected) throw new MongoError(9, `${name} got unexpected argument: ${unexpected[0]}`);
}

function accumulating(spec: Document, name: string, { parser, bounds = WHOLE }: WindowContext): WindowFunction {
  const parse = accumulations[name] as (operand: unknown, parser: Parser, name: string) => Accumulation;
  const accumulation = parse(spec[name], parser, name);
  if (/^\$(top|bottom)/.test(name)) parser.dependencies.whole = true;
  return (partition) => {
    const begin = () => accumulation.begin({ root: {}, variables: partition.variables });
    return accumulated(partition.valuesOf(accumulation.input), spansOf(partition, bounds, parser.comparison), begin);
  };
}

/** Windows that only grow go on with what they have gathered; others begin anew. */
function accumulated(values: readonly unknown[], spans: readonly Span[], begin: () => Accumulator): unknown[] {
  let accumulator = begin();
  let span: Span = [0, 0];
  let result = accumulator.result();
  return spans.map((next) => {
    const [from, to] = next;
    if (from === span[0] && to === span[1]) return result;
    const grows = from === span[0] && to > span[1];
    if (!grows) accumulator = begin();
    for (let index = grows ? span[1] : from; index < to; index++) accumulator.add(values[index]);
    span = next;
    result = accumulator.result();
    return result;
  });
}
