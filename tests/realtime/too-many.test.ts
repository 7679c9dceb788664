import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { eventually } from '../support/eventually.ts';
import { listen } from '../support/socket-client.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildPerson } from '../support/world.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'on' });
});

/** A connection as the library opens it, by the network's own words; closed with the test. */
const knock = (headers: Record<string, string> = {}): { ws: WebSocket; words: string[] } => {
  const ws = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { headers });
  const words: string[] = [];
  ws.on('message', (data) => words.push(String(data)));
  ws.on('error', () => {});
  onTestFinished(() => ws.terminate());
  return { ws, words };
};
const isOpen = ({ ws, words }: ReturnType<typeof knock>): boolean => ws.readyState === WebSocket.OPEN && words.length > 0;
const isShut = ({ ws }: ReturnType<typeof knock>): boolean => ws.readyState === WebSocket.CLOSED;

describe('the pages of one person', () => {
  test('are twenty at once: the next is told why, hears nothing, and comes in when one was closed', async () => {
    const [eager, other] = [await buildPerson(server), await buildPerson(server)];
    const pages = await Promise.all(Array.from({ length: 20 }, () => listen(eager.session)));
    await expect(listen(eager.session)).rejects.toThrow('too-many-pages');
    await listen(other.session);
    expect(pages.every(({ socket }) => socket.connected)).toBe(true);
    pages[0]?.socket.close();
    await eventually(() => listen(eager.session));
  });

  test('have a connection each: a second socket asked for over one ends it', async () => {
    const { session } = await buildPerson(server);
    const greedy = knock({ cookie: session.cookie, origin: server.url });
    await expect.poll(() => greedy.words.length).toBe(1);
    for (let i = 0; i < 60; i++) greedy.ws.send('40');
    await expect.poll(() => isShut(greedy)).toBe(true);
    expect(greedy.words.filter((word) => word.startsWith('40')).length).toBeLessThanOrEqual(1);
    await listen(session);
  });
});

describe('connections that do not say who they are', () => {
  test('are so many for one address, and take nothing from another', async () => {
    const { session } = await buildPerson(server);
    const mute = Array.from({ length: 230 }, () => knock());
    await expect.poll(() => mute.filter(isShut).length).toBe(30);
    await expect.poll(() => mute.filter(isOpen).length).toBe(200);
    const elsewhere = knock({ 'x-forwarded-for': '203.0.113.7' });
    await expect.poll(() => isOpen(elsewhere)).toBe(true);
    for (const { ws } of mute) ws.close();
    await eventually(() => listen(session));
  });

  test('are hung up on once they are known to be nobody’s', async () => {
    const stranger = knock();
    await expect.poll(() => isOpen(stranger)).toBe(true);
    stranger.ws.send('40');
    await expect.poll(() => isShut(stranger)).toBe(true);
    expect(stranger.words.some((word) => word.includes('unauthenticated'))).toBe(true);
  });
});
