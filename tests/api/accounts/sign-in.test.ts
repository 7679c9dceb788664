import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, call, expectProblem, ok, type Session, send } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, PASSWORD, signIn } from '../../support/world.ts';

const { me } = contract.accounts;

let server: Server;
let nobody: Session;
beforeAll(async () => {
  server = await startServer();
  nobody = { url: server.url, cookie: '' };
});

const post = (path: string, body: unknown, session = nobody): Promise<Answer> =>
  send(session, `/api/auth${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** The mails written to the outbox for that address, the last one last. */
const mailsTo = (email: string): string[] => {
  const folder = join(server.dataDir, 'outbox');
  const files = readdirSync(folder).sort();
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).filter((mail) => mail.includes(`To: ${email}`));
};
const tokenIn = (mail: string): string => {
  const readable = mail.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  return /nouveau-mot-de-passe\?token=([\w.-]+)/.exec(readable)?.[1] as string;
};

describe('signing in', () => {
  test('opens a session in a cookie no script reads', async () => {
    const { email } = await buildPerson(server);
    const answer = await post('/sign-in/email', { email, password: PASSWORD });
    expect(answer.status).toBe(200);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const session = { url: server.url, cookie: cookie?.split(';')[0] as string };
    expect(await ok(session, me)).toMatchObject({ email });
  });

  test('takes the address in any case', async () => {
    const { email } = await buildPerson(server);
    expect((await post('/sign-in/email', { email: email.toUpperCase(), password: PASSWORD })).status).toBe(200);
  });

  test('answers the same to a wrong password and to an unknown address', async () => {
    const { email } = await buildPerson(server);
    const wrong = await post('/sign-in/email', { email, password: 'pas-le-bon-mot' });
    const unknown = await post('/sign-in/email', { email: 'personne@essai.example', password: 'pas-le-bon-mot' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body).toEqual({ ...(unknown.body as object), requestId: expect.any(String) });
  });

  test('is not how one opens an account', async () => {
    const answer = await post('/sign-up/email', { email: 'moi@essai.example', password: PASSWORD, name: 'Moi' });
    expectProblem(answer, 'not-found');
  });

  test.each([
    ['a forged signature', 'beffroi.session_token=abcdefabcdefabcdef.Zm9yZ2Vk'],
    ['no signature', 'beffroi.session_token=abcdef'],
    ['a percent sign alone', 'beffroi.session_token=%'],
    ['control characters encoded', 'beffroi.session_token=%00%0a%0d'],
    ['a very long value', `beffroi.session_token=${'a'.repeat(3_000)}`],
    ['only separators', ';;;===;;;'],
  ])('a broken cookie (%s) is nobody’s', async (_case, cookie) => {
    expectProblem(await call({ url: server.url, cookie }, me), 'unauthenticated');
  });

  test('a cookie with one character changed is nobody’s', async () => {
    const { session } = await buildPerson(server);
    const at = session.cookie.indexOf('=') + 3;
    const changed = session.cookie.slice(0, at) + (session.cookie[at] === 'a' ? 'b' : 'a') + session.cookie.slice(at + 1);
    expectProblem(await call({ url: server.url, cookie: changed }, me), 'unauthenticated');
  });
});

describe('signing out', () => {
  test('ends the session at once', async () => {
    const { email } = await buildPerson(server);
    const session = await signIn(server, email);
    await ok(session, me);
    expect((await post('/sign-out', {}, session)).status).toBe(200);
    expectProblem(await call(session, me), 'unauthenticated');
  });
});

describe('a forgotten password', () => {
  test('is chosen anew through the mail, once, and ends the other sessions', async () => {
    const { email, session } = await buildPerson(server);
    await ok(session, me);
    expect((await post('/request-password-reset', { email })).status).toBe(200);
    await expect.poll(() => mailsTo(email)).toHaveLength(1);
    const token = tokenIn(mailsTo(email)[0] as string);

    expect((await post('/reset-password', { token, newPassword: 'un-autre-mot-de-passe' })).status).toBe(200);
    expect((await post('/sign-in/email', { email, password: PASSWORD })).status).toBe(401);
    await ok(await signIn(server, email, 'un-autre-mot-de-passe'), me);
    expectProblem(await call(session, me), 'unauthenticated');
    expect((await post('/reset-password', { token, newPassword: 'encore-un-autre-mot' })).status).toBe(400);
  });

  test('answers the same whether the address is known or not, and writes to known ones only', async () => {
    const { email } = await buildPerson(server);
    const known = await post('/request-password-reset', { email });
    const unknown = await post('/request-password-reset', { email: 'inconnue@essai.example' });
    expect(unknown).toMatchObject({ status: known.status, body: known.body });
    await expect.poll(() => mailsTo(email)).toHaveLength(1);
    expect(mailsTo('inconnue@essai.example')).toEqual([]);
  });

  test('is answered no sooner where the address is unknown', async () => {
    const { email } = await buildPerson(server);
    const waits = [email, 'inconnue@essai.example'].map(async (address) => {
      const asked = performance.now();
      await post('/request-password-reset', { email: address });
      return performance.now() - asked;
    });
    // What is written about a known address takes a tenth of this.
    for (const wait of await Promise.all(waits)) expect(wait).toBeGreaterThan(390);
  });

  test('does not take too short a password', async () => {
    const { email } = await buildPerson(server);
    await post('/request-password-reset', { email });
    await expect.poll(() => mailsTo(email)).toHaveLength(1);
    const token = tokenIn(mailsTo(email)[0] as string);
    expect((await post('/reset-password', { token, newPassword: 'court' })).status).toBe(400);
    await signIn(server, email);
  });
});
