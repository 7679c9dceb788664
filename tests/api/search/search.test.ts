import { contract } from '@beffroi/shared/contract';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import type { SearchHit } from '@beffroi/shared/features/search/search.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson, type TestThread } from '../../support/world.ts';

const { search } = contract.search;

let server: Server;
let club: TestClub;
let agent: TestPerson;
let school: TestThread;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  agent = await buildPerson(server, { clubs: [[club, 'member']] });
  school = await buildThread(server, {
    club,
    author: agent,
    title: 'Dérogations scolaires entre communes voisines',
    text: 'La commune de résidence doit-elle payer les frais de scolarité ? Notre élue s’interroge sur l’Œuvre des cantines.',
  });
  const colleague = await buildPerson(server, { commune: 'onnaing' });
  await buildReply(colleague, school.thread.id, 'Nous signons une convention de réciprocité avec Valenciennes.');
});
const find = async (input: object, who = agent) => (await ok(who.session, search, input as never)).items;
const ids = (hits: SearchHit[]) => hits.map(({ id }) => id);
const eventually = (input: object, who = agent) => expect.poll(async () => ids(await find(input, who)));

describe('search.search', () => {
  test.each([
    ['as written', 'dérogations scolaires'],
    ['without accents', 'derogation scolaire'],
    ['in capitals', 'DÉROGATIONS'],
    ['in the singular', 'commune voisine'],
    ['a word of the text', 'scolarité'],
    ['a ligature', 'oeuvre cantine'],
    ['with the article', 'l’œuvre des cantines'],
  ])('finds the thread by its words, %s', async (_case, q) => {
    await eventually({ q }).toContain(school.thread.id);
  });

  test('asks for all the words', async () => {
    await eventually({ q: 'scolarité' }).toContain(school.thread.id);
    expect(ids(await find({ q: 'scolarité piscine' }))).not.toContain(school.thread.id);
  });

  test('finds a reply under its thread’s title, with every word in the excerpt', async () => {
    await expect
      .poll(() => find({ q: 'convention réciprocité' }))
      .toMatchObject([{ kind: 'reply', threadId: school.thread.id, number: 1, title: school.thread.title }]);
    const [hit] = await find({ q: 'convention réciprocité' });
    expect(hit?.excerpt).toMatch(/convention/);
    expect(hit?.excerpt).toMatch(/réciprocité/);
    const marked = hit?.highlights.excerpt.map(([start, end]) => hit.excerpt.slice(start, end));
    expect(marked).toEqual(expect.arrayContaining(['convention', 'réciprocité']));
  });

  test('while typing, takes the last word for the beginning of one', async () => {
    await eventually({ q: 'déro', typing: 'true' }).toContain(school.thread.id);
    expect(ids(await find({ q: 'déro' }))).toEqual([]);
  });

  test('finds nothing of a club the person may not read', async () => {
    const closed = await buildClub({ access: 'request' });
    const member = await buildPerson(server, { clubs: [[closed, 'member']] });
    const { thread } = await buildThread(server, { club: closed, author: member, title: 'Contentieux confidentiel du cimetière' });
    await eventually({ q: 'contentieux cimetière' }, member).toEqual([thread.id]);
    const seen = await ok(agent.session, search, { q: 'contentieux cimetière' });
    expect(seen).toMatchObject({ items: [], total: 0, related: [] });
    await refused(agent.session, search, { q: 'contentieux', club: closed.slug }, 'not-found');
    const substitute = await buildPerson(server, { commune: null, substitute: true });
    expect(await find({ q: 'contentieux cimetière' }, substitute)).toEqual([]);
  });

  test('follows an edit, a deletion and its undoing', async () => {
    const { thread } = await buildThread(server, { club, author: agent, title: 'Balayage mécanique des trottoirs' });
    await eventually({ q: 'balayage' }).toEqual([thread.id]);
    await ok(agent.session, contract.forum.edit, { id: thread.id, version: 1, title: 'Déneigement mécanique', body: thread.body as never });
    await eventually({ q: 'déneigement' }).toEqual([thread.id]);
    await eventually({ q: 'balayage' }).toEqual([]);
    await ok(agent.session, contract.forum.delete, { id: thread.id });
    await eventually({ q: 'déneigement' }).toEqual([]);
    await ok(agent.session, contract.forum.restore, { id: thread.id });
    await eventually({ q: 'déneigement' }).toEqual([thread.id]);
  });

  test('filters by club, commune of the author, day and state', async () => {
    const other = await buildClub();
    const neighbour = await buildPerson(server, { commune: 'crespin' });
    const elsewhere = await buildThread(server, { club: other, author: neighbour, title: 'Pesticides au cimetière paysager' });
    const here = await buildThread(server, { club, author: agent, title: 'Pesticides sur le stade' });
    const answer = await buildReply(neighbour, here.thread.id, 'Un désherbage à la vapeur.');
    await ok(agent.session, contract.forum.accept, { id: here.thread.id, replyId: answer.id });
    const both = [elsewhere.thread.id, here.thread.id].sort();
    await expect.poll(async () => ids(await find({ q: 'pesticides' })).sort()).toEqual(both);
    await eventually({ q: 'pesticides', club: other.slug }).toEqual([elsewhere.thread.id]);
    await eventually({ q: 'pesticides', commune: 'crespin' }).toEqual([elsewhere.thread.id]);
    await eventually({ q: 'pesticides', resolved: 'true' }).toEqual([here.thread.id]);
    await eventually({ q: 'pesticides', resolved: 'false' }).toEqual([elsewhere.thread.id]);
    const day = (offset: number) => addDays(parisDate(new Date()), offset);
    expect(ids(await find({ q: 'pesticides', since: day(-1) })).sort()).toEqual(both);
    expect(await find({ q: 'pesticides', since: day(1) })).toEqual([]);
    expect(await find({ q: 'pesticides', until: day(-1) })).toEqual([]);
  });

  test('gives each hit once over its pages', async () => {
    const made: string[] = [];
    for (let i = 0; i < 5; i++)
      made.push((await buildThread(server, { club, author: agent, title: `Vidéoprotection du parking ${i}` })).thread.id);
    await expect.poll(async () => (await find({ q: 'vidéoprotection' })).length).toBe(5);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ok(agent.session, search, { q: 'vidéoprotection', limit: 2, cursor });
      expect(page.total).toBe(5);
      seen.push(...ids(page.items));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.sort()).toEqual(made.sort());
  });

  test.each([
    ['nothing', { q: '' }],
    ['spaces', { q: '   ' }],
    ['too much', { q: 'a'.repeat(201) }],
    ['a day that is none', { q: 'école', since: '2026-02-31' }],
    ['a cursor that is none', { q: 'école', cursor: 'zzz' }],
    ['a state that is none', { q: 'école', resolved: 'maybe' }],
  ])('refuses %s', async (_case, input) => {
    await refused(agent.session, search, input, 'invalid-input');
  });

  test.each([['$where'], ['.*'], ['"école"'], ['<script>alert(1)</script>'], ['a'.repeat(200)], ['%00'], ['😀'], ['de la'], ['l’']])(
    'answers « %s » like any other words',
    async (q) => {
      expect(await ok(agent.session, search, { q })).toMatchObject({ items: expect.any(Array) });
    },
  );
});
