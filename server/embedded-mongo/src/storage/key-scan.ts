import type { Database } from 'lmdb';
import type { ByteRange } from '../order/byte-range.ts';

const FIRST_CHUNK = 32;
const LARGEST_CHUNK = 1024;

/** What a scan reads from, and how it learns that something was written meanwhile. */
export interface ScanSource {
  map: Database<Buffer, Buffer>;
  epoch(): number;
}

/**
 * The keys of a range, forward or backward. Keys are read in chunks and no LMDB cursor outlives one: a scan may be left
 * standing between two batches of a client for as long as it likes without holding back a snapshot. When something has
 * been written since the last chunk, the rest of the chunk is dropped and the scan goes on from the last key given.
 *
 * @param expected how many keys are likely to be taken
 */
export function* scanKeys(source: ScanSource, range: ByteRange, backward: boolean, expected = FIRST_CHUNK): Generator<Buffer, void, void> {
  let { start, end } = range;
  let size = Math.min(expected, LARGEST_CHUNK);
  let afterStart = false;
  for (;;) {
    const epoch = source.epoch();
    const chunk = readChunk(source.map, start, end, backward, afterStart, size);
    let last: Buffer | undefined;
    for (const key of chunk) {
      yield key;
      last = key;
      if (source.epoch() !== epoch) break;
    }
    if (!last || (chunk.length < size && last === chunk[chunk.length - 1])) return;
    if (backward) end = last;
    else {
      start = last;
      afterStart = true;
    }
    size = Math.min(Math.max(size * 4, FIRST_CHUNK), LARGEST_CHUNK);
  }
}

function readChunk(
  map: Database<Buffer, Buffer>,
  start: Buffer,
  end: Buffer,
  backward: boolean,
  afterStart: boolean,
  limit: number,
): Buffer[] {
  const options = backward
    ? { start: end, exclusiveStart: true, end: start, inclusiveEnd: true, reverse: true, limit }
    : { start, exclusiveStart: afterStart, end, limit };
  return [...map.getKeys(options)];
}

/** How many keys a range has; LMDB counts them without handing them over. */
export function countKeys(source: ScanSource, range: ByteRange): number {
  return source.map.getKeysCount({ start: range.start, end: range.end });
}

/** True when a range has more than `count` keys, found without reading further. */
export function hasMoreKeysThan(source: ScanSource, range: ByteRange, count: number): boolean {
  for (const _ of source.map.getKeys({ start: range.start, end: range.end, offset: count, limit: 1 })) return true;
  return false;
}
