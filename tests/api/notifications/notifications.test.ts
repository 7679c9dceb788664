import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { listen } from '../../support/socket-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildClub, buildPerson, buildReply, buildThread, openSession, type TestPerson } from '../../support/world.ts';

const { list, unread, read } = contract.notifications;

let server: Server;
let colleague: TestPerson;
beforeAll(async () => {
  server = await startServer();
  colleague = await buildPerson(server, { commune: 'onnaing' });
});

/** An asker, told of that many replies. */
const asker = async (replies: number) => {
  const author = await buildPerson(server);
  const { thread, club } = await buildThread(server, { author });
  for (let number = 1; number <= replies; number++) await buildReply(colleague, thread.id);
  await allTold();
  return { ...author, thread, club };
};

describe('notifications.list', () => {
  test('gives what one was told, the latest first, page by page', async () => {
    const { session, thread, club } = await asker(3);
    const first = await ok(session, list, { limit: 2 });
    expect(first.items.map(({ replyNumber }) => replyNumber)).toEqual([3, 2]);
    const common = { kind: 'reply', by: { id: colleague.id }, club: { slug: club.slug }, thread: { id: thread.id, title: thread.title } };
    expect(first.items[0]).toMatchObject({ ...common, read: false });
    const rest = await ok(session, list, { limit: 2, cursor: first.nextCursor as string });
    expect(rest.items.map(({ replyNumber }) => replyNumber)).toEqual([1]);
    expect(rest.nextCursor).toBeNull();
  });

  test('names nothing that was closed to the person meanwhile', async () => {
    const club = await buildClub({ access: 'request' });
    const member = await buildPerson(server, { clubs: [[club, 'member']] });
    const other = await buildPerson(server, { clubs: [[club, 'pilot']] });
    const { thread } = await buildThread(server, { club, author: member });
    await buildReply(other, thread.id);
    await allTold();
    expect((await ok(member.session, list)).items).toMatchObject([{ thread: { id: thread.id } }]);
    await ok(member.session, contract.clubs.leave, { slug: club.slug });
    expect((await ok(member.session, list)).items).toMatchObject([{ kind: 'reply', thread: null, note: null }]);
  });

  test('refuses a cursor that is none of ours', async () => {
    await refused(colleague.session, list, { cursor: 'ailleurs' }, 'invalid-input');
    await refused({ ...colleague.session, cookie: '' }, list, {}, 'unauthenticated');
  });
});

describe('notifications.unread', () => {
  test('counts what waits and names its threads', async () => {
    const { session, thread } = await asker(2);
    expect(await ok(session, unread)).toEqual({ count: 2, threadIds: [thread.id], templateIds: [] });
  });
});

describe('notifications.read', () => {
  test('reads one, those of a thread, or all up to the latest seen', async () => {
    const { session, thread } = await asker(4);
    const { items } = await ok(session, list);
    expect(await ok(session, read, { ids: [items[0]?.id as string] })).toMatchObject({ count: 3 });
    expect(await ok(session, read, { upTo: items[2]?.at as string })).toMatchObject({ count: 1 });
    expect(await ok(session, read, { threadId: thread.id })).toEqual({ count: 0, threadIds: [], templateIds: [] });
    expect((await ok(session, list)).items.map((item) => item.read)).toEqual([true, true, true, true]);
  });

  test('leaves alone those of others', async () => {
    const { session, thread } = await asker(1);
    const [told] = (await ok(session, list)).items;
    await ok(colleague.session, read, { ids: [told?.id as string] });
    await ok(colleague.session, read, { threadId: thread.id });
    expect(await ok(session, unread)).toMatchObject({ count: 1 });
  });

  test.each([
    ['nothing', {}],
    ['a thread and a model', { threadId: 'a', templateId: 'b' }],
    ['two ways at once', { threadId: 'a', upTo: '2026-11-28T00:00:00.000Z' }],
    ['no id', { ids: [] }],
    ['an instant that is none', { upTo: 'hier' }],
  ])('refuses %s', async (_case, input) => {
    await refused(colleague.session, read, input, 'invalid-input');
  });
});

describe('live', () => {
  test('every device of the person hears what she is told and what she reads, and nobody else does', async () => {
    const { id, session, thread } = await asker(0);
    const [here, there, elsewhere] = [await listen(session), await listen(await openSession(server, id)), await listen(colleague.session)];
    await buildReply(colleague, thread.id);
    for (const device of [here, there]) await device.hears('notification.created');
    await ok(session, read, { threadId: thread.id });
    for (const device of [here, there]) await device.hears('notification.read');
    expect(elsewhere.all('notification.created')).toEqual([]);
    expect(elsewhere.all('notification.read')).toEqual([]);
  });
});
