import type { Environment } from './environment.ts';

/** Memory shared by the documents read one after the other: allocating each alone would cost more than reading it. */
const PIECE = 32 * 1024;
/** A document larger than this has memory of its own. */
const LARGEST_SHARED = 4 * 1024;

let piece = Buffer.allocUnsafeSlow(PIECE);
let used = 0;

/**
 * The bytes of the document stored at a place, if there is one. Whoever keeps a document long after its neighbours keeps
 * the memory they share, and copies it first.
 */
export function readDocument({ documents }: Environment, place: Buffer): Buffer | undefined {
  const found = documents.getBinaryFast(place);
  if (!found) return undefined;
  // LMDB reads into a buffer of its own that the next read overwrites, longer than the length it bears.
  const bytes = found.subarray(0, found.length);
  if (bytes.length > LARGEST_SHARED) return Buffer.from(bytes);
  if (used + bytes.length > PIECE) {
    piece = Buffer.allocUnsafeSlow(PIECE);
    used = 0;
  }
  piece.set(bytes, used);
  const copy = piece.subarray(used, used + bytes.length);
  used += bytes.length;
  return copy;
}
