import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { frame, frameUpdate } from './frame.ts';
import { updateMessage } from './wire.ts';

const SIZES = [0, 1, 121, 122, 123, 125, 126, 127, 128, 16_383, 16_384, 65_530, 65_535, 65_536, 3_000_000];

/** What a client reads when a server writes these bytes to its socket. */
const read = async (bytes: Buffer): Promise<Uint8Array> => {
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  onTestFinished(() => wss.close());
  await once(wss, 'listening');
  wss.on('connection', (_ws, request) => request.socket.write(bytes));
  const client = new WebSocket(`ws://127.0.0.1:${(wss.address() as { port: number }).port}`);
  onTestFinished(() => client.terminate());
  const [data] = await once(client, 'message');
  return new Uint8Array(data);
};

test.each(SIZES)('a client reads a message of %i bytes as it was', async (size) => {
  const bytes = Uint8Array.from({ length: size }, (_, i) => i % 251);
  expect(Buffer.compare(await read(frame(bytes)), bytes)).toBe(0);
  expect(Buffer.compare(frameUpdate(bytes), frame(updateMessage(bytes)))).toBe(0);
});
