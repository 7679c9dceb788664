import type { Document } from 'bson';
import { fieldEntries } from '../bson/field-order.ts';
import { isDocument, toNumber } from '../bson-codec.ts';
import type { Stage } from './scope.ts';
import { matchStage } from './stages/match.ts';
import { limitedSort } from './stages/sort.ts';

/** Stages that give one document for each they are given, in the same order. */
const ONE_TO_ONE = new Set(['$project', '$addFields', '$set', '$unset', '$lookup', '$graphLookup']);

/**
 * The same pipeline in an order that reads and holds less: conditions go before what does not change what they look at,
 * limits before what only changes documents one by one, and a sort that is limited keeps no more than it gives.
 */
export function optimized(stages: readonly Stage[]): Stage[] {
  const moved = limitsFirst(conditionsFirst(stages));
  return moved.map((stage, index) => {
    const wanted = stage.name === '$sort' ? wantedAfter(moved, index + 1) : undefined;
    return wanted === undefined ? stage : limitedSort(stage, wanted);
  });
}

/** How many documents are taken of what a sort gives, when that is known. */
export function wantedAfter(stages: readonly Stage[], from: number): number | undefined {
  let skipped = 0;
  for (const { name, operand } of stages.slice(from)) {
    if (name === '$skip') skipped += toNumber(operand) as number;
    else if (name === '$limit') return skipped + (toNumber(operand) as number);
    else if (!ONE_TO_ONE.has(name)) return undefined;
  }
  return undefined;
}

function conditionsFirst(stages: readonly Stage[]): Stage[] {
  const result: Stage[] = [];
  for (const stage of stages) {
    if (stage.name !== '$match') result.push(stage);
    else insertCondition(result, stage);
  }
  return result;
}

/** Puts each part of a condition as far to the front as it can go. */
function insertCondition(stages: Stage[], stage: Stage): void {
  const parts = conjuncts(stage.operand as Document);
  const before = stages.at(-1);
  const movable = before ? parts.filter((part) => canPass(part, before)) : [];
  if (movable.length === 0 || !before) {
    stages.push(stage);
    return;
  }
  stages.pop();
  insertCondition(stages, matchStage(together(movable)));
  stages.push(before);
  const rest = parts.filter((part) => !movable.includes(part));
  if (rest.length > 0) stages.push(matchStage(together(rest)));
}

function conjuncts(filter: Document): Document[] {
  return fieldEntries(filter).flatMap(([key, condition]) =>
    key === '$and' && Array.isArray(condition) ? condition.flatMap(conjuncts) : [{ [key]: condition }],
  );
}

function together(parts: Document[]): Document {
  return parts.length === 1 ? (parts[0] as Document) : { $and: parts };
}

/** True when a condition says the same before a stage as after it. */
function canPass(condition: Document, { name, operand }: Stage): boolean {
  if (name === '$sort') return true;
  const paths = pathsOf(condition);
  if (!paths) return false;
  if (name === '$project') return passesProjection(paths, operand as Document);
  const changed = changedPaths(name, operand);
  return changed !== undefined && !paths.some((path) => changed.some((other) => overlap(path, other)));
}

/** The paths a condition looks at, `undefined` when it may look anywhere. */
function pathsOf(condition: Document): string[] | undefined {
  const paths: string[] = [];
  for (const [key, value] of fieldEntries(condition)) {
    if (!key.startsWith('$')) paths.push(key);
    else if (!['$and', '$or', '$nor'].includes(key) || !Array.isArray(value)) return undefined;
    else {
      for (const branch of value) {
        const inner = pathsOf(branch);
        if (!inner) return undefined;
        paths.push(...inner);
      }
    }
  }
  return paths;
}

/** The paths at which a stage gives something else than it is given, `undefined` when that may be anywhere. */
function changedPaths(name: string, operand: unknown): string[] | undefined {
  const spec = isDocument(operand) ? operand : {};
  switch (name) {
    case '$addFields':
    case '$set':
      return Object.keys(spec);
    case '$unset':
      return Array.isArray(operand) ? operand : [operand as string];
    case '$unwind': {
      const path = (isDocument(operand) ? operand.path : operand) as string;
      return [path.slice(1), ...(typeof spec.includeArrayIndex === 'string' ? [spec.includeArrayIndex] : [])];
    }
    case '$lookup':
    case '$graphLookup':
      return [spec.as];
    default:
      return undefined;
  }
}

/** A condition passes a projection when all it looks at is kept as it is. */
function passesProjection(paths: readonly string[], spec: Document): boolean {
  const flags = fieldEntries(spec).map(([path, value]) => ({ path, number: typeof value === 'boolean' ? Number(value) : toNumber(value) }));
  const including = flags.some(({ path, number }) => number !== 0 && path !== '_id') || flags.every(({ number }) => number !== 0);
  if (!including) return !paths.some((path) => flags.some((flag) => flag.number === 0 && overlap(path, flag.path)));
  const kept = flags.filter(({ number }) => number !== undefined && number !== 0).map(({ path }) => path);
  if (!flags.some(({ path }) => path === '_id')) kept.push('_id');
  return paths.every((path) => kept.some((other) => path === other || path.startsWith(`${other}.`)));
}

function overlap(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

function limitsFirst(stages: readonly Stage[]): Stage[] {
  const result: Stage[] = [];
  for (const stage of stages) {
    let at = result.length;
    if (stage.name === '$limit' || stage.name === '$skip') while (at > 0 && ONE_TO_ONE.has((result[at - 1] as Stage).name)) at--;
    result.splice(at, 0, stage);
  }
  return result;
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
  while (rest[0]?.name === '$match') filters.push((rest.shift() as Stage).operand as Document);
  head.filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  if (rest[0]?.name === '$sort') head.sort = (rest.shift() as Stage).operand as Document;
  if (rest[0]?.name === '$skip') head.skip = toNumber((rest.shift() as Stage).operand) as number;
  if (rest[0]?.name === '$limit') head.limit = toNumber((rest.shift() as Stage).operand) as number;
  return head;
}

/** The top-level fields that the stages of a pipeline look at, `undefined` when they, or who reads their documents, need all. */
export function fieldsNeeded(stages: readonly Stage[]): ReadonlySet<string> | undefined {
  const fields = new Set<string>();
  for (const { reads, reshapes } of stages) {
    if (!reads) return undefined;
    for (const field of reads) fields.add(field);
    if (reshapes) return fields;
  }
  return undefined;
}
