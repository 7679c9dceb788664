import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { startRealtime } from '../../server/src/realtime/socket-server.ts';

test('a session that ended while its socket was coming in leaves no socket open', async () => {
  const actor = { personId: 'ana', administrator: false, communes: {}, clubs: {} };
  let admitted = 0;
  const admit = async () => (admitted++ === 0 ? { actor, sessionId: 's' } : null);
  const http = createServer();
  const gate = { admit, freshActor: async () => actor };
  const stop = await startRealtime(http, { gate, features: [], isOurs: () => true, addressOf: () => '', limited: false });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const socket = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { transports: ['websocket'], reconnection: false });
  onTestFinished(async () => {
    socket.close();
    await stop();
  });
  const heard: string[] = [];
  socket.on('connect', () => heard.push('connect'));
  socket.on('disconnect', () => heard.push('disconnect'));
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['connect', 'disconnect']);
});
