import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { client, problemOf } from './api.ts';
import { onSessionLost } from './session.ts';

const fetchMock = vi.fn<typeof fetch>();
const answer = (status: number, body: unknown, type = 'application/problem+json') =>
  fetchMock.mockResolvedValue(
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': type } }),
  );
const problemOfCall = async (call: Promise<unknown>) =>
  problemOf(
    await call.then(
      () => null,
      (error: unknown) => error,
    ),
  );

beforeEach(() => vi.stubGlobal('fetch', fetchMock));
afterEach(() => vi.unstubAllGlobals());

it('calls the address of the contract, filters in the query', async () => {
  answer(200, { items: [], nextCursor: null }, 'application/json');
  await client.forum.list({ slug: 'marches-publics', status: 'open', cursor: undefined });
  const request = fetchMock.mock.lastCall?.[0] as Request;
  expect(new URL(request.url).pathname + new URL(request.url).search).toBe('/api/clubs/marches-publics/threads?status=open');
});

it('hands over the server’s problem document whole', async () => {
  const problem = {
    type: 'about:blank#conflict',
    title: 'Conflit',
    status: 409,
    code: 'conflict',
    detail: 'Modifié entre-temps.',
    current: { version: 4 },
  };
  answer(409, problem);
  expect(await problemOfCall(client.accounts.me())).toEqual(problem);
});

it('says in French what a proxy’s page means', async () => {
  answer(502, '<html>Bad gateway</html>', 'text/html');
  expect(await problemOfCall(client.accounts.me())).toMatchObject({
    status: 502,
    code: 'unavailable',
    detail: expect.stringContaining('ne répond pas'),
  });
});

it('says that no answer came', async () => {
  fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
  expect(await problemOfCall(client.accounts.me())).toMatchObject({ status: 0, detail: expect.stringContaining('Connexion impossible') });
});

it('tells that the session is over at each 401', async () => {
  const lost = vi.fn();
  const stop = onSessionLost(lost);
  answer(401, {
    type: 'about:blank#unauthenticated',
    title: '',
    status: 401,
    code: 'unauthenticated',
    detail: 'Connectez-vous pour continuer.',
  });
  expect(await problemOfCall(client.accounts.me())).toMatchObject({ status: 401 });
  expect(lost).toHaveBeenCalledTimes(1);
  stop();
});
