import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { countThreads } from '../../../server/src/features/forum/forum-counts.queries.ts';
import { call } from '../../support/api-client.ts';
import { expectExactCounters, expectNoFailure, times } from '../../support/at-once.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, openSession, type TestPerson } from '../../support/world.ts';

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
});
