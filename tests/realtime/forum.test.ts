import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { ANNOUNCEMENTS_ROOM, clubRoom, threadRoom } from '@beffroi/shared/core/rooms';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../support/api-client.ts';
import { type Listener, listen } from '../support/socket-client.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from '../support/world.ts';

const { accept, delete: deleteThread, deleteReply, edit, editReply, setMeToo, setUseful } = contract.forum;

let server: Server;
let club: TestClub;
let asker: TestPerson;
let reader: TestPerson;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  club = await buildClub({ access: 'request' });
  asker = await buildPerson(server, { clubs: [[club, 'member']] });
  reader = await buildPerson(server, { clubs: [[club, 'member']], commune: 'onnaing' });
});

/** Who must hear (she watches), and who must not (she may not, or watches something else). */
const listeners = async (room: string): Promise<{ inside: Listener; outside: Listener }> => {
  const [inside, outside] = [await listen(reader.session), await listen((await buildPerson(server)).session)];
  expect(await inside.watch(room)).toEqual({ ok: true });
  expect(await outside.watch(room)).toMatchObject({ ok: false, problem: { code: 'not-found', status: 404 } });
  return { inside, outside };
};
/** Nothing reaches a listener before what it asks and is answered later. */
const heardNothing = async (listener: Listener): Promise<void> => {
  await listener.unwatch(clubRoom(club.slug));
  expect(listener.heard).toEqual([]);
};

describe('a club’s readers', () => {
  test('hear of a new thread, by its id alone', async () => {
    const { inside, outside } = await listeners(clubRoom(club.slug));
    const { thread } = await buildThread(server, { club, author: asker, title: 'Un titre que l’événement ne dit pas' });
    expect(await inside.hears('thread.created')).toEqual({ id: thread.id, clubId: club.id, clubSlug: club.slug, version: 1 });
    await heardNothing(outside);
  });

  test('hear of replies and of what changes a thread', async () => {
    const { thread } = await buildThread(server, { club, author: asker });
    const { inside, outside } = await listeners(clubRoom(club.slug));
    const answer = await buildReply(reader, thread.id);
    expect(await inside.hears('reply.created')).toMatchObject({ id: answer.id, threadId: thread.id, number: 1 });
    await ok(asker.session, accept, { id: thread.id, replyId: answer.id });
    expect(await inside.hears('thread.updated')).toMatchObject({ id: thread.id });
    await heardNothing(outside);
  });
});

describe('what is announced to the territory', () => {
  test('is heard by its agents when it comes and when it goes, once by those of the club too, and by nobody from outside', async () => {
    const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
    const guest = await listen((await buildPerson(server, { commune: null, clubs: [[club, 'guest']] })).session);
    const { inside, outside } = await listeners(clubRoom(club.slug));
    for (const agent of [inside, outside]) expect(await agent.watch(ANNOUNCEMENTS_ROOM)).toEqual({ ok: true });
    expect(await guest.watch(ANNOUNCEMENTS_ROOM)).toMatchObject({ ok: false, problem: { code: 'not-found', status: 404 } });
    const announcement = { club, author: pilot, kind: 'announcement' as const };
    const { thread: own } = await buildThread(server, announcement);
    const { thread } = await buildThread(server, { ...announcement, facts: { audience: 'territory' } });
    expect(await outside.hears('thread.created')).toEqual({ id: thread.id, clubId: club.id, clubSlug: club.slug, version: 1 });
    await inside.hears('thread.created', ({ id }) => id === thread.id);
    await inside.unwatch(clubRoom(club.slug));
    expect(inside.all('thread.created').map(({ id }) => id)).toEqual([own.id, thread.id]);
    await ok(pilot.session, deleteThread, { id: thread.id });
    for (const agent of [inside, outside]) await agent.hears('thread.updated', ({ id }) => id === thread.id);
    const ofOthers = [...outside.all('thread.created'), ...outside.all('thread.updated')].filter(({ id }) => id !== thread.id);
    expect(ofOthers).toEqual([]);
    await guest.unwatch(ANNOUNCEMENTS_ROOM);
    expect(guest.all('thread.created')).toEqual([]);
  });
});

