import { betterAuth } from 'better-auth';
import { mongodbAdapter } from 'better-auth/adapters/mongodb';
import { expect, test } from 'vitest';
import { startTestStore } from './support/test-store.ts';

const EMAIL = 'agent@anzin.example';
const PASSWORD = 'beffroi-demo';

async function startAuth() {
  const { db } = await startTestStore();
  const resetTokens: string[] = [];
  const auth = betterAuth({
    baseURL: 'http://localhost:3000',
    secret: 'a secret long enough for the tests of the store',
    database: mongodbAdapter(db),
    emailAndPassword: { enabled: true, sendResetPassword: async ({ token }) => void resetTokens.push(token) },
    rateLimit: { enabled: false },
  });
  return { auth, db, resetTokens };
}

function sessionCookie(headers: Headers): Headers {
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return new Headers({ cookie: cookies.join('; ') });
}

test('signs up, signs in, reads the session and signs out', async () => {
  const { auth, db } = await startAuth();
  const signedUp = await auth.api.signUpEmail({ body: { email: EMAIL, password: PASSWORD, name: 'Agent' } });
  expect(signedUp.user.email).toBe(EMAIL);
  const { headers } = await auth.api.signInEmail({ body: { email: EMAIL, password: PASSWORD }, returnHeaders: true });
  const cookie = sessionCookie(headers);
  const session = await auth.api.getSession({ headers: cookie });
  expect(session?.user).toMatchObject({ email: EMAIL, name: 'Agent', id: signedUp.user.id });
  await auth.api.signOut({ headers: cookie });
  expect(await auth.api.getSession({ headers: cookie })).toBeNull();
  expect(await db.collection('user').countDocuments({ email: EMAIL })).toBe(1);
});

test('refuses a wrong password and a second account of the same address', async () => {
  const { auth } = await startAuth();
  await auth.api.signUpEmail({ body: { email: EMAIL, password: PASSWORD, name: 'Agent' } });
  await expect(auth.api.signInEmail({ body: { email: EMAIL, password: 'not-the-password' } })).rejects.toMatchObject({ statusCode: 401 });
  await expect(auth.api.signUpEmail({ body: { email: EMAIL, password: PASSWORD, name: 'Other' } })).rejects.toMatchObject({
    statusCode: 422,
  });
});

test('resets a password', async () => {
  const { auth, resetTokens } = await startAuth();
  await auth.api.signUpEmail({ body: { email: EMAIL, password: PASSWORD, name: 'Agent' } });
  await auth.api.requestPasswordReset({ body: { email: EMAIL, redirectTo: '/reinitialiser' } });
  await expect.poll(() => resetTokens.length).toBe(1);
  const [token] = resetTokens as [string];
  await auth.api.resetPassword({ body: { newPassword: 'another-password', token } });
  await expect(auth.api.signInEmail({ body: { email: EMAIL, password: PASSWORD } })).rejects.toMatchObject({ statusCode: 401 });
  expect((await auth.api.signInEmail({ body: { email: EMAIL, password: 'another-password' } })).user.email).toBe(EMAIL);
  await expect(auth.api.resetPassword({ body: { newPassword: 'a-third-password', token } })).rejects.toMatchObject({ statusCode: 400 });
});

test('joins sessions and users when asked for in one query', async () => {
  const { auth, db } = await startAuth();
  await auth.api.signUpEmail({ body: { email: EMAIL, password: PASSWORD, name: 'Agent' } });
  const context = await auth.$context;
  const adapter = mongodbAdapter(db)({ ...context.options, experimental: { joins: true } } as typeof context.options);
  const [session] = await db.collection('session').find().toArray();
  const joined = await adapter.findOne<{ user: { email: string } }>({
    model: 'session',
    where: [{ field: 'token', value: session?.token }],
    join: { user: true },
  });
  expect(joined?.user.email).toBe(EMAIL);
});
