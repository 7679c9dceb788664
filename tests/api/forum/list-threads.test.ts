import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { list } = contract.forum;

let server: Server;
let club: TestClub;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  agent = await buildPerson(server, { clubs: [[club, 'member']] });
});

const walk = async (slug: string, limit: number): Promise<string[]> => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ok(agent.session, list, { slug, limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return seen;
};

describe('forum.list', () => {
  test('gives each thread once over its pages, the most recently active first', async () => {
    const own = await buildClub();
    const made: string[] = [];
    for (let i = 0; i < 7; i++) made.push((await buildThread(server, { club: own, author: agent })).thread.id);
    expect(await walk(own.slug, 3)).toEqual(made.toReversed());
  });

  test('brings a thread back to the head when somebody replies', async () => {
    const own = await buildClub();
    const older = await buildThread(server, { club: own, author: agent });
    await buildThread(server, { club: own, author: agent });
    const colleague = await buildPerson(server, { commune: 'onnaing' });
    await buildReply(colleague, older.thread.id);
    const { items } = await ok(agent.session, list, { slug: own.slug });
    expect(items[0]).toMatchObject({ id: older.thread.id, replyCount: 1, status: 'answered', lastReplyBy: { id: colleague.id } });
  });

  test('filters by state and by kind', async () => {
    const own = await buildClub();
    const answered = await buildThread(server, { club: own, author: agent });
    await buildReply(await buildPerson(server), answered.thread.id);
    const open = await buildThread(server, { club: own, author: agent });
    const watch = await buildThread(server, { club: own, author: agent, kind: 'watch' });
    const ids = async (filter: object) => (await ok(agent.session, list, { slug: own.slug, ...filter })).items.map(({ id }) => id);
    expect(await ids({ status: 'answered' })).toEqual([answered.thread.id]);
    expect(await ids({ kind: 'watch' })).toEqual([watch.thread.id]);
    expect(await ids({ status: 'open', kind: 'question' })).toEqual([open.thread.id]);
  });

  test('is empty for a club where nobody wrote', async () => {
    expect(await ok(agent.session, list, { slug: (await buildClub()).slug })).toEqual({ items: [], nextCursor: null });
  });

  test.each([
    ['a cursor that is none', { cursor: 'nimporte-quoi' }],
    ['a cursor from elsewhere', { cursor: '../../etc' }],
    ['no rows', { limit: 0 }],
    ['too many rows', { limit: 101 }],
    ['an unknown state', { status: 'pending' }],
  ])('refuses %s', async (_case, wrong) => {
    await refused(agent.session, list, { slug: club.slug, ...wrong }, 'invalid-input');
  });
});

describe('forum.waiting', () => {
  test('pages through the open questions of one’s clubs, each once, the latest first', async () => {
    const [club, other] = [await buildClub(), await buildClub()];
    const agent = await buildPerson(server, { clubs: [[club, 'member']] });
    const colleague = await buildPerson(server, { clubs: [[club, 'member']] });
    const asked: string[] = [];
    for (let i = 0; i < 5; i++) asked.unshift((await buildThread(server, { club, author: colleague })).thread.id);
    const answered = await buildThread(server, { club, author: colleague });
    await buildReply(agent, answered.thread.id);
    await buildThread(server, { club, author: agent });
    await buildThread(server, { club: other, author: colleague });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ok(agent.session, contract.forum.waiting, { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(asked);
  });
});
