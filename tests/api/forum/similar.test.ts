import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

const { accept, similar } = contract.forum;

let server: Server;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  agent = await buildPerson(server);
});
const ids = async (title: string, who = agent) => (await ok(who.session, similar, { title })).items.map(({ id }) => id);

describe('forum.similar', () => {
  test('finds other endings and no accents, resolved ones first', async () => {
    const open = await buildThread(server, { author: agent, title: 'Dérogation scolaire entre communes voisines' });
    const resolved = await buildThread(server, { author: agent, title: 'Les dérogations scolaires et leur coût' });
    const answer = await buildReply(await buildPerson(server), resolved.thread.id);
    await ok(agent.session, accept, { id: resolved.thread.id, replyId: answer.id });
    await expect.poll(() => ids('derogations scolaire')).toEqual([resolved.thread.id, open.thread.id]);
  });

  test('shows nothing of a club the person may not read', async () => {
    const closed = await buildClub({ access: 'request' });
    const member = await buildPerson(server, { clubs: [[closed, 'member']] });
    const { thread } = await buildThread(server, { club: closed, author: member, title: 'Préemption commerciale rue Haute' });
    await expect.poll(() => ids('preemption commerciale', member)).toEqual([thread.id]);
    expect(await ids('preemption commerciale')).toEqual([]);
    await refused(agent.session, similar, { title: 'preemption commerciale', club: closed.slug }, 'not-found');
  });

  test.each([[''], ['de la'], ['?!'], ['zzzzz inconnu']])('finds nothing for « %s »', async (title) => {
    expect(await ids(title)).toEqual([]);
  });

  test('refuses a title beyond the limit', async () => {
    await refused(agent.session, similar, { title: 'a'.repeat(301) }, 'invalid-input');
  });
});
