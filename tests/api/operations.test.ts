import { contract } from '@beffroi/shared/contract';
import type { AnyContractProcedure } from '@orpc/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem, type Session, send } from '../support/api-client.ts';
import { type Server, startServer } from '../support/start-server.ts';

let server: Server;
let nobody: Session;
beforeAll(async () => {
  server = await startServer();
  nobody = { url: server.url, cookie: '' };
});

describe('what those who run it look at', () => {
  test('/healthz and /readyz answer to anyone', async () => {
    expect(await send(nobody, '/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await send(nobody, '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  test('/metrics counts the requests, without saying who or what was asked', async () => {
    await send(nobody, '/api/threads/aaaaaaaaaaaaaaaaaaaaaaaa');
    const { status, body, headers } = await send(nobody, '/metrics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toMatch(/^# TYPE \w+/m);
    expect(body).not.toContain('aaaaaaaaaaaaaaaaaaaaaaaa');
  });

  test('/metrics is no page for who asks through a proxy', async () => {
    expectProblem(await send(nobody, '/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } }), 'not-found');
  });
});

describe('what other programmes read', () => {
  test('/api/openapi.json describes every route of the contract', async () => {
    const { status, body } = await send(nobody, '/api/openapi.json');
    expect(status).toBe(200);
    const { openapi, paths } = body as { openapi: string; paths: Record<string, Record<string, unknown>> };
    expect(openapi).toMatch(/^3\.1/);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = Object.values(contract)
      .flatMap((procedures) => Object.values(procedures) as AnyContractProcedure[])
      .map((procedure) => `${procedure['~orpc'].route.method} ${procedure['~orpc'].route.path}`);
    expect(described.sort()).toEqual(routes.sort());
  });

  test('/api/docs shows it to people, with nothing from elsewhere', async () => {
    const { status, body, headers } = await send(nobody, '/api/docs');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(body).toContain('/threads/{id}');
    expect(body).not.toMatch(/(?:src|href)="https?:/);
  });
});

describe('every answer', () => {
  test('to what exists nowhere is a problem in French, outside of the interface too', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) expectProblem(await send(nobody, '/clubs', { method }), 'not-found');
  });

  test('says what browsers may do with it, and not what serves it', async () => {
    const { headers } = await send(nobody, '/api/clubs');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self'|default-src 'self'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

test('a connection at rest is kept longer than a proxy keeps its own: none is closed as it is used again', async () => {
  const { headers } = await fetch(`${server.url}/healthz`, { headers: { connection: 'keep-alive' } });
  expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
});
