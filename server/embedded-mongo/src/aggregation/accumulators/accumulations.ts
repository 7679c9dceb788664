import type { Document } from 'bson';
import { fieldEntries } from '../../bson/field-order.ts';
import { shown } from '../../bson/shown.ts';
import { isNullish } from '../../bson/truth.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { integralOf } from '../../numbers/numeric.ts';
import { parseSort, sortOrder } from '../../query/sort.ts';
import { constant, type Expression, type ExpressionParser, type Frame } from '../expressions/expression.ts';
import { mergeObjects } from '../expressions/object-operators.ts';
import { type Accumulation, type Accumulator, EMPTY_BYTES } from './accumulator.ts';
import { AddToSet, Extreme, First, Last, Push } from './kept-values.ts';
import { Average, Deviation, Sum } from './numeric-accumulators.ts';
import { Percentile, parsePercentile } from './percentile.ts';
import { ExtremeN, FirstN, Foremost, LastN } from './several-values.ts';
import { sizeOf } from './sizes.ts';

type AccumulationParser = (operand: unknown, parser: ExpressionParser, name: string) => Accumulation;

function simple(begin: (parser: ExpressionParser) => Accumulator): AccumulationParser {
  return (operand, parser, name) => {
    if (Array.isArray(operand)) throw new MongoError(40237, `The ${name} accumulator is a unary operator`);
    return { input: parser.parse(operand), begin: () => begin(parser) };
  };
}

/** The fields of documents together, the later ones winning. */
class Merge implements Accumulator {
  bytes = EMPTY_BYTES;
  #merged: unknown = {};

  add(value: unknown): void {
    if (isNullish(value)) return;
    this.#merged = mergeObjects([this.#merged, value]);
    this.bytes = EMPTY_BYTES + sizeOf(this.#merged);
  }

  result(): unknown {
    return this.#merged;
  }
}

function count(operand: unknown): Accumulation {
  if (!isDocument(operand) || Object.keys(operand).length > 0) throw new MongoError(14, '$count takes no arguments, i.e. $count:{}');
  return { input: constant(1), begin: () => new Sum() };
}

/**
 * How many values are wanted.
 *
 * @throws MongoError 5787902, 5787903 or 5787908 for what is no positive integer
 */
export function wantedCount(value: unknown): number {
  const count = integralOf(value);
  if (count === undefined) {
    const code = typeof value === 'number' ? 5787903 : 5787902;
    throw new MongoError(code, `Value for 'n' must be of integral type, but found ${shown(value)}`);
  }
  if (count <= 0n) throw new MongoError(5787908, `'n' must be greater than 0, found ${count}`);
  return Number(count);
}

/** Reads `{n, input}`. */
export function parseSeveral(operand: unknown, parser: ExpressionParser, notObject: number): { n: Expression; input: Expression } {
  if (!isDocument(operand)) throw new MongoError(notObject, `specification must be an object; found ${shown(operand)}`);
  for (const [field] of fieldEntries(operand))
    if (field !== 'n' && field !== 'input') throw new MongoError(5787901, `Unknown argument for 'n' operator: ${field}`);
  if (!Object.hasOwn(operand, 'n')) throw new MongoError(5787906, "Missing value for 'n'");
  if (!Object.hasOwn(operand, 'input')) throw new MongoError(5787907, "Missing value for 'input'");
  return { n: parser.parse(operand.n), input: parser.parse(operand.input) };
}

function several(notObject: number, begin: (count: number, parser: ExpressionParser) => Accumulator): AccumulationParser {
  return (operand, parser) => {
    const { n, input } = parseSeveral(operand, parser, notObject);
    if (n.constant) wantedCount(n.evaluate({ root: {}, variables: {} }));
    return { input, begin: (frame) => begin(wantedCount(n.evaluate(frame)), parser) };
  };
}

/** The one value of an accumulator of several. */
class Only implements Accumulator {
  readonly #several: Foremost;

  constructor(several: Foremost) {
    this.#several = several;
  }

  get bytes(): number {
    return this.#several.bytes;
  }

  add(value: unknown): void {
    this.#several.add(value);
  }

