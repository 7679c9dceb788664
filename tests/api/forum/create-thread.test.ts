import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, expectProblem, ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { create, get, list } = contract.forum;
const body = paragraphs('Le plan local d’urbanisme demande une place par logement.');
const title = 'Stationnement des vélos dans un permis';

let server: Server;
let club: TestClub;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  agent = await buildPerson(server, { clubs: [[club, 'member']] });
});
const asked = (overrides: object = {}) => ({ slug: club.slug, kind: 'question' as const, title, body, ...overrides });

describe('forum.create', () => {
  test('gives back the thread as its reading does', async () => {
    const created = await ok(agent.session, create, asked());
    expect(created).toMatchObject({ title, kind: 'question', status: 'open', resolved: false, replyCount: 0, version: 1, body });
    expect(created.author).toEqual({ id: agent.id, name: agent.name, commune: { slug: 'anzin', name: 'Anzin' } });
    expect(created.abilities).toMatchObject({ 'thread.edit': true, 'thread.accept': true, 'thread.me-too': false });
    // Posting joins the club, which is followed from then on.
    const reading = { ...created.reading, clubLevel: 'essential' };
    await expect.poll(() => ok(agent.session, get, { id: created.id })).toEqual({ ...created, reading });
  });

  test('puts the thread at the head of its club’s list', async () => {
    const created = await ok(agent.session, create, asked({ title: 'La plus récente des questions' }));
    const { items } = await ok(agent.session, list, { slug: club.slug });
    expect(items[0]).toMatchObject({
      id: created.id,
      title: 'La plus récente des questions',
      excerpt: expect.stringContaining('plan local'),
    });
  });

  test('makes an agent who posts in an open club its member', async () => {
    const newcomer = await buildPerson(server);
    const open = await buildClub();
    await ok(newcomer.session, create, asked({ slug: open.slug }));
    await expect
      .poll(() => ok(newcomer.session, contract.clubs.get, { slug: open.slug }))
      .toMatchObject({ standing: 'member', memberCount: 1 });
  });

  test('sent twice with one key, creates one thread', async () => {
    const idempotencyKey = '7d9c2a52-6a1e-4b52-9f0b-2f5a4a1c7b10';
    const alone = await buildClub();
    const [first, second] = await Promise.all([1, 2].map(() => ok(agent.session, create, asked({ slug: alone.slug, idempotencyKey }))));
    const third = await ok(agent.session, create, asked({ slug: alone.slug, idempotencyKey }));
    expect(second?.id).toBe(first?.id);
    expect(third.id).toBe(first?.id);
    expect((await ok(agent.session, list, { slug: alone.slug })).items).toHaveLength(1);
  });

  test.each([
    ['too short a title', { title: 'Court' }, 'title'],
    ['a title beyond the limit', { title: 'a'.repeat(161) }, 'title'],
    ['a title of spaces', { title: ' '.repeat(20) }, 'title'],
    ['a line break in the title', { title: 'Deux lignes\ndans un titre' }, 'title'],
    ['a title that shows nothing', { title: '\u200b'.repeat(20) }, 'title'],
    ['a title that turns the direction of its list', { title: '\u202eUne question à l’envers' }, 'title'],
    ['a title of half characters', { title: '\ud800'.repeat(10) }, 'title'],
    ['a title that is a number', { title: 12_345_678 }, 'title'],
    ['an unknown kind', { kind: 'rumour' }, 'kind'],
    ['no body', { body: undefined }, 'body'],
    ['a body of plain text', { body: 'Bonjour' }, 'body'],
    ['a body without a word', { body: { type: 'doc', content: [{ type: 'paragraph' }] } }, 'body'],
    ['a body that shows nothing', { body: paragraphs('\u200b\u3164') }, 'body'],
    ['a key that is none', { idempotencyKey: '1' }, 'idempotencyKey'],
  ])('refuses %s at the field', async (_case, wrong, field) => {
    const problem = await refused(agent.session, create, asked(wrong), 'invalid-input');
    expect(problem.errors?.map(({ path }) => path.split('.')[0])).toContain(field);
    for (const { message } of problem.errors ?? []) expect(message).toMatch(/\p{L}/u);
  });

  test('refuses a mention of somebody who does not exist', async () => {
    const mention = { type: 'mention', attrs: { id: 'f'.repeat(24), label: 'Personne' } };
    const answer = await call(
      agent.session,
      create,
      asked({ body: { type: 'doc', content: [{ type: 'paragraph', content: [mention] }] } }),
    );
    expectProblem(answer, 'invalid-input');
  });
});
