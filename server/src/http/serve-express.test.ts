import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import express from 'express';
import { expect, it } from 'vitest';
import { serveExpress } from './serve-express.ts';

/** Asks V8 itself, in its own syntax, which only code compiled while it is allowed may use. */
const haveSameClass = (): ((a: object, b: object) => boolean) => {
  setFlagsFromString('--allow-natives-syntax');
  const ask = new Function('a', 'b', 'return %HaveSameMap(a, b)') as (a: object, b: object) => boolean;
  setFlagsFromString('--no-allow-natives-syntax');
  return ask;
};

it('gives all requests and answers one hidden class, and Express’s methods', async () => {
  const seen: { request: object; response: object }[] = [];
  const app = express().use((request, response) => {
    Object.assign(request, { first: {}, second: {} });
    Object.assign(response, { first: {}, second: {} });
    seen.push({ request, response });
    response.json({ path: request.path, app: request.app === app, query: request.query });
  });
  const http = serveExpress(app).listen(0, '127.0.0.1');
  try {
    await once(http, 'listening');
    const { port } = http.address() as AddressInfo;
    for (let i = 0; i < 3; i++) {
      const answer = await fetch(`http://127.0.0.1:${port}/path?a=1`);
      expect(await answer.json()).toEqual({ path: '/path', app: true, query: { a: '1' } });
    }
    const [, second, third] = seen as [never, (typeof seen)[0], (typeof seen)[0]];
    const sameClass = haveSameClass();
    expect(sameClass(second.request, third.request)).toBe(true);
    expect(sameClass(second.response, third.response)).toBe(true);
  } finally {
    http.close().closeAllConnections();
  }
});
