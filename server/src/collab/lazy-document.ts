import * as Y from 'yjs';

/** More than this on top of a snapshot is quicker merged than sent one by one. */
const SENT_AS_STORED_MAX = 200;

/**
 * A document as it lies on disk, which becomes a Yjs document only when something is done with it: who opens one to read it is
 * sent what was read, while making the document of many pages takes a tenth of a second that she would have waited.
 */
export class LazyDocument {
  #stored: readonly Uint8Array[] | null;
  #made: Y.Doc | null = null;

  constructor(stored: readonly Uint8Array[]) {
    this.#stored = stored;
  }

  get isMade(): boolean {
    return this.#made !== null;
  }

  get doc(): Y.Doc {
    if (this.#made) return this.#made;
    this.#made = this.#make();
    this.#stored = null;
    return this.#made;
  }

  #make(): Y.Doc {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const update of this.#stored ?? []) Y.applyUpdate(doc, update);
    });
    return doc;
  }

  /** What one who has this lacks, as updates to be applied in their order: for one who has nothing, what is stored. */
  lackedBy(vector: Uint8Array): readonly Uint8Array[] {
    const hasNothing = vector.length === 1 && vector[0] === 0;
    const stored = hasNothing ? this.#stored : null;
    return stored?.length && stored.length <= SENT_AS_STORED_MAX ? stored : [Y.encodeStateAsUpdate(this.doc, vector)];
  }

  /** Another document that says the same. */
  copy(): Y.Doc {
    if (!this.#made) return this.#make();
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.#made));
    return copy;
  }

  destroy(): void {
    this.#made?.destroy();
    this.#stored = null;
  }
}
