import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { accept, delete: deleteThread, deleteReply, get, list, remove, removeReply, restore, restoreReply } = contract.forum;

let server: Server;
let agent: TestPerson;
let colleague: TestPerson;
beforeAll(async () => {
  server = await startServer();
  agent = await buildPerson(server);
  colleague = await buildPerson(server, { commune: 'onnaing' });
});

/** Who animates the club: they remove what others wrote, and never without a reason. */
const animators = async (club: TestClub): Promise<TestPerson[]> => [
  await buildPerson(server, { clubs: [[club, 'pilot']] }),
  await buildPerson(server, { administrator: true }),
];

describe('forum.delete', () => {
  test('takes the thread out of sight of everyone who may not take it back', async () => {
    const { thread, club } = await buildThread(server, { author: agent, replies: 1 });
    const deleted = await ok(agent.session, deleteThread, { id: thread.id });
    expect(deleted).toMatchObject({ deleted: true, body: null, abilities: { 'thread.restore': true, 'thread.reply': false } });
    expect((await ok(colleague.session, list, { slug: club.slug })).items).toEqual([]);
    await refused(colleague.session, get, { id: thread.id }, 'not-found');
  });

  test('is for its author, and for nobody who would have to say why', async () => {
    const { thread, club } = await buildThread(server, { author: agent });
    for (const { session } of await animators(club)) {
      await refused(session, deleteThread, { id: thread.id }, 'forbidden');
      await refused(session, remove, { id: thread.id }, 'invalid-input');
      await refused(session, remove, { id: thread.id, reason: ' ' }, 'invalid-input');
    }
    expect((await ok(colleague.session, get, { id: thread.id })).deleted).toBe(false);
  });
});

describe('forum.restore', () => {
  test('brings the thread back as it was', async () => {
    const { thread, club } = await buildThread(server, { author: agent, replies: 2 });
    const before = await ok(colleague.session, get, { id: thread.id });
    await ok(agent.session, deleteThread, { id: thread.id });
    expect(await ok(agent.session, restore, { id: thread.id })).toMatchObject({ deleted: false, body: thread.body });
    expect(await ok(colleague.session, get, { id: thread.id })).toMatchObject({ title: before.title, replies: before.replies });
    expect((await ok(colleague.session, list, { slug: club.slug })).items).toHaveLength(1);
  });

  test('is the author’s alone when she withdrew it herself', async () => {
    const { thread, club } = await buildThread(server, { author: agent });
    const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
    await ok(agent.session, deleteThread, { id: thread.id });
    await refused(pilot.session, restore, { id: thread.id }, 'not-found');
    await ok(agent.session, restore, { id: thread.id });
  });

  test('is refused for a thread that was not deleted', async () => {
    const { thread } = await buildThread(server, { author: agent });
    await refused(agent.session, restore, { id: thread.id }, 'forbidden');
  });
});

describe('forum.deleteReply', () => {
  test('leaves its place and its number, without its text', async () => {
    const { thread, replies } = await buildThread(server, { author: agent, replies: 3 });
    await ok(agent.session, deleteReply, { id: replies[1]?.id as string });
    const page = await ok(colleague.session, get, { id: thread.id });
    expect(page.replyCount).toBe(2);
    expect(page.replies.items.map(({ number, deleted, body }) => [number, deleted, body === null])).toEqual([
      [1, false, false],
      [2, true, true],
      [3, false, false],
    ]);
    expect(await buildReply(colleague, thread.id)).toMatchObject({ number: 4 });
  });

  test('is for its author, and for nobody who would have to say why', async () => {
    const { thread, club, replies } = await buildThread(server, { author: agent, replies: 1 });
    const id = replies[0]?.id as string;
    for (const { session } of await animators(club)) {
      await refused(session, deleteReply, { id }, 'forbidden');
      await refused(session, removeReply, { id }, 'invalid-input');
      await refused(session, removeReply, { id, reason: ' ' }, 'invalid-input');
    }
    expect((await ok(colleague.session, get, { id: thread.id })).replyCount).toBe(1);
  });

  test('of the accepted answer opens the question again', async () => {
    const { thread } = await buildThread(server, { author: agent });
    const answer = await buildReply(colleague, thread.id);
    await ok(agent.session, accept, { id: thread.id, replyId: answer.id });
    await ok(colleague.session, deleteReply, { id: answer.id });
    expect(await ok(agent.session, get, { id: thread.id })).toMatchObject({ resolved: false, acceptedReplyId: null });
  });
});

describe('forum.restoreReply', () => {
  test('of the accepted answer resolves the question again', async () => {
    const { thread } = await buildThread(server, { author: agent });
    const answer = await buildReply(colleague, thread.id);
    await ok(agent.session, accept, { id: thread.id, replyId: answer.id });
    await ok(colleague.session, deleteReply, { id: answer.id });
    await ok(colleague.session, restoreReply, { id: answer.id });
    expect(await ok(agent.session, get, { id: thread.id })).toMatchObject({ status: 'resolved', acceptedReplyId: answer.id });
  });

  test('brings the text and the count back', async () => {
    const { thread, replies } = await buildThread(server, { author: agent, replies: 1 });
    const id = replies[0]?.id as string;
    await ok(agent.session, deleteReply, { id });
    expect(await ok(agent.session, restoreReply, { id })).toMatchObject({ deleted: false, body: replies[0]?.body });
    expect(await ok(agent.session, get, { id: thread.id })).toMatchObject({ replyCount: 1 });
  });

  test('is refused for a reply that was not deleted', async () => {
    const { replies } = await buildThread(server, { author: agent, replies: 1 });
    await refused(agent.session, restoreReply, { id: replies[0]?.id }, 'forbidden');
  });
});
