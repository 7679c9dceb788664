import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { get, list, markDuplicate, unmarkDuplicate, reply, edit } = contract.forum;

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

const ask = async (where = club) => (await buildThread(server, { club: where, author: agent })).thread;
const countOf = async (id: string) => (await ok(agent.session, get, { id })).duplicateCount;

describe('forum.markDuplicate', () => {
  test('links to the first thread, closes, and the first says how many ask the same', async () => {
    const [first, second, third] = [await ask(), await ask(), await ask()];
    expect(await ok(pilot.session, markDuplicate, { id: second.id, of: first.id })).toMatchObject({
      closed: true,
      duplicate: true,
      duplicateOf: { id: first.id, title: first.title, clubSlug: club.slug },
    });
    // A link to a linked thread is a link to the first.
    expect((await ok(pilot.session, markDuplicate, { id: third.id, of: second.id })).duplicateOf?.id).toBe(first.id);
    await expect.poll(() => countOf(first.id)).toBe(2);
    const problem = await refused(agent.session, reply, { id: second.id, body: paragraphs('Et moi ?') }, 'forbidden');
    expect(problem.detail).toContain('déjà été posée');
    const { items } = await ok(agent.session, list, { slug: club.slug });
    expect(items.find(({ id }) => id === second.id)).toMatchObject({ duplicate: true, closed: true });
  });

  test('never links in a circle, nor to a later one, nor to itself', async () => {
    const [first, second] = [await ask(), await ask()];
    await refused(pilot.session, markDuplicate, { id: first.id, of: second.id }, 'invalid-input');
    await refused(pilot.session, markDuplicate, { id: first.id, of: first.id }, 'invalid-input');
    await ok(pilot.session, markDuplicate, { id: second.id, of: first.id });
    await refused(pilot.session, markDuplicate, { id: first.id, of: second.id }, 'invalid-input');
  });

  test('those linked to a thread that turns out to repeat another are linked to that one', async () => {
    const [first, second, third] = [await ask(), await ask(), await ask()];
    await ok(pilot.session, markDuplicate, { id: third.id, of: second.id });
    await ok(pilot.session, markDuplicate, { id: second.id, of: first.id });
    await expect.poll(async () => (await ok(agent.session, get, { id: third.id })).duplicateOf?.id).toBe(first.id);
    await expect.poll(() => countOf(first.id)).toBe(2);
    await expect.poll(() => countOf(second.id)).toBe(0);
  });

  test('follows the first thread’s title, and hides it from who may not read its club', async () => {
    const closed = await buildClub({ access: 'request' });
    const both = await buildPerson(server, {
      clubs: [
        [club, 'pilot'],
        [closed, 'pilot'],
      ],
    });
    const insider = await buildPerson(server, { clubs: [[closed, 'member']] });
    const first = (await buildThread(server, { club: closed, author: insider })).thread;
    const second = await ask();
    await refused(pilot.session, markDuplicate, { id: second.id, of: first.id }, 'not-found');
    await ok(both.session, markDuplicate, { id: second.id, of: first.id });
    await ok(insider.session, edit, { id: first.id, version: 1, title: 'Un titre tout autre', body: paragraphs('Corrigé.') });
    const shown = async (who: TestPerson) => (await ok(who.session, get, { id: second.id })).duplicateOf?.title ?? null;
    await expect.poll(() => shown(insider)).toBe('Un titre tout autre');
    expect(await shown(agent)).toBeNull();
  });

  test('is for those who animate the club', async () => {
    const [first, second] = [await ask(), await ask()];
    await refused(agent.session, markDuplicate, { id: second.id, of: first.id }, 'forbidden');
  });
});

describe('forum.unmarkDuplicate', () => {
  test('opens the thread again, and the first counts one less', async () => {
    const [first, second] = [await ask(), await ask()];
    await ok(pilot.session, markDuplicate, { id: second.id, of: first.id });
    await expect.poll(() => countOf(first.id)).toBe(1);
    await refused(agent.session, unmarkDuplicate, { id: second.id }, 'forbidden');
    expect(await ok(pilot.session, unmarkDuplicate, { id: second.id })).toMatchObject({ closed: false, duplicateOf: null });
    await expect.poll(() => countOf(first.id)).toBe(0);
    await ok(agent.session, reply, { id: second.id, body: paragraphs('Merci.') });
  });
});
