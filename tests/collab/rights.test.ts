import { randomUUID } from 'node:crypto';
import { AppError } from '@beffroi/shared/core/errors';
import { expect, test } from 'vitest';
import { type Doc, encodeStateAsUpdate, Doc as NewDoc } from 'yjs';
import { updateMessage } from '../../server/src/collab/wire.ts';
import { publish } from '../../server/src/platform/events.ts';
import { openPage, openSocket } from '../support/live-client.ts';
import { startRoomServer } from '../support/room-server.ts';

const server = await startRoomServer({ schemaVersion: 2 });
const WAIT = { timeout: 5_000 };
const current = { query: { schema: '2' } };
const textOf = (doc: Doc) => doc.getText('body').toString();

const forgery = (): Uint8Array => {
  const doc = new NewDoc();
  doc.getText('body').insert(0, 'faux');
  return updateMessage(encodeStateAsUpdate(doc));
};

test('strangers and foreign pages are answered before any WebSocket is', async () => {
  const documentId = randomUUID();
  const stranger = openSocket({ base: server.base, documentId });
  await expect.poll(stranger.ended, WAIT).toBe(401);
  const address = server.as('ana', documentId);
  const foreign = openSocket({ ...address, headers: { origin: 'https://ailleurs.example' } });
  await expect.poll(foreign.ended, WAIT).toBe(403);
});

test('whoever may not read a document is told that there is none', async () => {
  const closed = openSocket({ base: server.base, documentId: randomUUID(), cookie: 'ana' });
  await expect.poll(closed.ended, WAIT).toBe(4404);
});

test('a reader receives and cannot write, whatever she sends', async () => {
  const documentId = randomUUID();
  const writer = openPage({ ...server.as('ana', documentId), ...current });
  writer.write('Article 1');
  const reader = openPage(server.as('bob', documentId, 'read'));
  await expect.poll(reader.text, WAIT).toBe('Article 1');
  reader.write(' faux');
  const forger = openSocket(server.as('bob', documentId, 'read'));
  await expect.poll(() => forger.ws.readyState, WAIT).toBe(1);
  for (let i = 0; i < 30; i++) forger.ws.send(forgery());
  await expect.poll(forger.ended, WAIT).toBe(4403);
  writer.write('. Fin');
  await expect.poll(() => reader.text(), WAIT).toContain('. Fin');
  expect(textOf(await server.collab.read(documentId))).toBe('Article 1. Fin');
  expect(writer.text()).toBe('Article 1. Fin');
});

test('a page with a former schema may read and not write', async () => {
  const documentId = randomUUID();
  for (const query of [{}, { schema: '1' }, { schema: 'x' }]) {
    const old = openSocket({ ...server.as('ana', documentId), query: query as Record<string, string> });
    await expect.poll(old.ended, WAIT).toBe(4409);
  }
  const reader = openPage(server.as('bob', documentId, 'read'));
  await expect.poll(() => reader.provider.synced, WAIT).toBe(true);
});

test('rights withdrawn while writing close the socket with its code, and nothing more is taken', async () => {
  const documentId = randomUUID();
  const [ana, bob] = [openPage({ ...server.as('ana', documentId), ...current }), openPage({ ...server.as('bob', documentId), ...current })];
  bob.write('avant');
  await expect.poll(ana.text, WAIT).toBe('avant');
  server.rights.set(`bob:${documentId}`, { level: 'none', closeWith: 4403 });
  await publish('accounts.rights.changed', { personId: 'bob', clubIds: [] });
  bob.write(' après');
  await expect.poll(() => bob.closed[0], WAIT).toBe(4403);
  expect(textOf(await server.collab.read(documentId))).toBe('avant');
  expect(ana.closed).toEqual([]);
});

test('a frozen document sends everybody back, to come as readers', async () => {
  const documentId = randomUUID();
  const ana = openPage({ ...server.as('ana', documentId), ...current });
  ana.write('figé');
  await expect.poll(async () => textOf(await server.collab.read(documentId)), WAIT).toBe('figé');
  server.as('ana', documentId, 'read');
  await publish('collab.recheck', { documentId });
  ana.write(' trop tard');
  await expect.poll(() => ana.closed[0], WAIT).toBe(4410);
  await expect.poll(() => ana.provider.wsconnected, WAIT).toBe(true);
  expect(textOf(await server.collab.read(documentId))).toBe('figé');
});

