import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { COLLAB_LIMITS } from '../../server/src/collab/limits.ts';
import { awarenessMessage, haveMessage, updateMessage } from '../../server/src/collab/wire.ts';
import { eventually } from '../support/eventually.ts';
import { type LiveAddress, openPage, openSocket } from '../support/live-client.ts';
import { startRoomServer } from '../support/room-server.ts';

const limits = {
  ...COLLAB_LIMITS,
  messageBytes: 64 * 1024,
  documentBytes: 256 * 1024,
  messagesPer10s: 200,
  bytesPer10s: 1024 * 1024,
  socketsPerPerson: 6,
};
const server = await startRoomServer({ limits });
const WAIT = { timeout: 5_000 };

const updateOf = (text: string): Uint8Array => {
  const doc = new Doc();
  doc.getText('body').insert(0, text);
  return encodeStateAsUpdate(doc);
};

/** A caret as y-protocols writes it: one state, whose it is, its clock, and the text with its length in groups of seven bits. */
const caretOf = (client: number, letters: number): Uint8Array => {
  const state = JSON.stringify('x'.repeat(letters));
  return Uint8Array.of(1, client, 1, (state.length & 0x7f) | 0x80, state.length >> 7, ...Buffer.from(state));
};

const opened = async (address: LiveAddress) => {
  const socket = openSocket(address);
  await expect.poll(() => socket.ws.readyState, WAIT).toBe(1);
  return socket;
};

/** Two people write while a third sends what she should not. */
const besides = async (attack: Uint8Array | string, code: number): Promise<void> => {
  const documentId = randomUUID();
  const [ana, bob] = [openPage(server.as('ana', documentId)), openPage(server.as('bob', documentId))];
  ana.write('avant');
  await expect.poll(bob.text, WAIT).toBe('avant');
  const attacker = await opened(server.as('eve', documentId));
  attacker.ws.send(haveMessage(Uint8Array.of(0)));
  attacker.ws.send(attack);
  await expect.poll(attacker.ended, WAIT).toBe(code);
  ana.write(', après');
  await expect.poll(bob.text, WAIT).toBe('avant, après');
  expect((await server.collab.read(documentId)).getText('body').toString()).toBe('avant, après');
  expect([...ana.closed, ...bob.closed]).toEqual([]);
};

const cut = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 3);

test.each<[string, Uint8Array | string]>([
  ['nothing at all', Uint8Array.of()],
  ['text', 'bonjour'],
  ['an unknown message', Uint8Array.of(42, 1, 2)],
  ['an unknown sync message', Uint8Array.of(0, 9, 0)],
  ['an update cut short', updateMessage(cut(updateOf('coupé')))],
  ['a length beyond the message', Uint8Array.of(0, 2, 255, 255, 3, 1)],
  ['bytes after the update', Uint8Array.of(...updateMessage(updateOf('x')), 7)],
  ['a million structures that are not there', updateMessage(Uint8Array.of(1, 0xff, 0xff, 0xff, 0x7f, 1, 0))],
  ['deletions cut short', updateMessage(Uint8Array.of(...updateOf('x').slice(0, -1), 1, 1, 200, 1))],
  ['a structure of no length', updateMessage(Uint8Array.of(1, 1, 5, 0, 0, 0, 0))],
  ['noise', updateMessage(Uint8Array.from({ length: 500 }, (_, i) => (i * 7_919) % 251))],
  ['a caret that is no JSON', Uint8Array.of(1, 6, 1, 5, 1, 2, 0x7b, 0x7b)],
  ['a state vector that is none', haveMessage(Uint8Array.of(200))],
])('%s closes that socket only, and nothing of it is passed on', async (_what, attack) => {
  await besides(attack, 4400);
});

