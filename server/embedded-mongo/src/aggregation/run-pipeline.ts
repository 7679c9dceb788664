import type { Document } from 'bson';
import { encode } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { decoderOf } from '../partial-decode.ts';
import { compileFilter } from '../query/filter.ts';
import { parseSort } from '../query/sort.ts';
import { countDocuments } from '../reading/count-documents.ts';
import { findDocuments, type Query } from '../reading/find-documents.ts';
import type { Store } from '../storage/store.ts';
import { fieldsNeeded, type Head, optimized, splitHead } from './optimize-pipeline.ts';
import { parsePipeline } from './pipeline-stages.ts';
import type { Documents, PipelineScope, Stage } from './scope.ts';
import { countedField } from './stages/counting.ts';

/** The largest document there can be, with what surrounds it. */
const LARGEST_DOCUMENT = 16 * 1024 * 1024 + 16 * 1024;

/** A scope for the pipeline of a command. */
export function pipelineScope(
  store: Store,
  database: string,
  { variables = {}, hint, collation, describe }: Partial<Pick<PipelineScope, 'variables' | 'hint' | 'collation' | 'describe'>> = {},
): PipelineScope {
  const nothing = (stage: string): never => {
    throw new MongoError(238, `${stage} is not supported in a pipeline inside another`);
  };
  return { store, database, variables, hint, collation, read: readPipeline, describe: describe ?? nothing };
}

/**
 * Runs a pipeline over a collection: its head as a query with an index, the rest in memory, stage by stage and document
 * by document. Documents that only the head touches are given as they are stored.
 */
export function* runPipeline(
  scope: PipelineScope,
  name: string | undefined,
  stages: readonly Stage[],
): Generator<Uint8Array | undefined, void, void> {
  const { collection, pipeline } = resolved(scope, name, stages);
  const head = splitHead(optimized(pipeline));
  if (head.rest.length === 0 && collection !== undefined) {
    yield* storedDocuments(scope, collection, head);
    return;
  }
  for (const document of documentsOf(scope, collection, head)) yield document && encoded(document);
}

/** The same with its documents decoded, for a pipeline inside another. */
function readPipeline(scope: PipelineScope, name: string | undefined, stages: readonly Stage[]): Documents {
  const { collection, pipeline } = resolved(scope, name, stages);
  return documentsOf(scope, collection, splitHead(optimized(pipeline)));
}

/** A pipeline on a view goes on from the view's own, on the collection below. */
export function resolved(
  { store, database }: Pick<PipelineScope, 'store' | 'database'>,
  name: string | undefined,
  stages: readonly Stage[],
): { collection: string | undefined; pipeline: readonly Stage[] } {
  const view = name === undefined ? undefined : store.catalog.views.find(database, name);
  if (!view) return { collection: name, pipeline: stages };
  return resolved({ store, database }, view.viewOn, [...parsePipeline(view.pipeline), ...stages]);
}

/** The query a pipeline begins with. */
export function headQuery(scope: Pick<PipelineScope, 'hint' | 'variables' | 'collation'>, { filter, sort, skip, limit }: Head): Query {
  return { filter, sort: parseSort(sort), skip, limit, hint: scope.hint, variables: scope.variables, collation: scope.collation };
}

function* storedDocuments(scope: PipelineScope, name: string, head: Head): Generator<Uint8Array | undefined, void, void> {
  const collection = scope.store.catalog.find(scope.database, name);
  const query = headQuery(scope, head);
  if (!collection) compileFilter(query.filter, query.variables, query.collation);
  else for (const item of findDocuments(scope.store, collection, query)) yield item?.bytes;
}

function* documentsOf(scope: PipelineScope, name: string | undefined, head: Head): Documents {
  const collection = name === undefined ? undefined : scope.store.catalog.find(scope.database, name);
  const query = headQuery(scope, head);
  const [first] = head.rest;
  const counted = first && head.rest.length === 1 ? countedField(first) : undefined;
  if (collection && counted) {
    const count = yield* countDocuments(scope.store, collection, query);
    if (count > 0) yield { ...(counted.id === undefined ? {} : { _id: counted.id }), [counted.field]: count };
    return;
  }
  const decode = decoderOf(fieldsNeeded(head.rest));
  function* inputs(): Documents {
    if (!collection) compileFilter(query.filter, query.variables, query.collation);
    else for (const item of findDocuments(scope.store, collection, query)) yield item && decode(item.bytes);
  }
  yield* head.rest.reduce<Documents>((documents, stage) => stage.run(documents, scope), first?.source ? [] : inputs());
}

/** @throws MongoError 10334 for a document that has grown beyond what BSON may be */
function encoded(document: Document): Buffer {
  const bytes = encode(document);
  if (bytes.length > LARGEST_DOCUMENT)
    throw new MongoError(
      10334,
      `BSONObj size: ${bytes.length} (0x${bytes.length.toString(16).toUpperCase()}) is invalid. Size must be between 0 and ${LARGEST_DOCUMENT}(16MB)`,
    );
  return bytes;
}
