import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, call, expectProblem, ok, send } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, openSession, PASSWORD } from '../../support/world.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'on' });
});

const signIn = (email: string, password: string, headers: Record<string, string> = {}): Promise<Answer> =>
  send({ url: server.url, cookie: '' }, '/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  });

describe('the doors of accounts', () => {
  test.each(['/update-user', '/sign-up/email', '/change-email', '/delete-user', '/change-password', '/list-sessions', '/inconnue'])(
    'shut « %s », which would go round the rules of the profile',
    async (path) => {
      const { session, id } = await buildPerson(server);
      const answer = await send(session, `/api/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'x'.repeat(5_000), email: 'autre@essai.example', password: PASSWORD, newPassword: PASSWORD }),
      });
      expectProblem(answer, 'not-found');
      expect((await ok(session, contract.accounts.me)).id).toBe(id);
    },
  );

  test('let a program in, which names no page it comes from', async () => {
    const { email } = await buildPerson(server);
    const answer = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).toMatch(/beffroi\.session_token=.+HttpOnly/);
  });

  test('refuse another site’s page, for signing in as for writing', async () => {
    const { email, session } = await buildPerson(server);
    const origin = 'https://ailleurs.example';
    expectProblem(await signIn(email, PASSWORD, { origin }), 'forbidden');
    const profile = { method: 'PATCH', headers: { 'content-type': 'application/json', origin }, body: '{}' };
    expectProblem(await send(session, '/api/me', profile), 'forbidden');
  });

  test.each(['[', 'a b', '%00', 'localhost:99999999', '<script>'])('are asked under the host name « %s » without failing', async (host) => {
    const { port } = new URL(server.url);
    const headers = { host, 'content-type': 'application/json' };
    const asking = request({ host: '127.0.0.1', port, path: '/api/auth/sign-in/email', method: 'POST', headers });
    asking.end(JSON.stringify({ email: 'personne@essai.example', password: 'pas-le-bon-mot' }));
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    answer.resume();
    expect([401, 429]).toContain(answer.statusCode);
  });

  test('refuse a body no sign-in needs, before reading it whole', async () => {
    expectProblem(await signIn('personne@essai.example', 'x'.repeat(200_000)), 'too-large');
  });

  test('do not keep everyone out because one address guesses', async () => {
    const [target, other] = [await buildPerson(server), await buildPerson(server)];
    for (let i = 0; i < 12; i++) await signIn(target.email, 'pas-le-bon-mot', { 'x-forwarded-for': '198.51.100.7' });
    expect((await signIn(other.email, PASSWORD, { 'x-forwarded-for': '198.51.100.8' })).status).toBe(200);
  });

  test('stop who guesses one account’s password from ever other addresses', async () => {
    const { email } = await buildPerson(server);
    const statuses: number[] = [];
    for (let i = 1; i <= 25; i++) statuses.push((await signIn(email, 'pas-le-bon-mot', { 'x-forwarded-for': `203.0.113.${i}` })).status);
    expect(statuses).toContain(429);
    expectProblem(await signIn(email, PASSWORD, { 'x-forwarded-for': '203.0.113.200' }), 'too-many-requests');
  });
});

describe('signing out', () => {
  test('ends this session at once, and not the one on another device', async () => {
    const { session, id } = await buildPerson(server);
    const elsewhere = await openSession(server, id);
    await ok(session, contract.accounts.me);
    await send(session, '/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expectProblem(await call(session, contract.accounts.me), 'unauthenticated');
    await ok(elsewhere, contract.accounts.me);
  });
});