test('a message or a document too big closes that socket only', async () => {
  await besides(updateMessage(updateOf('x'.repeat(70_000))), 4413);
  await besides(new Uint8Array(300_000), 1009);
  const documentId = randomUUID();
  const reader = openPage(server.as('ana', documentId, 'read'));
  const filler = await opened(server.as('bob', documentId));
  for (let i = 0; i < 8; i++) filler.ws.send(updateMessage(updateOf('x'.repeat(50_000))));
  await expect.poll(filler.ended, WAIT).toBe(4413);
  const late = openPage(server.as('eve', documentId, 'read'));
  await expect.poll(() => late.provider.synced && late.text().length === reader.text().length, WAIT).toBe(true);
  expect(reader.text().length).toBeLessThanOrEqual(256 * 1024);
});

test('too many messages, too many pages', async () => {
  const documentId = randomUUID();
  const hasty = await opened(server.as('ana', documentId));
  for (let i = 0; i < 250; i++) hasty.ws.send(haveMessage(Uint8Array.of(0)));
  await expect.poll(hasty.ended, WAIT).toBe(4429);
  for (let i = 0; i < 6; i++) await opened(server.as('bob', randomUUID()));
  const seventh = openSocket(server.as('bob', documentId));
  await expect.poll(seventh.ended, WAIT).toBe(4429);
});

test('a burst of pages that come while the document is read is limited as they are one after the other', async () => {
  const documentId = randomUUID();
  const address = server.as('zoe', documentId);
  const burst = Array.from({ length: 20 }, () => openSocket(address));
  const stillOpen = () => burst.filter(({ ws, ended }) => ws.readyState === 1 && ended() === null);
  await expect.poll(() => burst.filter(({ ended }) => ended() === 4429).length, WAIT).toBe(14);
  await expect.poll(() => stillOpen().length, WAIT).toBe(6);
  // Each that leaves makes room for one.
  for (const { ws } of stillOpen().slice(0, 2)) ws.close();
  await expect.poll(() => stillOpen().length, WAIT).toBe(4);
  await eventually(async () => {
    const next = openSocket(address);
    next.ws.once('open', () => next.ws.send(haveMessage(Uint8Array.of(0))));
    await expect.poll(() => next.messages.length > 0 || next.ended() !== null, WAIT).toBe(true);
    expect(next.ended()).toBeNull();
  });
});

test('asking for the whole document without end closes that socket', async () => {
  const documentId = randomUUID();
  const writer = await opened(server.as('ana', documentId));
  for (let i = 0; i < 3; i++) writer.ws.send(updateMessage(updateOf('x'.repeat(50_000))));
  await expect.poll(async () => (await server.collab.read(documentId)).getText('body').length, WAIT).toBe(150_000);
  const greedy = await opened(server.as('eve', documentId, 'read'));
  for (let i = 0; i < 150; i++) greedy.ws.send(haveMessage(Uint8Array.of(0)));
  await expect.poll(greedy.ended, WAIT).toBe(4429);
});

test('asking for every caret without end closes that socket', async () => {
  const documentId = randomUUID();
  const attacker = await opened(server.as('eve', documentId, 'read'));
  for (const client of [7, 8]) attacker.ws.send(awarenessMessage(caretOf(client, 4_000)));
  for (let i = 0; i < 190; i++) attacker.ws.send(Uint8Array.of(3));
  await expect.poll(attacker.ended, WAIT).toBe(4429);
});

test('changes that follow on some that never came are asked for, and not passed on before', async () => {
  const documentId = randomUUID();
  const source = new Doc();
  const updates: Uint8Array[] = [];
  source.on('update', (update: Uint8Array) => updates.push(update));
  source.getText('body').insert(0, 'un ');
  source.getText('body').insert(3, 'deux');
  const reader = openPage(server.as('ana', documentId, 'read'));
  const forgetful = await opened(server.as('bob', documentId));
  forgetful.ws.send(haveMessage(Uint8Array.of(0)));
  const questions = () => forgetful.messages.filter((message) => message[0] === 0 && message[1] === 0).length;
  await expect.poll(questions, WAIT).toBe(1);
  forgetful.ws.send(updateMessage(updates[1] as Uint8Array));
  // Asked again what it has, it would send all of it.
  await expect.poll(questions, WAIT).toBe(2);
  expect(reader.text()).toBe('');
  forgetful.ws.send(updateMessage(updates[0] as Uint8Array));
  await expect.poll(reader.text, WAIT).toBe('un deux');
});
