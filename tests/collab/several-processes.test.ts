import { randomUUID } from 'node:crypto';
import { COLLAB_CLOSE } from '@beffroi/shared/collab/close-codes';
import { Redis } from 'ioredis';
import { expect, onTestFinished, test } from 'vitest';
import { LoggedBatchModel } from '../../server/src/collab/document-log.model.ts';
import { openPage, sameDocument } from '../support/live-client.ts';
import { startRedis } from '../support/redis-process.ts';
import { type RoomServer, startRoomServer } from '../support/room-server.ts';
import { newDatabaseUri } from '../support/start-server.ts';

const WAIT = { timeout: 10_000 };
const uri = newDatabaseUri();

/** Two room servers that share a store and a Redis, and nothing else. */
const startTwo = async (): Promise<[RoomServer, RoomServer]> => {
  const redisUrl = await startRedis();
  const servers: [RoomServer, RoomServer] = [await startRoomServer({ uri, redisUrl }), await startRoomServer({ uri, redisUrl })];
  onTestFinished(async () => {
    for (const { stop } of servers) await stop();
  });
  return servers;
};

test('people on different processes write one document, see each other’s carets and who is there', async () => {
  const [here, there] = await startTwo();
  const documentId = randomUUID();
  const [ana, bob] = [openPage(here.as('ana', documentId)), openPage(there.as('bob', documentId))];
  ana.provider.awareness.setLocalStateField('user', { id: 'ana', name: 'Ana' });
  await expect.poll(() => ana.provider.synced && bob.provider.synced, WAIT).toBe(true);
  for (let i = 0; i < 100; i++) {
    ana.write('a');
    bob.write('b');
  }
  await expect.poll(() => bob.text().length === 200 && sameDocument(ana.doc, bob.doc), WAIT).toBe(true);
  await expect.poll(() => bob.provider.awareness.getStates().get(ana.doc.clientID)?.user?.name, WAIT).toBe('Ana');
  const people = (server: RoomServer) =>
    server.collab
      .present([documentId])
      .get(documentId)
      ?.map(({ personId }) => personId)
      .sort();
  await expect.poll(() => people(here), WAIT).toEqual(['ana', 'bob']);
  await expect.poll(() => people(there), WAIT).toEqual(['ana', 'bob']);
  ana.provider.disconnect();
  await expect.poll(() => bob.provider.awareness.getStates().has(ana.doc.clientID), WAIT).toBe(false);
  await expect.poll(() => people(there), WAIT).toEqual(['bob']);
  // Each has written what it received; together they hold everything.
  await expect.poll(async () => (await LoggedBatchModel.distinct('writer', { documentId })).length, WAIT).toBe(2);
});

test('who opens a document while it is written elsewhere gets what is not on disk yet', async () => {
  const [here, there] = await startTwo();
  const documentId = randomUUID();
  const ana = openPage(here.as('ana', documentId));
  await expect.poll(() => ana.provider.synced, WAIT).toBe(true);
  const timer = setInterval(() => ana.write('a'), 1);
  onTestFinished(() => clearInterval(timer));
  await expect.poll(() => ana.text().length, WAIT).toBeGreaterThan(50);
  const bob = openPage(there.as('bob', documentId));
  await expect.poll(() => bob.text().length, WAIT).toBeGreaterThan(100);
  clearInterval(timer);
  await expect.poll(() => sameDocument(ana.doc, bob.doc), WAIT).toBe(true);
});

test('a command on one process reaches the pages of the other, and reads what was written there a moment ago', async () => {
  const [here, there] = await startTwo();
  const documentId = randomUUID();
  const ana = openPage(here.as('ana', documentId));
  ana.write('Un');
  await expect.poll(async () => (await there.collab.read(documentId)).getText('body').toString(), WAIT).toBe('Un');
  await there.collab.edit(documentId, (doc) => doc.getText('body').insert(2, ' deux'));
  await expect.poll(ana.text, WAIT).toBe('Un deux');
});

test('both processes put a document away without losing what the other wrote', async () => {
  const [here, there] = await startTwo();
  const documentId = randomUUID();
  const [ana, bob] = [openPage(here.as('ana', documentId)), openPage(there.as('bob', documentId))];
  await expect.poll(() => ana.provider.synced && bob.provider.synced, WAIT).toBe(true);
  for (let i = 0; i < 40; i++) {
    ana.write('a'.repeat(600));
    bob.write('b'.repeat(600));
  }
  await expect.poll(() => ana.text().length === 48_000 && sameDocument(ana.doc, bob.doc), WAIT).toBe(true);
  ana.provider.disconnect();
  bob.provider.disconnect();
  await expect.poll(() => LoggedBatchModel.countDocuments({ documentId }), WAIT).toBe(0);
  const copy = await there.collab.read(documentId);
  expect(sameDocument(copy, ana.doc)).toBe(true);
});

