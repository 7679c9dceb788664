import type { IndexState } from "../storage/index-state.ts";
import { type ByteRange, prefixRange } from "../order/byte-range.ts";
import { shortenBound } from "../storage/document-key.ts";
import type { Conjunct, PathBounds } from "./conjuncts.ts";
import { descending, type Interval, intersection } from "./intervals.ts";

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
}

/** Bounds chosen for one field and the conditions they come from. */
interface FieldBounds {
  intervals: Interval[];
  proven: Conjunct[];
}

/** A condition that could be the one to bound a field, and the ranges it would give. */
export interface Alternative {
  conjunct: Conjunct;
  bounds: PathBounds;
  ranges(): ByteRange[];
}

/** Several conditions on one multikey field may be met by different elements: one of them has to be chosen. */
export type Choice = (alternatives: Alternative[]) => Alternative;

/** Cuts out of an index the ranges that hold everything the conditions allow. */
export function indexRanges(index: IndexState, conjuncts: readonly Conjunct[], choose: Choice): IndexRanges {
  const id = Buffer.allocUnsafe(4);
  id.writeUInt32BE(index.id, 0);
  const result: IndexRanges = { index, ranges: [], points: 0, severalPoints: [], ranged: false, proven: new Set() };
  let prefixes: { bytes: Buffer; tail: number }[] = [{ bytes: id, tail: 4 }];
  for (const [position, field] of index.fields.entries()) {
    const directed = (intervals: Interval[]) => (index.directions[position] === -1 ? descending(intervals) : intervals);
    const cut = (intervals: Interval[]) => prefixes.flatMap(({ bytes, tail }) => directed(intervals).map(({ start, end }) => ({ start: join(bytes, start), end: join(bytes, end), tail })));
    const alternatives = alternativesFor(field, conjuncts, cut);
    if (alternatives.length === 0) break;
    const bounds = fieldBounds(alternatives, index.multikey[position] === true, choose);
    const intervals = directed(bounds.intervals);
    const tooMany = prefixes.length * intervals.length > MOST_RANGES;
    if (tooMany) break;
    for (const conjunct of bounds.proven) result.proven.add(conjunct);
    if (!intervals.every((interval) => interval.point)) {
      result.ranged = true;
      return finish(result, cut(bounds.intervals));
    }
    const several = intervals.length !== 1;
    prefixes = prefixes.flatMap(({ bytes, tail }) => intervals.map((interval) => withPoint(bytes, interval.start, several, tail)));
    result.points++;
    result.severalPoints.push(several);
  }
  return finish(result, prefixes.map(({ bytes, tail }) => ({ ...prefixRange(bytes), tail })));
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
  const proof = ({ conjunct, bounds }: Alternative) => (bounds.exact ? [conjunct] : []);
  if (!multikey) {
    return { intervals: alternatives.map(({ bounds }) => bounds.intervals).reduce(intersection), proven: alternatives.flatMap(proof) };
  }
  const chosen = alternatives.length === 1 ? (alternatives[0] as Alternative) : choose(alternatives);
  return { intervals: chosen.bounds.intervals, proven: proof(chosen) };
}
