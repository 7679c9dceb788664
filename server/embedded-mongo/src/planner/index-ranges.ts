import { type ByteRange, prefixRange } from '../order/byte-range.ts';
import { shortenBound } from '../storage/document-key.ts';
import type { IndexState } from '../storage/index-state.ts';
import type { Conjunct, PathBounds } from './conjuncts.ts';
import { descending, type Interval, intersection } from './intervals.ts';

/** More ranges than this cost more to merge than they save. */
const MOST_RANGES = 2000;

/** A range of keys; `tail` is where the part begins that is comparable between the ranges of a scan. */
export interface ScanRange {
  start: Buffer;
  end: Buffer;
  tail: number;
}

/** What an index can do for a filter. */
export interface IndexRanges {
  index: IndexState;
  ranges: ScanRange[];
  /** Leading fields held to single values. */
  points: number;
  /** Of those, the fields with several values. */
  severalPoints: boolean[];
  /** A field after the points is bounded by a range. */
  ranged: boolean;
  /** The conditions that every key of the ranges satisfies. */
  proven: Set<Conjunct>;
  /** Ranges in which a document must have the same key, up to what follows their tails; the first is that of `ranges`. */
  intersected: ScanRange[];
}

/** Bounds chosen for one field and the conditions they come from. */
interface FieldBounds {
  intervals: Interval[];
  proven: Conjunct[];
  together: Alternative[];
}

/** A condition that could be the one to bound a field, and the ranges it would give. */
export interface Alternative {
  conjunct: Conjunct;
  bounds: PathBounds;
  ranges(): ByteRange[];
}

/** What bounds a multikey field: one condition, or several whose keys are to be found together. */
export interface Chosen {
  first: Alternative;
  together: Alternative[];
}

/** Several conditions on one multikey field may be met by different elements: their bounds cannot be combined. */
export type Choice = (alternatives: Alternative[]) => Chosen;

/** Cuts out of an index the ranges that hold everything the conditions allow. */
export function indexRanges(index: IndexState, conjuncts: readonly Conjunct[], choose: Choice): IndexRanges {
  const id = Buffer.allocUnsafe(4);
  id.writeUInt32BE(index.id, 0);
  const result: IndexRanges = { index, ranges: [], points: 0, severalPoints: [], ranged: false, proven: new Set(), intersected: [] };
  let prefixes: Prefix[] = [{ bytes: id, tail: 4 }];
  let together: { alternatives: Alternative[]; tail: number } | undefined;
  for (const [position, field] of index.fields.entries()) {
    const directed = (intervals: Interval[]) => (index.directions[position] === -1 ? descending(intervals) : intervals);
    const cut = (intervals: Interval[]) => cutRanges(prefixes, directed(intervals));
    const alternatives = sharesArray(index, position) ? [] : alternativesFor(field, conjuncts, cut);
    if (alternatives.length === 0) break;
    const bounds = fieldBounds(alternatives, index.multikey[position] === true, choose);
    const intervals = directed(bounds.intervals);
    if (prefixes.length * intervals.length > MOST_RANGES) break;
    for (const conjunct of bounds.proven) result.proven.add(conjunct);
    if (!intervals.every((interval) => interval.point)) {
      result.ranged = true;
      return withIntersection(finish(result, cut(bounds.intervals)), together, conjuncts);
    }
    const several = intervals.length !== 1;
    prefixes = prefixes.flatMap(({ bytes, tail }) => intervals.map((interval) => withPoint(bytes, interval.start, several, tail)));
    if (bounds.together.length > 1 && prefixes.length === 1)
      together = { alternatives: bounds.together, tail: (prefixes[0] as Prefix).bytes.length };
    result.points++;
    result.severalPoints.push(several);
  }
  return withIntersection(
    finish(
      result,
      prefixes.map(({ bytes, tail }) => ({ ...prefixRange(bytes), tail })),
    ),
    together,
    conjuncts,
  );
}