describe('a thread’s readers', () => {
  test('hear of replies in their numbers', async () => {
    const { thread } = await buildThread(server, { club, author: asker });
    const { inside, outside } = await listeners(threadRoom(thread.id));
    for (let i = 0; i < 3; i++) await buildReply(asker, thread.id);
    await inside.hears('reply.created', ({ number }) => number === 3);
    expect(inside.all('reply.created').map(({ number }) => number)).toEqual([1, 2, 3]);
    await heardNothing(outside);
  });

  test('who watch the club too hear each event once', async () => {
    const { thread } = await buildThread(server, { club, author: asker });
    const listener = await listen(reader.session);
    await listener.watch(threadRoom(thread.id));
    await listener.watch(clubRoom(club.slug));
    await buildReply(asker, thread.id);
    await buildReply(asker, thread.id);
    await listener.hears('reply.created', ({ number }) => number === 2);
    expect(listener.all('reply.created')).toHaveLength(2);
  });

  test('hear of edits, votes and deletions', async () => {
    const { thread, replies } = await buildThread(server, { club, author: asker, replies: 1 });
    const id = replies[0]?.id as string;
    const { inside, outside } = await listeners(threadRoom(thread.id));
    await ok(asker.session, edit, { id: thread.id, version: 1, title: 'Un autre titre', body: paragraphs('Un autre texte.') });
    expect(await inside.hears('thread.updated')).toMatchObject({ id: thread.id, version: 2 });
    await ok(asker.session, editReply, { id, version: 1, body: paragraphs('Un autre texte.') });
    expect(await inside.hears('reply.updated')).toMatchObject({ id, threadId: thread.id, version: 2 });
    const before = inside.heard.length;
    await ok(reader.session, setUseful, { id });
    await ok(reader.session, setMeToo, { id: thread.id });
    await ok(asker.session, deleteReply, { id });
    await expect
      .poll(() => inside.heard.slice(before).map(({ event }) => event))
      .toEqual(expect.arrayContaining(['reply.updated', 'thread.updated']));
    await heardNothing(outside);
  });

  test('hear nothing more once they stop watching', async () => {
    const { thread } = await buildThread(server, { club, author: asker });
    const [gone, still] = [await listen(reader.session), await listen(reader.session)];
    for (const listener of [gone, still]) await listener.watch(threadRoom(thread.id));
    await gone.unwatch(threadRoom(thread.id));
    await buildReply(asker, thread.id);
    await still.hears('reply.created');
    await gone.unwatch(threadRoom(thread.id));
    expect(gone.all('reply.created')).toEqual([]);
  });
});

describe('presence and typing', () => {
  test('tell who reads a thread, each person once', async () => {
    const { thread } = await buildThread(server, { club, author: asker });
    const room = threadRoom(thread.id);
    const [first, sameTwice, second] = [await listen(reader.session), await listen(reader.session), await listen(asker.session)];
    for (const listener of [first, sameTwice, second]) await listener.watch(room);
    const both = await first.hears('thread.presence', ({ count }) => count === 2);
    expect(both.people.map(({ id }) => id).sort()).toEqual([reader.id, asker.id].sort());
    second.socket.close();
    const seen = first.all('thread.presence').length;
    await expect.poll(() => first.all('thread.presence').slice(seen).at(-1)).toMatchObject({ count: 1, people: [{ id: reader.id }] });
  });

  test('tell who writes a reply, to the others reading the thread only', async () => {
    const { thread } = await buildThread(server, { club, author: asker });
    const room = threadRoom(thread.id);
    const [writer, other, elsewhere] = [await listen(asker.session), await listen(reader.session), await listen(reader.session)];
    for (const listener of [writer, other]) await listener.watch(room);
    await elsewhere.watch(clubRoom(club.slug));
    writer.socket.emit('typing', { threadId: thread.id, typing: true });
    expect(await other.hears('thread.typing')).toMatchObject({
      threadId: thread.id,
      typing: true,
      person: { id: asker.id, name: asker.name },
    });
    writer.socket.emit('typing', { threadId: thread.id, typing: false });
    expect(await other.hears('thread.typing', ({ typing }) => !typing)).toMatchObject({ person: { id: asker.id } });
    expect(writer.all('thread.typing')).toEqual([]);
    expect(elsewhere.all('thread.typing')).toEqual([]);
  });

  test('do not let one who does not read a thread pretend to write in it', async () => {
    const { thread } = await buildThread(server, { club, author: asker });
    const [stranger, other] = [await listen((await buildPerson(server)).session), await listen(reader.session)];
    await other.watch(threadRoom(thread.id));
    stranger.socket.emit('typing', { threadId: thread.id, typing: true });
    await stranger.watch(threadRoom(thread.id));
    await other.unwatch(clubRoom(club.slug));
    expect(other.all('thread.typing')).toEqual([]);
  });
});
