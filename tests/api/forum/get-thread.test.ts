import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

const { get, replies } = contract.forum;

let server: Server;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  agent = await buildPerson(server);
});
const numbers = (page: { items: { number: number }[] }) => page.items.map(({ number }) => number);

describe('forum.get', () => {
  test('gives the thread and its first replies in order', async () => {
    const { thread } = await buildThread(server, { author: agent, replies: 3 });
    const page = await ok(agent.session, get, { id: thread.id, limit: 2 });
    expect(page).toMatchObject({ id: thread.id, replyCount: 3 });
    expect(numbers(page.replies)).toEqual([1, 2]);
    expect(page.replies.nextCursor).not.toBeNull();
  });

  test('gives only what comes after a number', async () => {
    const { thread } = await buildThread(server, { author: agent, replies: 4 });
    const page = await ok(agent.session, get, { id: thread.id, after: 2 });
    expect(numbers(page.replies)).toEqual([3, 4]);
    expect(page.replies.nextCursor).toBeNull();
  });

  test.each([
    ['an id of the right form', 'f'.repeat(24)],
    ['a word', 'bonjour'],
    ['a path', '..%2f..%2fetc'],
    ['an object', '[object Object]'],
  ])('does not know %s', async (_case, id) => {
    await refused(agent.session, get, { id }, 'not-found');
  });

  test('shows each reader what she may do', async () => {
    const club = await buildClub({ access: 'request' });
    const [asker, reader, pilot] = [
      await buildPerson(server, { clubs: [[club, 'member']] }),
      await buildPerson(server, { clubs: [[club, 'guest']], commune: null }),
      await buildPerson(server, { clubs: [[club, 'pilot']] }),
    ];
    const { thread } = await buildThread(server, { club, author: asker });
    const { id } = await buildReply(reader, thread.id);
    const seenBy = async (who: TestPerson) => {
      const page = await ok(who.session, get, { id: thread.id });
      return { ...page.abilities, ...page.replies.items.find((reply) => reply.id === id)?.abilities };
    };
    expect(await seenBy(asker)).toMatchObject({
      'thread.edit': true,
      'thread.accept': true,
      'thread.me-too': false,
      'reply.edit': false,
      'reply.vote': true,
      'reply.accept': true,
    });
    expect(await seenBy(reader)).toMatchObject({
      'thread.edit': false,
      'thread.accept': false,
      'thread.me-too': true,
      'reply.edit': true,
      'reply.vote': false,
    });
    const forPilots = { 'thread.edit': true, 'thread.accept': true, 'reply.edit': true, 'reply.remove': true };
    expect(await seenBy(pilot)).toMatchObject({ ...forPilots, 'thread.delete': false, 'reply.delete': false });
  });
});

describe('forum.replies', () => {
  test('gives each reply once over its pages, in order', async () => {
    const { thread } = await buildThread(server, { author: agent, replies: 7 });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await ok(agent.session, replies, { id: thread.id, limit: 3, cursor });
      seen.push(...numbers(page));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('gives nothing after the last', async () => {
    const { thread } = await buildThread(server, { author: agent, replies: 1 });
    expect(await ok(agent.session, replies, { id: thread.id, after: 1 })).toEqual({ items: [], nextCursor: null });
  });

  test.each([
    ['a negative number', { after: -1 }],
    ['a word', { after: 'hier' }],
    ['a cursor that is none', { cursor: 'hier' }],
  ])('refuses %s', async (_case, wrong) => {
    const { thread } = await buildThread(server, { author: agent });
    await refused(agent.session, replies, { id: thread.id, ...wrong }, 'invalid-input');
  });
});
