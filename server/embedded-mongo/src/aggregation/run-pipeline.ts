import type { Document } from 'bson';
import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { Lazy, type Iterator as LazyIterator } from 'mingo/lazy';
import { decodeForArithmetic, encode, isDocument } from '../bson-codec.ts';
import { MongoError, toMongoError } from '../mongo-error.ts';
import { compileFilter } from '../query/filter.ts';
import { parseSort, Sorter, sortKeyOf } from '../query/sort.ts';
import { countDocuments } from '../reading/count-documents.ts';
import { findDocuments } from '../reading/find-documents.ts';
import { toArithmetic } from './arithmetic-values.ts';
import { expressionContext, expressionOptions, mingoStages } from './expression.ts';
import { lookupStage } from './lookup.ts';
import type { PipelineScope } from './pipeline-scope.ts';
import { matchOperand, parsePipeline, type Stage, splitHead } from './pipeline-stages.ts';

/**
 * Runs a pipeline over a collection: its head as a query with an index, the rest in memory through mingo. Documents
 * that only the head touches are given as they are stored.
 */
export function* runPipeline(
  scope: PipelineScope,
  name: string | undefined,
  stages: readonly Stage[],
): Generator<Uint8Array | undefined, void, void> {
  const view = name === undefined ? undefined : scope.store.catalog.views.find(scope.database, name);
  if (view) {
    yield* runPipeline(scope, view.viewOn, [...parsePipeline(view.pipeline), ...stages]);
    return;
  }
  const { rest, ...head } = splitHead(stages);
  const collection = name === undefined ? undefined : scope.store.catalog.find(scope.database, name);
  const query = {
    filter: head.filter,
    sort: parseSort(head.sort),
    skip: head.skip,
    limit: head.limit,
    hint: scope.hint,
    variables: scope.variables,
  };
  if (!collection) compileFilter(query.filter, query.variables);
  const counting = collection && countOnly(rest);
  if (counting) {
    yield* counting(countDocuments(scope.store, collection, query)).map((document) => encode(document));
    return;
  }
  const found = collection ? findDocuments(scope.store, collection, query) : [];
  if (rest.length === 0) {
    for (const item of found) yield item?.bytes;
    return;
  }
  function* inputs(): Generator<Document> {
    for (const item of found) if (item) yield decodeForArithmetic(item.bytes);
  }
  for (const document of runStages(scope, inputs(), rest)) yield encodeResult(document);
}

/** Runs a pipeline and gives its documents decoded. */
export function collectPipeline(scope: PipelineScope, name: string | undefined, stages: readonly Stage[]): Document[] {
  const documents: Document[] = [];
  for (const bytes of runPipeline(scope, name, stages)) if (bytes) documents.push(decodeForArithmetic(bytes));
  return documents;
}

/**
 * Recognizes the two ways of only counting, `$count` and the `$group` of the driver's `countDocuments`, and gives what
 * they answer for a number: no document has to be read for them when an index counts.
 */
function countOnly(stages: readonly Stage[]): ((count: number) => Document[]) | undefined {
  const [stage] = stages;
  if (!stage || stages.length > 1) return undefined;
  if (stage.name === '$count' && typeof stage.operand === 'string') {
    const field = stage.operand;
    return (count) => (count > 0 ? [{ [field]: count }] : []);
  }
  if (stage.name !== '$group' || !isDocument(stage.operand)) return undefined;
  const { _id, ...fields } = stage.operand;
  const [field] = Object.entries(fields);
  const countsEach =
    field && Object.keys(fields).length === 1 && isDocument(field[1]) && field[1].$sum === 1 && Object.keys(field[1]).length === 1;
  if (!countsEach || !(typeof _id === 'number' || _id === null)) return undefined;
  return (count) => (count > 0 ? [{ _id, [field[0]]: count }] : []);
}

/** Stages of this server read their operands as they were sent. */
const OWN_OPERANDS = new Set(['$match', '$sort', '$lookup', '$unionWith']);

function* runStages(scope: PipelineScope, inputs: Iterable<Document>, stages: readonly Stage[]): Generator<Document> {
  const context = Context.from(
    Context.init({ pipeline: ownStages(scope) } as never),
    expressionContext,
    Context.init({ pipeline: mingoStages } as never),
  );
  const aggregator = new Aggregator(
    stages.map(({ name, operand }) => ({ [name]: OWN_OPERANDS.has(name) ? operand : toArithmetic(operand) })) as Document[],
    expressionOptions(scope.variables, context),
  );
  try {
    for (const document of aggregator.stream(inputs as never)) yield document as Document;
  } catch (error) {
    throw toMongoError(error);
  }
}

function encodeResult(document: Document): Buffer {
  if (!isDocument(document)) throw new MongoError(40228, 'a pipeline stage must give documents');
  return encode(document);
}

type Lazily = LazyIterator;

/** Stages that must agree with queries and indexes to the letter, or that read other collections. */
function ownStages(scope: PipelineScope): Record<string, unknown> {
  return {
    $match: (documents: Lazily, operand: unknown) => documents.filter(compileFilter(matchOperand(operand), scope.variables) as never),
    $sort: (documents: Lazily, operand: unknown) => sortStage(documents, operand as Document),
    $lookup: (documents: Lazily, operand: unknown) => documents.map(lookupStage(scope, operand, collectPipeline) as never),
    $unionWith: (documents: Lazily, operand: unknown) => unionStage(scope, documents, operand),
    $graphLookup: (documents: Lazily, operand: unknown, options: object) =>
      (mingoStages.$graphLookup as (d: Lazily, o: unknown, options: object) => Lazily)(documents, operand, {
        ...options,
        collectionResolver: (name: string) => collectPipeline(scope, name, []),
      }),
  };
}

function sortStage(documents: Lazily, operand: Document): Lazily {
  const keyOf = sortKeyOf(parseSort(operand));
  return documents.transform(((all: Document[]) => {
    const sorter = new Sorter<Document>(Number.POSITIVE_INFINITY);
    for (const document of all) sorter.add(keyOf(document), document, 100);
    return Lazy(sorter.sorted() as never);
  }) as never);
}

function unionStage(scope: PipelineScope, documents: Lazily, operand: unknown): Lazily {
  const { coll, pipeline } =
    typeof operand === 'string' ? { coll: operand, pipeline: [] } : (operand as { coll?: string; pipeline?: unknown[] });
  function* both(): Generator<unknown> {
    yield* documents as Iterable<unknown>;
    yield* collectPipeline({ ...scope, hint: undefined }, coll, parsePipeline(pipeline ?? []));
  }
  return Lazy(both() as never);
}
