import { createHash } from 'node:crypto';
import type { Collection } from 'mongodb';

/** What a collection holds, whatever the order its documents are read in. */
export interface Digest {
  documents: number;
  /** Sum of the hashes of the documents: two that are equal do not cancel each other out, as they would in an exclusive or. */
  sum: bigint;
}

export const emptyDigest = (): Digest => ({ documents: 0, sum: 0n });

/** Counts a document in. */
export function digestDocument(digest: Digest, bytes: Uint8Array): void {
  const hash = createHash('sha256').update(bytes).digest();
  digest.documents++;
  digest.sum = BigInt.asUintN(128, digest.sum + (hash.readBigUInt64BE(0) << 64n) + hash.readBigUInt64BE(8));
}

/** Reads all that a collection holds. */
export async function digestOf(collection: Collection): Promise<Digest> {
  const digest = emptyDigest();
  for await (const bytes of rawDocuments(collection)) digestDocument(digest, bytes);
  return digest;
}

/** The documents of a collection as the bytes the server sends, in the order they are kept. */
export async function* rawDocuments(collection: Collection): AsyncGenerator<Buffer, void, void> {
  for await (const document of collection.find({}, { raw: true, sort: { $natural: 1 } })) yield document as unknown as Buffer;
}
