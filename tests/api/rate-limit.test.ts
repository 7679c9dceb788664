import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, call, expectProblem, ok, send } from '../support/api-client.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildPerson, buildThread, PASSWORD } from '../support/world.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'on' });
});

/** Sends until one is refused. */
const untilRefused = async (request: () => Promise<Answer>, most: number): Promise<Answer> => {
  for (let sent = 0; sent < most; sent++) {
    const answer = await request();
    if (answer.status === 429) return answer;
  }
  throw new Error(`none of ${most} requests was refused`);
};

describe('too much in a short time', () => {
  test('is refused with the wait, for that person and nobody else', async () => {
    const { thread } = await buildThread(server);
    const [hasty, other] = [await buildPerson(server), await buildPerson(server)];
    const vote = () => call(hasty.session, contract.forum.setMeToo, { id: thread.id });
    const refusal = await untilRefused(vote, 500);
    const problem = expectProblem(refusal, 'too-many-requests');
    expect(problem.retryAfter).toBeGreaterThan(0);
    expect(problem.detail).toContain(String(problem.retryAfter));
    expect(Number(refusal.headers.get('retry-after'))).toBe(problem.retryAfter);
    await ok(other.session, contract.forum.setMeToo, { id: thread.id });
    // Reading goes on.
    await ok(hasty.session, contract.forum.get, { id: thread.id });
  });

  test('guessing a password is slowed down, with the wait', async () => {
    const { email } = await buildPerson(server);
    const guess = (password: string) =>
      send({ url: server.url, cookie: '' }, '/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
    const refusal = await untilRefused(() => guess('pas-le-bon-mot'), 50);
    expect(Number(refusal.headers.get('retry-after') ?? refusal.headers.get('x-retry-after'))).toBeGreaterThan(0);
    // Even the right one, now.
    expect((await guess(PASSWORD)).status).toBe(429);
  });
});
