import * as Y from 'yjs';
import { applyUpdates } from './apply-updates.ts';
import { appendBatches, dropDocument, readStored } from './document-store.ts';
import { frameUpdate } from './frame.ts';

const ROUNDS = 4;
const EDITS = 4_000;
const KEYS = 2_000;
const COMMITS = 8;
const BATCHES_A_COMMIT = 100;
/** No address names it. */
const SCRATCH = '';

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

const readState = async (): Promise<void> => {
  const state = written();
  for (let round = 0; round < ROUNDS; round++) {
    await readStored(SCRATCH);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    Y.encodeStateAsUpdate(doc);
    doc.destroy();
  }
};

/** Keys on their way through a room, each in a tick of its own. */
const passKeys = (): void => {
  const [page, room] = [new Y.Doc(), new Y.Doc()];
  page.on('update', (update: Uint8Array) => {
    const passed = applyUpdates(room, [{ update }], () => {});
    if (passed.update) frameUpdate(passed.update);
  });
  const text = page.getText('body');
  for (let key = 0; key < KEYS; key++) text.insert(text.length, 'x');
  page.destroy();
  room.destroy();
};

const writeLog = async (): Promise<void> => {
  const one = { documentId: SCRATCH, writer: crypto.randomUUID(), count: 1, updates: Buffer.alloc(32), by: [], at: new Date() };
  for (let commit = 0; commit < COMMITS; commit++)
    await appendBatches(Array.from({ length: BATCHES_A_COMMIT }, (_, i) => ({ ...one, seq: commit * BATCHES_A_COMMIT + i })));
  await dropDocument(SCRATCH);
};

/**
 * Reads, applies, passes on and writes what is thrown away, before anybody waits for it: after a restart the first documents are
 * opened and written in by code that has run, over a connection that stands.
 */
export const warmUp = async (): Promise<void> => {
  await readState();
  passKeys();
  await writeLog();
};
