import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { close, create, delete: deleteThread, get, list, pin, pinned, reopen, reply, setMeToo, unpin } = contract.forum;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  agent = await buildPerson(server);
});

const pinnedIn = async (slug: string) => (await ok(agent.session, pinned, { slug })).items.map(({ id }) => id);

describe('forum.pin', () => {
  test('puts at most three threads on top, however many are pinned at once', async () => {
    const own = await buildClub();
    const owner = await buildPerson(server, { clubs: [[own, 'pilot']] });
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) ids.push((await buildThread(server, { club: own, author: agent })).thread.id);
    const tries = await Promise.allSettled(ids.map((id) => ok(owner.session, pin, { id })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const shown = await pinnedIn(own.slug);
    expect(shown).toHaveLength(3);
    const other = ids.find((id) => !shown.includes(id)) as string;
    expect((await refused(owner.session, pin, { id: other }, 'conflict')).detail).toContain('3 sujets épinglés');
    // Pinned twice, it takes one place.
    await ok(owner.session, pin, { id: shown[0] as string });
    // A deleted thread gives its place back.
    await ok(agent.session, deleteThread, { id: shown[1] as string });
    expect(await ok(owner.session, pin, { id: other })).toMatchObject({ pinned: true });
  });

  test('is for those who animate the club', async () => {
    const { thread } = await buildThread(server, { club, author: agent });
    await refused(agent.session, pin, { id: thread.id }, 'forbidden');
    await refused(pilot.session, pin, { id: 'f'.repeat(24) }, 'not-found');
  });
});

describe('forum.unpin', () => {
  test('takes it from the top', async () => {
    const { thread } = await buildThread(server, { club, author: agent });
    await ok(pilot.session, pin, { id: thread.id });
    expect(await pinnedIn(club.slug)).toContain(thread.id);
    expect(await ok(pilot.session, unpin, { id: thread.id })).toMatchObject({ pinned: false });
    expect(await pinnedIn(club.slug)).not.toContain(thread.id);
  });
});

describe('forum.pinned', () => {
  test('is for the club’s readers', async () => {
    const closed = await buildClub({ access: 'request' });
    await refused(agent.session, pinned, { slug: closed.slug }, 'not-found');
  });
});

describe('forum.close', () => {
  test('ends the replies and says why; votes go on', async () => {
    const { thread } = await buildThread(server, { club, author: agent });
    const closed = await ok(pilot.session, close, { id: thread.id, reason: 'Le décret est paru' });
    expect(closed).toMatchObject({ closed: true, closure: { reason: 'Le décret est paru', by: { id: pilot.id } } });
    expect(closed.abilities['thread.reply']).toBe(false);
    const problem = await refused(agent.session, reply, { id: thread.id, body: paragraphs('Encore un mot.') }, 'forbidden');
    expect(problem.detail).toBe('Ce sujet est fermé\u00a0: il ne reçoit plus de réponse. Motif\u00a0: Le décret est paru.');
    await ok(pilot.session, setMeToo, { id: thread.id });
    const { items } = await ok(agent.session, list, { slug: club.slug });
    expect(items.find(({ id }) => id === thread.id)).toMatchObject({ closed: true, duplicate: false });
  });

  test.each([['x'.repeat(301)], ['avec un\u0000 invisible'], [42]])('refuses the reason %j', async (reason) => {
    const { thread } = await buildThread(server, { club, author: agent });
    await refused(pilot.session, close, { id: thread.id, reason }, 'invalid-input');
  });
});

describe('forum.reopen', () => {
  test('lets it be replied to again', async () => {
    const { thread } = await buildThread(server, { club, author: agent });
    await ok(pilot.session, close, { id: thread.id });
    await refused(agent.session, reopen, { id: thread.id }, 'forbidden');
    expect(await ok(pilot.session, reopen, { id: thread.id })).toMatchObject({ closed: false, closure: null });
    await ok(agent.session, reply, { id: thread.id, body: paragraphs('Encore un mot.') });
    expect((await ok(agent.session, get, { id: thread.id })).replyCount).toBe(1);
  });
});

test('a closed question waits for nobody’s answer', async () => {
  const { thread } = await buildThread(server, { club, author: agent });
  const waiting = async () => (await ok(pilot.session, contract.forum.waiting, { limit: 100 })).items.map(({ id }) => id);
  expect(await waiting()).toContain(thread.id);
  await ok(pilot.session, close, { id: thread.id });
  expect(await waiting()).not.toContain(thread.id);
  await ok(agent.session, create, { slug: club.slug, kind: 'question', title: 'Une autre question', body: paragraphs('Bonjour.') });
});