test('while a text is looked at to be settled nobody writes in it, on either process; what was typed comes afterwards', async () => {
  const [here, there] = await startTwo();
  const documentId = randomUUID();
  const bob = openPage(there.as('bob', documentId));
  await expect.poll(() => bob.provider.synced, WAIT).toBe(true);
  bob.write('avant ');
  await expect.poll(async () => (await there.collab.read(documentId)).getText('body').toString(), WAIT).toBe('avant ');
  const bodyOf = async (server: RoomServer) => (await server.collab.read(documentId)).getText('body').toString();
  let edited = false;
  let editing: Promise<void> | undefined;
  const during = await here.collab.whileStill(documentId, async (doc) => {
    const seen = doc.getText('body').toString();
    bob.write('pendant ');
    editing = there.collab
      .edit(documentId, (text) => text.getText('body').insert(0, 'commande '))
      .then(() => {
        edited = true;
      });
    // As long as another process needs to answer twice.
    for (let round = 0; round < 20; round++) {
      expect(await bodyOf(here)).toBe(seen);
      expect(await bodyOf(there)).toBe(seen);
    }
    expect(edited).toBe(false);
    return seen;
  });
  expect(during).toBe('avant ');
  await editing;
  await expect.poll(() => bodyOf(here), WAIT).toBe('commande avant pendant ');
  await expect.poll(() => bodyOf(there), WAIT).toBe('commande avant pendant ');
});

test('a text is not settled while a process that has it open does not answer', async () => {
  const redisUrl = await startRedis();
  const here = await startRoomServer({ uri, redisUrl });
  onTestFinished(here.stop);
  const documentId = randomUUID();
  const silent = new Redis(redisUrl);
  onTestFinished(() => silent.disconnect());
  await silent.subscribe(`beffroi:document:${documentId}`);
  let looked = false;
  const settling = here.collab.whileStill(documentId, async () => {
    looked = true;
  });
  await expect(settling).rejects.toMatchObject({ code: 'unavailable' });
  expect(looked).toBe(false);
  await here.collab.edit(documentId, (doc) => doc.getText('body').insert(0, 'Encore'));
  expect((await here.collab.read(documentId)).getText('body').toString()).toBe('Encore');
});

test('what is settled takes no change of a page’s nor of a command’s, until it is opened again', async () => {
  const settled = new Set<string>();
  const server = await startRoomServer({ uri, isSettled: async (documentId) => settled.has(documentId) });
  onTestFinished(server.stop);
  const documentId = randomUUID();
  const ana = openPage(server.as('ana', documentId));
  await expect.poll(() => ana.provider.synced, WAIT).toBe(true);
  ana.write('Voté');
  const body = async () => (await server.collab.read(documentId)).getText('body').toString();
  await expect.poll(body, WAIT).toBe('Voté');
  await server.collab.whileStill(documentId, async () => void settled.add(documentId));
  ana.write(' trop tard');
  await expect(server.collab.edit(documentId, (doc) => doc.getText('body').insert(0, 'Non '))).rejects.toMatchObject({ code: 'conflict' });
  await expect.poll(() => ana.closed, WAIT).toContain(COLLAB_CLOSE.levelChanged);
  expect(await body()).toBe('Voté');
  settled.delete(documentId);
  await server.collab.edit(documentId, (doc) => doc.getText('body').insert(0, 'Re'));
  expect(await body()).toBe('ReVoté');
});

test('what is settled is found so by whoever opens it later', async () => {
  const documentId = randomUUID();
  const server = await startRoomServer({ uri, isSettled: async (id) => id === documentId });
  onTestFinished(server.stop);
  await expect(server.collab.edit(documentId, (doc) => doc.getText('body').insert(0, 'Non'))).rejects.toMatchObject({ code: 'conflict' });
});

test('a process that cannot ask whether a text was settled takes no change of it until it can', async () => {
  const redisUrl = await startRedis();
  const settled = new Set<string>();
  let failing = false;
  let failures = 0;
  const here = await startRoomServer({ uri, redisUrl, isSettled: async (id) => settled.has(id) });
  const there = await startRoomServer({
    uri,
    redisUrl,
    isSettled: async (id) => {
      if (!failing) return settled.has(id);
      failures++;
      throw new Error('the store is away');
    },
  });
  onTestFinished(here.stop);
  onTestFinished(there.stop);
  const documentId = randomUUID();
  const bob = openPage(there.as('bob', documentId));
  await expect.poll(() => bob.provider.synced, WAIT).toBe(true);
  bob.write('Voté');
  const body = async () => (await here.collab.read(documentId)).getText('body').toString();
  await expect.poll(body, WAIT).toBe('Voté');
  await here.collab.whileStill(documentId, async () => {
    settled.add(documentId);
    failing = true;
  });
  const late = there.collab.edit(documentId, (doc) => doc.getText('body').insert(0, 'Non '));
  bob.write(' trop tard');
  await expect.poll(() => failures, WAIT).toBeGreaterThan(1);
  failing = false;
  await expect(late).rejects.toMatchObject({ code: 'conflict' });
  expect(await body()).toBe('Voté');
});
