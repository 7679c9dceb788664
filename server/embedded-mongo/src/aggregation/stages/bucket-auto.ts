import type { Document } from 'bson';
import { fieldEntries, setField } from '../../bson/field-order.ts';
import { shown } from '../../bson/shown.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { double, isNumeric, toDouble } from '../../numbers/numeric.ts';
import { MEMORY_LIMIT, sizeOf } from '../accumulators/sizes.ts';
import { int32Of } from '../expressions/values.ts';
import type { Documents, PipelineScope } from '../scope.ts';
import { checkedOutput, parseGroupBy } from './bucket.ts';
import { exceeded, type Grouping, parseFields } from './group.ts';
import { isGranularity, roundDown, roundUp } from './preferred-numbers.ts';
import { frameOf, gathering, readsOf, type StageParser } from './stage.ts';

interface Item {
  value: unknown;
  document: Document;
}

interface Bucketing {
  count: number;
  fields: Grouping['fields'];
  granularity: string | undefined;
  compare: (a: unknown, b: unknown) => number;
}

/** `$bucketAuto`: documents in so many buckets of about the same size. */
export const bucketAuto: StageParser = (operand, context) => {
  const spec = checkedSpec(operand);
  const parser = context.parser();
  const groupBy = parseGroupBy('$bucketAuto', spec.groupBy, parser, 40239);
  const fields = parseFields(checkedOutput('$bucketAuto', spec.output, 40244), parser);
  const compare = (a: unknown, b: unknown) => parser.comparison.compare(a, b);
  const bucketing = { count: checkedCount(spec.buckets), fields, granularity: checkedGranularity(spec.granularity), compare };
  return {
    reads: readsOf(parser),
    reshapes: true,
    *run(inputs, scope) {
      const frame = frameOf(scope);
      const items: Item[] = [];
      let bytes = 0;
      yield* gathering(inputs, (document) => {
        frame.root = document;
        const value = groupBy.evaluate(frame) ?? null;
        if (bucketing.granularity) checkRoundable(value);
        items.push({ value, document });
        bytes += sizeOf(document);
        if (bytes > MEMORY_LIMIT) throw exceeded('$bucketAuto');
      });
      items.sort((a, b) => compare(a.value, b.value));
      yield* buckets(items, bucketing, scope);
    },
  };
};

function checkedSpec(operand: unknown): Document {
  if (!isDocument(operand))
    throw new MongoError(40240, `The argument to $bucketAuto must be an object, but found type: ${typeName(operand)}.`);
  for (const [field] of fieldEntries(operand))
    if (!['groupBy', 'buckets', 'output', 'granularity'].includes(field))
      throw new MongoError(40245, `Unrecognized option to $bucketAuto: ${field}.`);
  if (!Object.hasOwn(operand, 'groupBy') || !Object.hasOwn(operand, 'buckets'))
    throw new MongoError(40246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  return operand;
}

function checkedCount(buckets: unknown): number {
  if (!isNumeric(buckets))
    throw new MongoError(40241, `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(buckets)}.`);
  const count = int32Of(buckets);
  if (count === undefined)
    throw new MongoError(40242, `The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found ${shown(buckets)}.`);
  if (count <= 0) throw new MongoError(40243, `The $bucketAuto 'buckets' field must be greater than 0, but found: ${count}.`);
  return count;
}

function checkedGranularity(granularity: unknown): string | undefined {
  if (granularity === undefined) return undefined;
  if (typeof granularity !== 'string')
    throw new MongoError(40261, `The $bucketAuto 'granularity' field must be a string, but found type: ${typeName(granularity)}.`);
  if (!isGranularity(granularity)) throw new MongoError(40257, `Unknown rounding granularity '${granularity}'`);
  return granularity;
}

function checkRoundable(value: unknown): void {
  if (!isNumeric(value))
    throw new MongoError(
      40258,
      `$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a value with type: ${typeName(value)}`,
    );
  const number = toDouble(value);
  if (Number.isNaN(number))
    throw new MongoError(40259, "$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a NaN");
  if (number < 0)
    throw new MongoError(40260, "$bucketAuto can specify a 'granularity' with non-negative numbers only, but found a negative number");
}

function* buckets(items: readonly Item[], bucketing: Bucketing, scope: PipelineScope): Documents {
  const size = Math.max(1, Math.round(items.length / bucketing.count));
  let from = 0;
  let lowest: unknown;
  for (let number = 1; from < items.length && number <= bucketing.count; number++) {
    const wanted = number === bucketing.count ? items.length : Math.min(items.length, from + size);
    const to = endOf(items, wanted, bucketing);
    const { min, max } = boundsOf(items, from, to, lowest, bucketing);
    yield bucketOf(items.slice(from, to), { min, max }, bucketing, scope);
    lowest = max;
    from = to;
  }
}

/** Equal values go into one bucket; rounding the upper bound takes in those below it. */
function endOf(items: readonly Item[], wanted: number, { compare, granularity }: Bucketing): number {
  const last = (items[wanted - 1] as Item).value;
  let to = wanted;
  const limit = granularity === undefined ? undefined : roundUp(granularity, toDouble(last as number));
  const belongs = ({ value }: Item) => (limit === undefined ? compare(value, last) === 0 : toDouble(value as number) < limit);
  while (to < items.length && belongs(items[to] as Item)) to++;
  return to;
}

function boundsOf(items: readonly Item[], from: number, to: number, lowest: unknown, { granularity }: Bucketing) {
  const first = (items[from] as Item).value;
  const last = (items[to - 1] as Item).value;
  if (granularity === undefined) return { min: first, max: to < items.length ? (items[to] as Item).value : last };
  const min = lowest ?? (toDouble(first as number) === 0 ? first : double(roundDown(granularity, toDouble(first as number))));
  return { min, max: double(roundUp(granularity, toDouble(last as number))) };
}

function bucketOf(items: readonly Item[], id: Document, { fields }: Bucketing, scope: PipelineScope): Document {
  const frame = frameOf(scope);
  const result: Document = { _id: id };
  const accumulators = fields.map(([, accumulation]) => accumulation.begin({ root: id, variables: frame.variables }));
  for (const { document } of items) {
    frame.root = document;
    for (const [index, [, { input }]] of fields.entries()) accumulators[index]?.add(input.evaluate(frame));
  }
  for (const [index, [name]] of fields.entries()) setField(result, name, accumulators[index]?.result());
  return result;
}
