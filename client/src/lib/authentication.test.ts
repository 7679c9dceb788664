import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { requestPasswordReset, resetPassword, signIn, signOut } from './authentication.ts';
import { keepAnswer } from './kept-answers.ts';
import { queryClient } from './query-client.ts';

const fetchMock = vi.fn<typeof fetch>();
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  fetchMock.mockResolvedValue(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } }));

beforeEach(() => vi.stubGlobal('fetch', fetchMock));
afterEach(() => {
  vi.unstubAllGlobals();
  queryClient.clear();
});

it('forgets what was read under another account', async () => {
  queryClient.setQueryData(['me'], { id: 'someone else' });
  keepAnswer('me', { id: 'someone else' });
  answer(200, {});
  expect(await signIn('agent@anzin.example', 'secret')).toBeNull();
  expect(queryClient.getQueryData(['me'])).toBeUndefined();
  expect(localStorage.length).toBe(0);
});

it('keeps what was read when sign-in is refused', async () => {
  queryClient.setQueryData(['me'], { id: 'me' });
  answer(401, { code: 'INVALID_EMAIL_OR_PASSWORD' });
  const refused = await signIn('agent@anzin.example', 'wrong');
  expect(refused).toMatchObject({ status: 401, detail: expect.stringContaining('incorrect') });
  expect(queryClient.getQueryData(['me'])).toEqual({ id: 'me' });
});

it.each([
  ['40', 'Réessayez dans 40 secondes'],
  ['1', 'Réessayez dans 1 seconde.'],
  ['90', 'Réessayez dans 2 minutes'],
])('tells how long to wait after too many tries (%s s)', async (seconds, expected) => {
  answer(429, {}, { 'x-retry-after': seconds });
  const refused = await signIn('agent@anzin.example', 'again');
  expect(refused?.detail).toContain(expected);
  expect(refused?.retryAfter).toBe(Number(seconds));
});

it('leaves nothing behind that rings on a shared browser', async () => {
  const endpoint = 'https://fcm.googleapis.com/fcm/send/poste';
  const unsubscribe = vi.fn(async () => true);
  const registration = { pushManager: { getSubscription: async () => ({ endpoint, unsubscribe }) } };
  vi.stubGlobal('PushManager', {});
  vi.stubGlobal('Notification', {});
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: async () => registration } });
  fetchMock.mockReset();
  const asked: string[] = [];
  fetchMock.mockImplementation(async (input) => {
    asked.push(new URL(input instanceof Request ? input.url : String(input), 'http://here').pathname);
    // The last step is refused, so that the page stays.
    const status = asked.length === 1 ? 200 : 500;
    return new Response(JSON.stringify({ endpoint }), { status, headers: { 'content-type': 'application/json' } });
  });
  expect(await signOut()).toMatchObject({ status: 500 });
  expect(unsubscribe).toHaveBeenCalledOnce();
  expect(asked).toEqual([expect.stringMatching(/notifications.*device/), '/api/auth/sign-out']);
  fetchMock.mockReset();
});

it('says that the network is down', async () => {
  fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
  expect(await requestPasswordReset('agent@anzin.example')).toMatchObject({ status: 0 });
});

it('asks for a link that leads to the page of the new password', async () => {
  answer(200, { status: true });
  await requestPasswordReset('agent@anzin.example');
  expect(JSON.parse(String(fetchMock.mock.lastCall?.[1]?.body))).toEqual({
    email: 'agent@anzin.example',
    redirectTo: '/nouveau-mot-de-passe',
  });
});

it('says that a link was used already', async () => {
  answer(400, { code: 'INVALID_TOKEN' });
  expect((await resetPassword('a-new-password', 'spent'))?.detail).toContain('a déjà servi');
});