  result(): unknown {
    return (this.#several.result() as unknown[])[0] ?? null;
  }
}

/** `$top`, `$bottom` and those that keep several: values in the order of other fields of their documents. */
function placed(last: boolean, single: boolean): AccumulationParser {
  return (operand, parser, name) => {
    const spec = placedSpec(operand, name, single ? ['output', 'sortBy'] : ['n', 'output', 'sortBy']);
    const { keyOf, compare } = sortOrder(parseSort(spec.sortBy), parser.comparison.collation);
    for (const path of Object.keys(spec.sortBy)) parser.parse(`$${path}`);
    const input = orderedInput(keyOf, parser.parse(spec.output));
    const n = single ? constant(1) : parser.parse(spec.n);
    if (n.constant) wantedCount(n.evaluate({ root: {}, variables: {} }));
    const begin = (frame: Frame) => new Foremost(name, wantedCount(n.evaluate(frame)), compare, last);
    return { input, begin: single ? (frame) => new Only(begin(frame)) : begin };
  };
}

function placedSpec(operand: unknown, name: string, known: string[]): Document {
  if (!isDocument(operand)) throw new MongoError(5788001, `specification must be an object; found ${shown(operand)}`);
  for (const [field] of fieldEntries(operand))
    if (!known.includes(field)) throw new MongoError(5788002, `Unknown argument to ${name} '${field}'`);
  const missing = known.find((field) => !Object.hasOwn(operand, field));
  if (missing !== undefined)
    throw new MongoError({ n: 5788003, output: 5788004, sortBy: 5788005 }[missing] as number, `Missing value for '${missing}'`);
  if (!isDocument(operand.sortBy)) throw new MongoError(10065, 'invalid parameter: expected an object (sortBy)');
  return operand;
}

function orderedInput(keyOf: (document: Document) => unknown, output: Expression): Expression {
  return {
    evaluate: (frame) => ({ key: keyOf(frame.root as Document), value: output.evaluate(frame) }),
    constant: false,
  };
}

function percentile(operand: unknown, parser: ExpressionParser, name: string): Accumulation {
  const { input, ...spec } = parsePercentile(name, operand, parser, name === '$median' ? 7436100 : 7429703);
  return { input, begin: () => new Percentile(spec) };
}

function refused(): never {
  throw new MongoError(31264, 'Cannot run server-side javascript without the javascript engine enabled');
}

/** The accumulators by name. */
export const accumulations: Readonly<Record<string, AccumulationParser>> = {
  $sum: simple(() => new Sum()),
  $avg: simple(() => new Average()),
  $stdDevPop: simple(() => new Deviation(false)),
  $stdDevSamp: simple(() => new Deviation(true)),
  $min: simple(({ comparison }) => new Extreme(comparison, 1)),
  $max: simple(({ comparison }) => new Extreme(comparison, -1)),
  $first: simple(() => new First()),
  $last: simple(() => new Last()),
  $push: simple(() => new Push()),
  $addToSet: simple(({ comparison }) => new AddToSet(comparison)),
  $mergeObjects: simple(() => new Merge()),
  $count: count,
  $firstN: several(5787801, (n) => new FirstN(n)),
  $lastN: several(5787801, (n) => new LastN(n)),
  $minN: several(5787900, (n, { comparison }) => new ExtremeN('$minN', n, comparison)),
  $maxN: several(5787900, (n, { comparison }) => new ExtremeN('$maxN', n, comparison)),
  $top: placed(false, true),
  $topN: placed(false, false),
  $bottom: placed(true, true),
  $bottomN: placed(true, false),
  $percentile: percentile,
  $median: percentile,
  $accumulator: refused,
};

/**
 * The accumulator of a field: `{total: {$sum: "$price"}}`.
 *
 * @throws MongoError 40234, 40235, 40236, 40238 or 15952 for what names none
 */
export function parseAccumulation(field: string, spec: unknown, parser: ExpressionParser): Accumulation {
  if (!isDocument(spec)) throw new MongoError(40234, `The field '${field}' must be an accumulator object`);
  if (field.includes('.')) throw new MongoError(40235, `The field name '${field}' cannot contain '.'`);
  if (field.startsWith('$')) throw new MongoError(40236, `The field name '${field}' cannot be an operator name`);
  const entries = fieldEntries(spec);
  const [only] = entries;
  if (!only || entries.length > 1) throw new MongoError(40238, `The field '${field}' must specify one accumulator`);
  const parse = Object.hasOwn(accumulations, only[0]) ? accumulations[only[0]] : undefined;
  if (!parse) throw new MongoError(15952, `unknown group operator '${only[0]}'`);
  return parse(only[1], parser, only[0]);
}
