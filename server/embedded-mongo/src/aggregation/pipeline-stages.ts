import type { Document } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { mingoStages } from './expression.ts';

const REFUSED: Record<string, string> = {
  $out: 'the embedded store does not write the results of a pipeline',
  $merge: 'the embedded store does not write the results of a pipeline',
  $geoNear: 'the embedded store has no geospatial index',
  $changeStream: 'The $changeStream stage is only supported on replica sets',
  $search: 'the embedded store has no search index',
  $indexStats: 'the embedded store keeps no statistics of its indexes',
};

/** Stages answered by this server itself. */
const OWN = new Set(['$collStats', '$listLocalSessions']);

/** A pipeline as a list of named stages. */
export interface Stage {
  name: string;
  operand: unknown;
}

/**
 * Reads a pipeline, and the pipelines inside it.
 *
 * @throws MongoError 40324 for an unknown stage, 238 for one that is not offered
 */
export function parsePipeline(pipeline: unknown): Stage[] {
  if (!Array.isArray(pipeline)) throw new MongoError(14, "'pipeline' option must be specified as an array");
  return pipeline.map((given) => {
    const stage = asDocument(given);
    const names = Object.keys(stage ?? {});
    if (!stage || names.length !== 1) throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
    const name = names[0] as string;
    const refusal = REFUSED[name];
    if (refusal) throw new MongoError(name === '$changeStream' ? 40573 : 238, `${name}: ${refusal}`);
    if (!(name in mingoStages) && !OWN.has(name)) throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
    checkInner(name, stage[name]);
    return { name, operand: stage[name] };
  });
}

function checkInner(name: string, operand: unknown): void {
  const inner = asDocument(operand);
  if (name === '$facet') for (const pipeline of Object.values(inner ?? {})) parsePipeline(pipeline);
  else if ((name === '$lookup' || name === '$unionWith') && inner?.pipeline !== undefined) parsePipeline(inner.pipeline);
  if ((name === '$limit' || name === '$skip') && typeof operand !== 'number' && typeof operand !== 'bigint')
    throw new MongoError(5107201, `invalid argument to ${name} stage: Expected a number`);
  if (name === '$limit' && Number(operand) <= 0) throw new MongoError(15958, 'the limit must be positive');
}

/** The first stages that a plain query can do. */
export interface Head {
  filter: Document;
  sort: Document | undefined;
  skip: number;
  limit: number;
  rest: Stage[];
}

/** Takes the leading `$match`, `$sort`, `$skip` and `$limit`, in this order, as a query for the planner. */
export function splitHead(stages: readonly Stage[]): Head {
  const rest = [...stages];
  const head: Head = { filter: {}, sort: undefined, skip: 0, limit: 0, rest };
  const filters: Document[] = [];
  while (rest[0]?.name === '$match') filters.push(matchOperand((rest.shift() as Stage).operand));
  head.filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  if (rest[0]?.name === '$sort') head.sort = asDocument((rest.shift() as Stage).operand);
  if (rest[0]?.name === '$skip') head.skip = Number((rest.shift() as Stage).operand);
  if (rest[0]?.name === '$limit') head.limit = Number((rest.shift() as Stage).operand);
  return head;
}

/** @throws MongoError 15959 when the operand is no filter */
export function matchOperand(operand: unknown): Document {
  const filter = asDocument(operand);
  if (!filter) throw new MongoError(15959, 'the match filter must be an expression in an object');
  return filter;
}