interface Prefix {
  bytes: Buffer;
  tail: number;
}

/** Two fields inside the same array may be met by different elements, which one entry never holds together. */
function sharesArray(index: IndexState, position: number): boolean {
  const root = (index.paths[position] as readonly string[])[0];
  return (
    index.multikey[position] === true &&
    index.paths.some((path, earlier) => earlier < position && index.multikey[earlier] && path[0] === root)
  );
}

function cutRanges(prefixes: readonly Prefix[], intervals: readonly Interval[]): ScanRange[] {
  return prefixes.flatMap(({ bytes, tail }) =>
    intervals.map(({ start, end }) => ({ start: join(bytes, start), end: join(bytes, end), tail })),
  );
}

/** Adds the ranges of the other conditions, cut by the same following fields, when each has but one. */
function withIntersection(
  result: IndexRanges,
  together: { alternatives: Alternative[]; tail: number } | undefined,
  conjuncts: readonly Conjunct[],
): IndexRanges {
  if (!together || result.ranges.length !== 1 || result.proven.size === 0) return result;
  const base = (result.ranges[0] as ScanRange).start;
  const pointLength = ({ bounds }: Alternative) => (bounds.intervals[0] as Interval).start.length;
  const shared = together.tail - pointLength(together.alternatives[0] as Alternative);
  for (const alternative of together.alternatives) {
    const only: Choice = () => ({ first: alternative, together: [] });
    const other = indexRanges(result.index, conjuncts, only);
    if (other.ranges.length !== 1 || base.length < together.tail) return { ...result, intersected: [] };
    result.intersected.push({ ...(other.ranges[0] as ScanRange), tail: shared + pointLength(alternative) });
  }
  for (const { conjunct, bounds } of together.alternatives) if (bounds.exact && !bounds.nullable) result.proven.add(conjunct);
  return result;
}

function withPoint(bytes: Buffer, point: Buffer, several: boolean, tail: number): { bytes: Buffer; tail: number } {
  const joined = join(bytes, point);
  return { bytes: joined, tail: several ? joined.length : tail };
}

function join(a: Buffer, b: Buffer): Buffer {
  return Buffer.concat([a, b]);
}

/** Bounds longer than a key can be are cut, and then prove nothing any more. */
function finish(result: IndexRanges, ranges: ScanRange[]): IndexRanges {
  for (const range of ranges) {
    const start = shortenBound(range.start, result.index.primary);
    const end = shortenBound(range.end, result.index.primary);
    if (start.truncated || end.truncated) result.proven.clear();
    const last = end.truncated ? prefixRange(end.bytes).end : end.bytes;
    result.ranges.push({ start: start.bytes, end: last, tail: Math.min(range.tail, start.bytes.length) });
  }
  return result;
}

function alternativesFor(field: string, conjuncts: readonly Conjunct[], cut: (intervals: Interval[]) => ByteRange[]): Alternative[] {
  return conjuncts.flatMap((conjunct) =>
    conjunct.bounds.filter(({ path }) => path === field).map((bounds) => ({ conjunct, bounds, ranges: () => cut(bounds.intervals) })),
  );
}

function fieldBounds(alternatives: Alternative[], multikey: boolean, choose: Choice): FieldBounds {
  const proves = ({ path, exact, nullable }: PathBounds) => exact && !(nullable && multikey && path.includes('.'));
  const proof = ({ conjunct, bounds }: Alternative) => (proves(bounds) ? [conjunct] : []);
  if (!multikey) {
    return {
      intervals: alternatives.map(({ bounds }) => bounds.intervals).reduce(intersection),
      proven: alternatives.flatMap(proof),
      together: [],
    };
  }
  const { first, together } = alternatives.length === 1 ? { first: alternatives[0] as Alternative, together: [] } : choose(alternatives);
  return { intervals: first.bounds.intervals, proven: proof(first), together };
}
