import * as Y from 'yjs';

/**
 * Refuses what Yjs would choke on half-way, or take memory for before it does: an update is read to its end, structures and
 * deletions, before any of it is applied. @throws when it is malformed
 */
const check = (update: Uint8Array): void => {
  for (const { id, length } of Y.decodeUpdate(update).structs)
    if (length < 1 || !Number.isSafeInteger(id.clock + length)) throw new Error('a structure of no length');
};

/**
 * Applies updates in one transaction; `refused` is called for each malformed one, of which nothing is applied.
 * @returns those that were applied, in order
 * @throws when a well-formed update could not be applied: the document may hold a part of it
 */
export const applyUpdates = <U extends { update: Uint8Array }>(doc: Y.Doc, batch: readonly U[], refused: (one: U) => void): U[] => {
  const accepted: U[] = [];
  for (const one of batch) {
    try {
      check(one.update);
      accepted.push(one);
    } catch {
      refused(one);
    }
  }
  doc.transact(() => {
    for (const { update } of accepted) Y.applyUpdate(doc, update);
  });
  return accepted;
};
