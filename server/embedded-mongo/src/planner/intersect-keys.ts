import type { ScanSource } from '../storage/key-scan.ts';
import type { ScanRange } from './index-ranges.ts';

const FIRST_CHUNK = 8;
const LARGEST_CHUNK = 256;

/**
 * How what follows the tails of two keys compares. Most keys differ within a few bytes: a loop costs less than a view of
 * each key and a call into the engine.
 */
function compareRests(one: Buffer, oneTail: number, other: Buffer, otherTail: number): number {
  const length = Math.min(one.length - oneTail, other.length - otherTail);
  for (let i = 0; i < length; i++) {
    const difference = (one[oneTail + i] as number) - (other[otherTail + i] as number);
    if (difference !== 0) return difference;
  }
  return one.length - oneTail - (other.length - otherTail);
}

/** Reads one range forward or backward, able to jump ahead. Keys are compared by what follows the tail. */
class JumpingReader {
  readonly #source: ScanSource;
  readonly #range: ScanRange;
  readonly #backward: boolean;
  readonly #head: Buffer;
  readonly tail: number;
  #chunk: Buffer[] = [];
  #at = 0;
  #size = FIRST_CHUNK;
  #complete = false;

  constructor(source: ScanSource, range: ScanRange, backward: boolean) {
    this.#source = source;
    this.#range = range;
    this.#backward = backward;
    this.#head = range.start.subarray(0, range.tail);
    this.tail = range.tail;
  }

  /** The first key whose rest is at the target's or after it; the first of all without a target. */
  seek(target: Buffer | undefined, targetTail: number, beyond: boolean): Buffer | undefined {
    for (;;) {
      const found = this.#inChunk(target, targetTail, beyond);
      if (found || this.#complete) return found;
      this.#read(target?.subarray(targetTail), beyond);
    }
  }

  /** Forgets what was read: it may be of the past. */
  forget(): void {
    this.#chunk = [];
    this.#at = 0;
    this.#complete = false;
  }

  #inChunk(target: Buffer | undefined, targetTail: number, beyond: boolean): Buffer | undefined {
    for (; this.#at < this.#chunk.length; this.#at++) {
      const key = this.#chunk[this.#at] as Buffer;
      if (!target) return key;
      const order = compareRests(key, this.tail, target, targetTail) * (this.#backward ? -1 : 1);
      if (order > 0 || (order === 0 && !beyond)) return key;
    }
    return undefined;
  }

  #read(target: Buffer | undefined, beyond: boolean): void {
    const { start, end } = this.#range;
    const from = target && Buffer.concat([this.#head, target]);
    const limit = this.#size;
    const options = this.#backward
      ? { start: from ?? end, exclusiveStart: beyond || !from, end: start, inclusiveEnd: true, reverse: true, limit }
      : { start: from && from.compare(start) > 0 ? from : start, exclusiveStart: beyond && from !== undefined, end, limit };
    this.#chunk = [...this.#source.map.getKeys(options)];
    this.#at = 0;
    this.#complete = this.#chunk.length < limit;
    this.#size = Math.min(this.#size * 2, LARGEST_CHUNK);
  }
}

/**
 * The keys of the first range that all the others have too, comparing what follows the tails. Each reader in turn jumps
 * to where the others are, so that what only one of them has is passed over unread.
 */
export function* intersectKeys(source: ScanSource, ranges: readonly ScanRange[], backward: boolean): Generator<Buffer, void, void> {
  const readers = ranges.map((range) => new JumpingReader(source, range, backward));
  const [first, ...others] = readers as [JumpingReader, ...JumpingReader[]];
  let epoch = source.epoch();
  let key = first.seek(undefined, 0, false);
  search: while (key) {
    for (const other of others) {
      const reached = other.seek(key, first.tail, false);
      if (!reached) return;
      if (compareRests(reached, other.tail, key, first.tail) === 0) continue;
      key = first.seek(reached, other.tail, false);
      continue search;
    }
    yield key;
    if (source.epoch() !== epoch) {
      epoch = source.epoch();
      for (const reader of readers) reader.forget();
    }
    key = first.seek(key, first.tail, true);
  }
}
