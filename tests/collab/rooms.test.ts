import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { LoggedBatchModel, SnapshotModel } from '../../server/src/collab/document-log.model.ts';
import { subscribe } from '../../server/src/platform/events.ts';
import { openPage, sameDocument } from '../support/live-client.ts';
import { startRoomServer } from '../support/room-server.ts';

const server = await startRoomServer();
const newDocument = () => randomUUID();
const WAIT = { timeout: 10_000 };

test('two people who write at once come to the same document', async () => {
  const documentId = newDocument();
  const [one, other] = [openPage(server.as('ana', documentId)), openPage(server.as('bob', documentId))];
  await expect.poll(() => one.provider.synced && other.provider.synced, WAIT).toBe(true);
  for (let i = 0; i < 50; i++) {
    one.write('a');
    other.write('b');
  }
  await expect.poll(() => one.text().length === 100 && sameDocument(one.doc, other.doc), WAIT).toBe(true);
  expect(sameDocument(await server.collab.read(documentId), one.doc)).toBe(true);
});

test('what was written while away comes in on return', async () => {
  const documentId = newDocument();
  const [one, other] = [openPage(server.as('ana', documentId)), openPage(server.as('bob', documentId))];
  one.write('Article 1. ');
  await expect.poll(other.text, WAIT).toBe('Article 1. ');
  one.provider.disconnect();
  one.write('Objet du marché');
  other.write('Prix');
  one.provider.connect();
  await expect.poll(() => other.text().includes('Objet') && sameDocument(one.doc, other.doc), WAIT).toBe(true);
});

test('a document leaves memory when nobody has it open, and comes back the same from disk', async () => {
  const documentId = newDocument();
  const page = openPage(server.as('ana', documentId));
  await expect.poll(() => page.provider.synced, WAIT).toBe(true);
  for (let i = 0; i < 200; i++) page.write('mot '.repeat(100));
  await expect.poll(async () => (await server.collab.read(documentId)).getText('body').length, WAIT).toBe(80_000);
  page.provider.disconnect();
  // It leaves a snapshot and no log.
  await expect.poll(() => SnapshotModel.countDocuments({ documentId }), WAIT).toBe(1);
  await expect.poll(() => LoggedBatchModel.countDocuments({ documentId }), WAIT).toBe(0);
  const again = openPage(server.as('bob', documentId));
  await expect.poll(() => again.provider.synced, WAIT).toBe(true);
  expect(sameDocument(again.doc, page.doc)).toBe(true);
});

test('a command changes the document of those who have it open, durably, or not at all', async () => {
  const documentId = newDocument();
  const page = openPage(server.as('ana', documentId));
  page.write('Un');
  await expect.poll(async () => (await server.collab.read(documentId)).getText('body').toString(), WAIT).toBe('Un');
  const length = await server.collab.edit(documentId, (doc) => {
    doc.getText('body').insert(2, ' deux');
    return doc.getText('body').length;
  });
  expect(length).toBe(7);
  expect(await LoggedBatchModel.countDocuments({ documentId })).toBeGreaterThan(0);
  await expect.poll(page.text, WAIT).toBe('Un deux');
  const failed = server.collab.edit(documentId, (doc) => {
    doc.getText('body').insert(0, 'jamais');
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect((await server.collab.read(documentId)).getText('body').toString()).toBe('Un deux');
});

test('a document is made with what it holds, once, and removed for good', async () => {
  const documentId = newDocument();
  const source = await server.collab.read(newDocument());
  source.getText('body').insert(0, 'Modèle');
  await server.collab.create(documentId, source);
  await expect(server.collab.create(documentId, source)).rejects.toThrow('exists');
  const page = openPage(server.as('ana', documentId));
  await expect.poll(page.text, WAIT).toBe('Modèle');
  await server.collab.remove(documentId);
  await expect.poll(() => page.closed[0], WAIT).toBe(4404);
  expect(await SnapshotModel.countDocuments({ documentId })).toBe(0);
});

test('a document just read from disk is sent first, and what was written away from it then comes in', async () => {
  const documentId = newDocument();
  const source = await server.collab.read(newDocument());
  source.getText('body').insert(0, 'Modèle');
  await server.collab.create(documentId, source);
  const page = openPage(server.as('ana', documentId));
  page.write(' annoté');
  await expect.poll(page.text, WAIT).toContain('Modèle');
  await expect.poll(async () => sameDocument(await server.collab.read(documentId), page.doc), WAIT).toBe(true);
  expect(page.text()).toContain(' annoté');
});

test('features hear who wrote, once it is on disk, and who is present', async () => {
  const documentId = newDocument();
  const written: string[][] = [];
  const stop = subscribe('collab.document.written', (event) => {
    if (event.documentId === documentId) written.push(event.personIds);
  });
  const [one, reader] = [openPage(server.as('ana', documentId)), openPage(server.as('bob', documentId, 'read'))];
  one.write('x');
  const present = () => server.collab.present([documentId]).get(documentId)?.length;
  await expect.poll(present, WAIT).toBe(2);
  expect(server.collab.present([documentId]).get(documentId)).toEqual(
    expect.arrayContaining([
      { personId: 'ana', level: 'write' },
      { personId: 'bob', level: 'read' },
    ]),
  );
  await expect.poll(() => written, WAIT).toEqual([['ana']]);
  reader.provider.disconnect();
  await expect.poll(present, WAIT).toBe(1);
  stop();
});
