import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { create, edit, get, list, revisions } = contract.forum;
const body = paragraphs('Ce que nous en retenons pour le guichet.');
const watch = {
  sourceTitle: 'Loi n° 2023-1380 du 30 décembre 2023',
  sourceUrl: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000048734121',
  effectiveOn: '2027-01-01',
  audience: 'Les communes de moins de 3 500 habitants',
  change: 'Le secrétariat général de mairie est occupé par un agent de catégorie B ou A.',
};

let server: Server;
let club: TestClub;
let member: TestPerson;
let pilot: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  member = await buildPerson(server, { clubs: [[club, 'member']] });
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']], name: 'Pilote' });
});
const written = (overrides: object) => ({ slug: club.slug, kind: 'watch' as const, title: 'Un titre assez long', body, ...overrides });

describe('a legal watch', () => {
  test('states its source, its date, whom it concerns and what changes; lists show the date alone', async () => {
    const created = await ok(member.session, create, written({ watch }));
    expect(created.watch).toEqual(watch);
    expect((await ok(member.session, get, { id: created.id })).watch).toEqual(watch);
    const { items } = await ok(member.session, list, { slug: club.slug, kind: 'watch' });
    expect(items[0]).toMatchObject({ id: created.id, kind: 'watch', effectiveOn: '2027-01-01' });
    expect(items[0]).not.toHaveProperty('watch');
  });

  test('may be without a date yet', async () => {
    const created = await ok(member.session, create, written({ watch: { ...watch, effectiveOn: null } }));
    expect(created.watch?.effectiveOn).toBeNull();
    expect(created).not.toHaveProperty('effectiveOn');
  });

  test('is edited with its facts, and the facts before are kept with the text before', async () => {
    const { id } = await ok(member.session, create, written({ watch }));
    const corrected = { ...watch, effectiveOn: '2028-01-01' };
    await ok(member.session, edit, { id, version: 1, title: 'Un titre corrigé', body, watch: corrected });
    await ok(member.session, edit, { id, version: 2, title: 'Un titre recorrigé', body });
    expect((await ok(member.session, get, { id })).watch).toEqual(corrected);
    const { items } = await ok(member.session, revisions, { id });
    expect(items.map((revision) => revision.watch?.effectiveOn)).toEqual(['2028-01-01', '2027-01-01']);
  });

  test('is found by what it states', async () => {
    const { id } = await ok(member.session, create, written({ watch: { ...watch, audience: 'Les thanatopracteurs itinérants' } }));
    await expect
      .poll(async () => (await ok(member.session, contract.search.search, { q: 'thanatopracteur itinerant' })).items.map((hit) => hit.id))
      .toEqual([id]);
  });

  test.each([
    ['an address without https', { sourceUrl: 'http://www.legifrance.gouv.fr/' }, 'watch.sourceUrl'],
    ['a script for an address', { sourceUrl: 'javascript:alert(1)' }, 'watch.sourceUrl'],
    ['no address', { sourceUrl: 'Légifrance' }, 'watch.sourceUrl'],
    ['no source', { sourceTitle: ' ' }, 'watch.sourceTitle'],
    ['a day that does not exist', { effectiveOn: '2027-02-30' }, 'watch.effectiveOn'],
    ['nothing that changes', { change: '' }, 'watch.change'],
    ['too much that changes', { change: 'a'.repeat(1_201) }, 'watch.change'],
    ['a null character', { audience: 'Tous\u0000' }, 'watch.audience'],
  ])('is refused with %s, at the field', async (_case, wrong, path) => {
    const problem = await refused(member.session, create, written({ watch: { ...watch, ...wrong } }), 'invalid-input');
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });

  test('alone states them', async () => {
    const wrong = written({ kind: 'feedback', watch });
    expect((await refused(member.session, create, wrong, 'invalid-input')).errors?.[0]?.path).toBe('watch');
    const { thread } = await buildThread(server, { club, author: member });
    const edited = { id: thread.id, version: 1, title: 'Un titre corrigé', body, watch };
    expect((await refused(member.session, edit, edited, 'invalid-input')).errors?.[0]?.path).toBe('watch');
  });
});

describe('an announcement', () => {
  const announce = (overrides: object = {}) => written({ kind: 'announcement', ...overrides });

  test('is for who animates the club to make', async () => {
    await refused(member.session, create, announce(), 'forbidden');
    expect(await ok(pilot.session, create, announce())).toMatchObject({ kind: 'announcement', audience: 'club', watch: null });
    expect((await refused(member.session, create, written({ kind: 'question', audience: 'territory' }), 'invalid-input')).errors).toEqual([
      expect.objectContaining({ path: 'audience' }),
    ]);
  });

  test('to the territory is read by every agent, though the club be closed; one to the club is not', async () => {
    const closed = await buildClub({ access: 'request' });
    const author = await buildPerson(server, { clubs: [[closed, 'pilot']] });
    const facts = { club: closed, author, kind: 'announcement' as const };
    const { thread: told } = await buildThread(server, { ...facts, facts: { audience: 'territory' } });
    const { thread: inside } = await buildThread(server, facts);
    expect((await ok(member.session, get, { id: told.id })).abilities).toMatchObject({ 'thread.reply': false, 'thread.acknowledge': true });
    await refused(member.session, get, { id: inside.id }, 'not-found');
    await refused(member.session, list, { slug: closed.slug }, 'not-found');
  });
});
