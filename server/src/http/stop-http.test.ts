import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { stoppable } from './stop-http.ts';

/** As the application keeps its connections: longer than any of these tests. */
const KEEP_ALIVE_MS = 65_000;

const agents: Agent[] = [];
afterEach(() => {
  for (const agent of agents.splice(0)) agent.destroy();
});

/** A server whose answers begin at once and end when `answer` is called. */
const start = async (graceMs?: number) => {
  const unanswered: (() => void)[] = [];
  const http: Server = createServer((request, response) => {
    response.write('begun ');
    if (request.url === '/at-once') response.end('done');
    else unanswered.push(() => response.end('done'));
  });
  http.keepAliveTimeout = KEEP_ALIVE_MS;
  const stop = stoppable(http, graceMs);
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const { port } = http.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(agent);
  const ask = async (path: string): Promise<IncomingMessage> => {
    const [answer] = await once(get({ port, path, agent, host: '127.0.0.1' }), 'response');
    return answer as IncomingMessage;
  };
  const textOf = async (answer: IncomingMessage): Promise<string> => Buffer.concat(await answer.toArray()).toString();
  return { port, stop, ask, textOf, answer: () => unanswered.shift()?.() };
};

it('does not wait for a connection opened in advance, over which nothing was asked', async () => {
  const { port, stop } = await start();
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.resume();
  const closed = once(socket, 'close');
  await stop();
  await closed;
});

it('lets what is under way end, then its connection, although it had promised to keep it', async () => {
  const { stop, ask, textOf, answer } = await start();
  const asked = await ask('/later');
  expect(asked.headers.connection).toBe('keep-alive');
  const ended = vi.fn();
  const stopped = stop().then(ended);
  answer();
  expect(await textOf(asked)).toBe('begun done');
  await stopped;
});

it('ends though a page asks again and again over the connection it keeps', async () => {
  const { stop, ask, textOf, answer } = await start();
  const asked = await ask('/later');
  const stopped = stop();
  const page = async (): Promise<void> => {
    for (;;) await textOf(await ask('/at-once'));
  };
  const refused = expect(page()).rejects.toThrow();
  answer();
  expect(await textOf(asked)).toBe('begun done');
  await stopped;
  await refused;
});

it('cuts what has no end', async () => {
  const { stop, ask, textOf } = await start(100);
  const asked = await ask('/later');
  await stop();
  await expect(textOf(asked)).rejects.toThrow();
});
