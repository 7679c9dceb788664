import * as Y from 'yjs';
import { readStored } from './document-store.ts';

const ROUNDS = 4;
const EDITS = 4_000;

/** A text written and corrected here and there: as many pieces as a document of many pages has. */
const written = (): Uint8Array => {
  const doc = new Y.Doc();
  const text = doc.getText('body');
  doc.transact(() => {
    for (let i = 0; i < EDITS; i++) {
      text.insert((i * 7_919) % (text.length + 1), 'mot ');
      if (i % 4 === 3) text.delete((i * 104_729) % (text.length - 2), 2);
    }
  });
  return Y.encodeStateAsUpdate(doc);
};

/**
 * Reads and applies what is thrown away, before anybody waits for it: after a restart the first document is opened by code
 * that has run, over a connection that stands.
 */
export const warmUp = async (): Promise<void> => {
  const state = written();
  for (let round = 0; round < ROUNDS; round++) {
    await readStored('');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    Y.encodeStateAsUpdate(doc);
    doc.destroy();
  }
};
