import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { get, list, set, unset } = contract.bookmarks;

let server: Server;
let club: TestClub;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
});
const someone = async () => {
  agent = await buildPerson(server, { clubs: [[club, 'member']] });
};
const ids = async (input: object = {}) => (await ok(agent.session, list, input)).items.map(({ id }) => id);

describe('bookmarks.set', () => {
  test('puts a thread aside once, however often', async () => {
    await someone();
    const { thread } = await buildThread(server, { club });
    await Promise.all([1, 2, 3].map(() => ok(agent.session, set, { id: thread.id })));
    expect(await ids()).toEqual([thread.id]);
  });

  test('keeps what a closed club announces to the territory, and drops it when it is no more hers to read', async () => {
    await someone();
    const closed = await buildClub({ access: 'invitation' });
    const author = await buildPerson(server, { clubs: [[closed, 'pilot']] });
    const { thread } = await buildThread(server, { club: closed, author, kind: 'announcement', facts: { audience: 'territory' } });
    await ok(agent.session, set, { id: thread.id });
    expect(await ids()).toEqual([thread.id]);
    await ok(author.session, contract.forum.delete, { id: thread.id });
    expect(await ids()).toEqual([]);
  });

  test('does not know what one may not read', async () => {
    await someone();
    const { thread } = await buildThread(server, { club: await buildClub({ access: 'request' }) });
    for (const route of [get, set, unset]) await refused(agent.session, route, { id: thread.id }, 'not-found');
  });
});

describe('bookmarks.unset', () => {
  test('takes it back, twice as well as once', async () => {
    await someone();
    const { thread } = await buildThread(server, { club });
    await ok(agent.session, set, { id: thread.id });
    for (const _ of [1, 2]) expect(await ok(agent.session, unset, { id: thread.id })).toEqual({ bookmarked: false });
    expect(await ids()).toEqual([]);
  });
});

describe('bookmarks.get', () => {
  test('is one’s own', async () => {
    await someone();
    const { thread, author } = await buildThread(server, { club });
    await ok(agent.session, set, { id: thread.id });
    expect(await ok(agent.session, get, { id: thread.id })).toEqual({ bookmarked: true });
    expect(await ok(author.session, get, { id: thread.id })).toEqual({ bookmarked: false });
  });
});

describe('bookmarks.list', () => {
  test('gives each once over its pages, the last put aside first', async () => {
    await someone();
    const made: string[] = [];
    for (let i = 0; i < 5; i++) {
      const { thread } = await buildThread(server, { club });
      await ok(agent.session, set, { id: thread.id });
      made.unshift(thread.id);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ok(agent.session, list, { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(made);
  });

  test('leaves out what was deleted', async () => {
    await someone();
    const { thread, author } = await buildThread(server, { club });
    await ok(agent.session, set, { id: thread.id });
    await ok(author.session, contract.forum.delete, { id: thread.id });
    expect(await ids()).toEqual([]);
  });

  test('refuses a cursor that is none', async () => {
    await someone();
    await refused(agent.session, list, { cursor: 'ailleurs' }, 'invalid-input');
  });
});
