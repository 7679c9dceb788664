import * as Y from 'yjs';

/**
 * Refuses what Yjs would choke on half-way, or take memory for before it does: an update is read to its end, structures and
 * deletions, before any of it is applied. @throws when it is malformed
 */
const check = (update: Uint8Array): void => {
  for (const { id, length } of Y.decodeUpdate(update).structs)
    if (length < 1 || !Number.isSafeInteger(id.clock + length)) throw new Error('a structure of no length');
};

/** Runs `change` in one transaction. @returns all it changed, as one update; null when nothing was new */
export const capture = (doc: Y.Doc, change: () => void): Uint8Array | null => {
  let update: Uint8Array | null = null;
  const keep = (changed: Uint8Array) => {
    update = changed;
  };
  doc.on('update', keep);
  try {
    doc.transact(change);
  } finally {
    doc.off('update', keep);
  }
  return update;
};

/**
 * Applies what came in a tick in one transaction; `refused` is called for each malformed update, of which nothing is applied.
 * One update comes out of many, which costs less than to pass each on, and says nothing twice: pages send all they ever
 * deleted with every connection.
 * @returns those whose changes were taken, and what was new in them
 * @throws when a well-formed update could not be applied: the document may hold a part of it
 */
export const applyUpdates = <U extends { update: Uint8Array }>(
  doc: Y.Doc,
  batch: readonly U[],
  refused: (one: U) => void,
): { accepted: U[]; update: Uint8Array | null } => {
  const accepted = batch.filter((one) => {
    try {
      check(one.update);
      return true;
    } catch {
      refused(one);
      return false;
    }
  });
  const update = capture(doc, () => {
    for (const one of accepted) Y.applyUpdate(doc, one.update);
  });
  return { accepted, update };
};
