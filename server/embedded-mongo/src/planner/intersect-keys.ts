import type { ScanSource } from '../storage/key-scan.ts';
import type { ScanRange } from './index-ranges.ts';

const FIRST_CHUNK = 8;
const LARGEST_CHUNK = 256;

/** Reads one range forward or backward, able to jump ahead. Keys are compared by what follows the tail. */
class JumpingReader {
  readonly #source: ScanSource;
  readonly #range: ScanRange;
  readonly #backward: boolean;
  readonly #head: Buffer;
  #chunk: Buffer[] = [];
  #at = 0;
  #size = FIRST_CHUNK;
  #complete = false;

  constructor(source: ScanSource, range: ScanRange, backward: boolean) {
    this.#source = source;
    this.#range = range;
    this.#backward = backward;
    this.#head = range.start.subarray(0, range.tail);
  }

  /** The first key whose rest is at `target` or after it; the first of all without a target. */
  seek(target: Buffer | undefined, beyond: boolean): Buffer | undefined {
    for (;;) {
      const found = this.#inChunk(target, beyond);
      if (found || this.#complete) return found;
      this.#read(target, beyond);
    }
  }

  /** Forgets what was read: it may be of the past. */
  forget(): void {
    this.#chunk = [];
    this.#at = 0;
    this.#complete = false;
  }

  rest(key: Buffer): Buffer {
    return key.subarray(this.#range.tail);
  }

  #inChunk(target: Buffer | undefined, beyond: boolean): Buffer | undefined {
    for (; this.#at < this.#chunk.length; this.#at++) {
      const key = this.#chunk[this.#at] as Buffer;
      if (!target) return key;
      const order = target.compare(key, this.#range.tail) * (this.#backward ? 1 : -1);
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
  const [first] = readers as [JumpingReader];
  let epoch = source.epoch();
  let key = first.seek(undefined, false);
  while (key) {
    const target = first.rest(key);
    const jump = furthest(readers, target);
    if (jump === 'end') return;
    if (jump) {
      key = first.seek(jump, false);
      continue;
    }
    yield key;
    if (source.epoch() !== epoch) {
      epoch = source.epoch();
      for (const reader of readers) reader.forget();
    }
    key = first.seek(target, true);
  }
}

/** Where the first of the others that lacks the target goes on; `undefined` when all have it. */
function furthest(readers: readonly JumpingReader[], target: Buffer): Buffer | 'end' | undefined {
  for (const reader of readers.slice(1)) {
    const other = reader.seek(target, false);
    if (!other) return 'end';
    const rest = reader.rest(other);
    if (!rest.equals(target)) return rest;
  }
  return undefined;
}
