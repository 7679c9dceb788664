import { addFields } from './add-fields.ts';
import { bucket } from './bucket.ts';
import { bucketAuto } from './bucket-auto.ts';
import { count, limit, skip, sortByCount } from './counting.ts';
import { densify } from './densify.ts';
import { facet } from './facet.ts';
import { fill } from './fill.ts';
import { graphLookup } from './graph-lookup.ts';
import { group } from './group.ts';
import { lookup } from './lookup.ts';
import { match } from './match.ts';
import { project, unset } from './project.ts';
import { redact } from './redact.ts';
import { replaceRoot, replaceWith } from './replace-root.ts';
import { sample } from './sample.ts';
import { setWindowFields } from './set-window-fields.ts';
import { sort } from './sort.ts';
import { collStats, documents, listLocalSessions } from './sources.ts';
import type { StageParser } from './stage.ts';
import { unionWith } from './union-with.ts';
import { unwind } from './unwind.ts';

/** The stages of pipelines by name. */
export const STAGES: Readonly<Record<string, StageParser>> = {
  $addFields: addFields,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $collStats: collStats,
  $count: count,
  $densify: densify,
  $documents: documents,
  $facet: facet,
  $fill: fill,
  $graphLookup: graphLookup,
  $group: group,
  $limit: limit,
  $listLocalSessions: listLocalSessions,
  $lookup: lookup,
  $match: match,
  $project: project,
  $redact: redact,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $sample: sample,
  $set: addFields,
  $setWindowFields: setWindowFields,
  $skip: skip,
  $sort: sort,
  $sortByCount: sortByCount,
  $unionWith: unionWith,
  $unset: unset,
  $unwind: unwind,
};

const NO_WRITES = 'the embedded store does not write the results of a pipeline';
const NO_STATISTICS = 'the embedded store keeps no such statistics';
const NO_SEARCH = 'Using $search and $vectorSearch aggregation stages requires additional configuration.';
/** What a MongoDB that is not Atlas says of search indexes. */
export const NO_SEARCH_INDEXES =
  'Using Atlas Search Database Commands and the $listSearchIndexes aggregation stage requires additional configuration. Please connect to Atlas or an AtlasCLI local deployment to enable.';

/** Stages the server has and this one does not offer, with the code and the reason they are refused for. */
export const REFUSED_STAGES: Readonly<Record<string, readonly [code: number, reason: string]>> = {
  $out: [238, NO_WRITES],
  $merge: [238, NO_WRITES],
  $changeStream: [40573, 'The $changeStream stage is only supported on replica sets'],
  $changeStreamSplitLargeEvent: [40573, 'The $changeStream stage is only supported on replica sets'],
  // What the server answers where there is no such index, and here there never is one.
  $geoNear: [27, '$geoNear requires a 2d or 2dsphere index, but none were found'],
  $search: [31082, NO_SEARCH],
  $searchMeta: [31082, NO_SEARCH],
  $vectorSearch: [31082, NO_SEARCH],
  $listSearchIndexes: [31082, NO_SEARCH_INDEXES],
  $indexStats: [238, NO_STATISTICS],
  $planCacheStats: [238, NO_STATISTICS],
  $currentOp: [238, NO_STATISTICS],
  $listSessions: [238, 'the embedded store keeps its sessions in memory: $listLocalSessions lists them'],
  $listSampledQueries: [72, '$listSampledQueries stage is not allowed on a standalone mongod'],
  $shardedDataDistribution: [6789100, 'The $shardedDataDistribution stage can only be run on a sharded cluster'],
};

/** Stages that stand nowhere but in a command's own pipeline. */
export const OUTSIDE_ONLY: Readonly<Record<string, readonly string[]>> = {
  facet: [
    '$facet',
    '$out',
    '$merge',
    '$geoNear',
    '$collStats',
    '$indexStats',
    '$documents',
    '$listLocalSessions',
    '$search',
    '$changeStream',
  ],
  lookup: ['$out', '$merge', '$changeStream'],
  union: ['$out', '$merge', '$changeStream'],
};
