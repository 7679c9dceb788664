import { decode } from '../bson-codec.ts';
import { documentRange } from './capped.ts';
import type { CollatedClaims } from './collated-claims.ts';
import type { CollectionState } from './collection-state.ts';
import type { Maps } from './environment.ts';
import type { IndexState } from './index-state.ts';
import { scanKeys } from './key-scan.ts';

/**
 * The claims of an index, read from the documents the first time they are asked for. An index under construction has
 * none but those that are entered.
 */
export function knownClaims(claims: CollatedClaims, environment: Maps, collection: CollectionState, index: IndexState): CollatedClaims {
  if (claims.known) return claims;
  claims.known = true;
  if (index.building) return claims;
  for (const place of scanKeys({ map: environment.documents, epoch: () => 0 }, documentRange(collection), false)) {
    const bytes = environment.documents.getBinary(place);
    for (const name of bytes ? claimsOf(index, bytes) : []) claims.claim(name, place.subarray(4));
  }
  return claims;
}

/** Bytes that are no document, which only damage can have brought in, claim nothing. */
function claimsOf(index: IndexState, bytes: Buffer): string[] {
  try {
    return index.keysOf(decode(bytes)).claims;
  } catch {
    return [];
  }
}
