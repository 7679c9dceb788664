import { randomUUID } from 'node:crypto';
import { SAVED_QUESTION } from '@beffroi/shared/collab/saved-question';
import mongoose from 'mongoose';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { held } from '../../server/src/collab/collab-metrics.ts';
import { LoggedBatchModel } from '../../server/src/collab/document-log.model.ts';
import { COLLAB_LIMITS } from '../../server/src/collab/limits.ts';
import { haveMessage, savedMessage, updateMessage } from '../../server/src/collab/wire.ts';
import { openPage, openSocket, sameDocument } from '../support/live-client.ts';
import { startRoomServer } from '../support/room-server.ts';

// The system itself holds megabytes for a reader before the server notices that she does not read.
const server = await startRoomServer({ limits: { ...COLLAB_LIMITS, bytesPer10s: Number.POSITIVE_INFINITY } });
const WAIT = { timeout: 15_000 };

test('who reads slowly is sent no more than she takes, holds up nobody, and is brought up to date at once', async () => {
  const documentId = randomUUID();
  const [writer, reader, slow] = [
    openPage(server.as('ana', documentId)),
    openPage(server.as('bob', documentId, 'read')),
    openPage(server.as('eve', documentId, 'read')),
  ];
  await expect.poll(() => [writer, reader, slow].every(({ provider }) => provider.synced), WAIT).toBe(true);
  const socket = slow.provider.ws as unknown as { pause: () => void; resume: () => void };
  socket.pause();
  const body = writer.doc.getText('body');
  let rounds = 0;
  // What is replaced takes no room in the document, only on the way.
  await expect
    .poll(
      () => {
        writer.doc.transact(() => {
          body.delete(0, body.length);
          body.insert(0, String(++rounds).padStart(150_000, 'x'));
        });
        return held.lagging;
      },
      { timeout: 15_000, interval: 20 },
    )
    .toBe(1);
  await expect.poll(() => reader.text(), WAIT).toBe(writer.text());
  writer.write(' fin');
  socket.resume();
  await expect.poll(() => sameDocument(slow.doc, writer.doc), WAIT).toBe(true);
  expect(held.lagging).toBe(0);
  expect(slow.closed).toEqual([]);
});

const change = () => {
  const doc = new Doc();
  doc.getText('body').insert(0, 'à garder');
  return updateMessage(encodeStateAsUpdate(doc));
};

const asking = async () => {
  const documentId = randomUUID();
  const socket = openSocket(server.as('ana', documentId));
  await expect.poll(() => socket.ws.readyState, WAIT).toBe(1);
  socket.ws.send(haveMessage(Uint8Array.of(0)));
  const answers = () => socket.messages.filter((message) => message[0] === SAVED_QUESTION);
  return { documentId, socket, answers };
};

test('who asks whether all is saved hears it when it is on disk, and at once when nothing waits', async () => {
  const { documentId, socket, answers } = await asking();
  socket.ws.send(savedMessage(1));
  await expect.poll(answers, WAIT).toEqual([Buffer.from(savedMessage(1))]);
  socket.ws.send(change());
  socket.ws.send(savedMessage(2));
  await expect.poll(() => answers().length, WAIT).toBe(2);
  expect(await LoggedBatchModel.countDocuments({ documentId })).toBe(1);
});

test('while the store refuses writes nobody is told that she is saved, and all is written once it takes them again', async () => {
  const { documentId, socket, answers } = await asking();
  const insert = vi.spyOn(LoggedBatchModel.collection, 'insertMany').mockRejectedValue(new mongoose.mongo.MongoNetworkError('away'));
  onTestFinished(() => void insert.mockRestore());
  socket.ws.send(change());
  socket.ws.send(savedMessage(1));
  await expect.poll(() => insert.mock.calls.length, WAIT).toBeGreaterThan(1);
  expect(answers()).toEqual([]);
  expect(held.unwrittenBytes).toBeGreaterThan(0);
  insert.mockRestore();
  await expect.poll(() => answers().length, WAIT).toBe(1);
  expect(await LoggedBatchModel.countDocuments({ documentId })).toBe(1);
  expect(held.unwrittenBytes).toBe(0);
});