test('whose rights are asked again and stay loses nothing written meanwhile', async () => {
  const documentId = randomUUID();
  const ana = openPage({ ...server.as('ana', documentId), ...current });
  ana.write('a');
  await expect.poll(async () => textOf(await server.collab.read(documentId)), WAIT).toBe('a');
  await publish('clubs.club.changed', { clubId: 'c' });
  ana.write('b');
  await expect.poll(async () => textOf(await server.collab.read(documentId)), WAIT).toBe('ab');
  expect(ana.closed).toEqual([]);
});

test('an error while rights are asked again takes nothing from anybody: the page comes back by itself', async () => {
  let failing = false;
  const { collab, as } = await startRoomServer({
    authorize: async () => {
      if (failing) throw new Error('the store is busy');
      return { level: 'write' };
    },
  });
  const documentId = randomUUID();
  const ana = openPage(as('ana', documentId));
  await expect.poll(() => ana.provider.synced, WAIT).toBe(true);
  failing = true;
  await publish('collab.recheck', { documentId });
  ana.write('gardé');
  await expect.poll(() => ana.closed[0], WAIT).toBe(1012);
  expect(textOf(await collab.read(documentId))).toBe('');
  failing = false;
  await expect.poll(async () => textOf(await collab.read(documentId)), WAIT).toBe('gardé');
});

test('somebody who is no longer known is turned away for good', async () => {
  let known = true;
  const { as } = await startRoomServer({
    authorize: async () => {
      if (!known) throw new AppError('not-found');
      return { level: 'write' };
    },
  });
  const documentId = randomUUID();
  const ana = openPage(as('ana', documentId));
  await expect.poll(() => ana.provider.synced, WAIT).toBe(true);
  known = false;
  await publish('collab.recheck', { documentId });
  await expect.poll(() => ana.closed[0], WAIT).toBe(4403);
});

test('an ended session closes its sockets, and only them', async () => {
  const documentId = randomUUID();
  const [ana, bob] = [openPage({ ...server.as('ana', documentId), ...current }), openPage({ ...server.as('bob', documentId), ...current })];
  await expect.poll(() => ana.provider.synced && bob.provider.synced, WAIT).toBe(true);
  await publish('accounts.sessions.ended', { personId: 'ana', sessionId: 's-ana' });
  await expect.poll(() => ana.closed[0], WAIT).toBe(4401);
  expect(bob.closed).toEqual([]);
});

test('a session that ended while its socket was coming in leaves no socket open, whatever its person may do', async () => {
  let [asked, letIn] = [false, (): void => undefined];
  const held = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  const actor = { personId: 'ana', administrator: false, communes: {}, clubs: {} };
  let signedIn = true;
  const { as } = await startRoomServer({
    gate: { admit: async () => (signedIn ? { actor, sessionId: 's-ana' } : null), freshActor: async () => actor },
    authorize: async () => {
      asked = true;
      await held;
      return { level: 'write' };
    },
  });
  const arriving = openSocket(as('ana', randomUUID()));
  await expect.poll(() => asked, WAIT).toBe(true);
  signedIn = false;
  await publish('accounts.sessions.ended', { personId: 'ana', sessionId: 's-ana' });
  letIn();
  await expect.poll(arriving.ended, WAIT).toBe(4401);
});

test('nobody writes under the caret of another', async () => {
  const documentId = randomUUID();
  const [ana, bob] = [openPage({ ...server.as('ana', documentId), ...current }), openPage(server.as('bob', documentId, 'read'))];
  ana.provider.awareness.setLocalStateField('user', { id: 'ana', name: 'Responsable urbanisme' });
  bob.provider.awareness.setLocalStateField('user', { id: 'ana', name: 'Responsable urbanisme' });
  await expect
    .poll(() => bob.provider.awareness.getStates().get(ana.doc.clientID)?.user, WAIT)
    .toEqual({
      id: 'ana',
      name: 'Responsable urbanisme',
    });
  bob.provider.awareness.setLocalStateField('user', { id: 'bob', name: 'Agent' });
  await expect.poll(() => ana.provider.awareness.getStates().get(bob.doc.clientID)?.user?.id, WAIT).toBe('bob');
  bob.provider.disconnect();
  await expect.poll(() => ana.provider.awareness.getStates().has(bob.doc.clientID), WAIT).toBe(false);
  await expect.poll(() => bob.provider.wsconnected, WAIT).toBe(false);
});
