import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { countThreads } from '../../../server/src/features/forum/forum-counts.queries.ts';
import { call, send } from '../../support/api-client.ts';
import { expectExactCounters, expectNoFailure, times } from '../../support/at-once.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, openSession, PASSWORD, type TestPerson } from '../../support/world.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

const post = (session: TestPerson['session'], slug: string, title: string) =>
  call(session, contract.forum.create, { slug, kind: 'question', title, body: paragraphs('Écrit jusqu’au bout.') });

describe('an account, while it is used', () => {
  test('is suspended while she writes: what was taken stays, nothing more is, and no session of hers opens anything', async () => {
    const administrator = await buildPerson(server, { administrator: true });
    const club = await buildClub();
    const writer = await buildPerson(server, { clubs: [[club, 'member']] });
    const sessions = [writer.session, await openSession(server, writer.id), await openSession(server, writer.id)];
    const [answers, suspended] = await Promise.all([
      times(18, (i) => post(sessions[i % 3] as TestPerson['session'], club.slug, `Écrit jusqu’au bout, ${i}`)),
      call(administrator.session, contract.agents.suspend, { slug: 'anzin', personId: writer.id }),
    ]);
    expectNoFailure([...answers, suspended]);
    expect(suspended.status).toBe(200);
    for (const session of sessions) expect((await call(session, contract.accounts.me)).status).toBe(401);
    expect((await countThreads(club.id)).threadCount).toBe(answers.filter(({ status }) => status === 201).length);
    await expectExactCounters(club);
  });

  test('is signed in to while its password changes: the former one opens nothing that lasts', async () => {
    const { email, id } = await buildPerson(server);
    const { internalAdapter } = await server.auth.$context;
    const token = crypto.randomUUID().replaceAll('-', '');
    await internalAdapter.createVerificationValue({
      identifier: `reset-password:${token}`,
      value: id,
      expiresAt: new Date(Date.now() + 60_000),
    });
    const auth = (path: string, body: object) =>
      send({ url: server.url, cookie: '' }, `/api/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const signing = times(6, () => auth('/sign-in/email', { email, password: PASSWORD }));
    const [answers, changed] = await Promise.all([signing, auth('/reset-password', { token, newPassword: 'un-tout-autre-mot' })]);
    expectNoFailure([...answers, changed]);
    expect(changed.status).toBe(200);
    expect((await auth('/sign-in/email', { email, password: PASSWORD })).status).toBe(401);
    const opened = answers.filter(({ status }) => status === 200).map(({ headers }) => headers.getSetCookie()[0]?.split(';')[0] as string);
    const still = await Promise.all(opened.map((cookie) => call({ url: server.url, cookie }, contract.accounts.me)));
    expect(still.filter(({ status }) => status !== 401)).toEqual([]);
  });
});
