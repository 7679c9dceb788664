import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { Fiche } from '@beffroi/shared/features/fiches/fiches.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { body, buildFicheScene, type FicheScene } from '../../support/fiches.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { create, edit, get, list, ofThread, revisions } = contract.fiches;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let answerer: TestPerson;
let asker: TestPerson;
let resolved: FicheScene['resolved'];
let written: FicheScene['written'];
let made: FicheScene['made'];
beforeAll(async () => {
  server = await startServer();
  ({ club, pilot, answerer, asker, resolved, written, made } = await buildFicheScene(server));
});

describe('fiches.create', () => {
  test('keeps whence it comes: the question, the answer, and who wrote each', async () => {
    const { threadId, replyId } = await resolved();
    const fiche = await ok(answerer.session, create, written(threadId, { reviewOn: '2027-06-01' }));
    expect(fiche).toMatchObject({
      clubSlug: club.slug,
      version: 1,
      reviewOn: '2027-06-01',
      createdBy: { id: answerer.id },
      source: { threadId, replyId, number: 1, askedBy: { id: asker.id }, answeredBy: { id: answerer.id, commune: { slug: 'onnaing' } } },
      abilities: { 'fiche.edit': true, 'fiche.remove': false },
    });
    expect(await ok(asker.session, get, { id: fiche.id })).toEqual({
      ...fiche,
      abilities: { 'fiche.edit': false, 'fiche.report': true, 'fiche.remove': false, 'fiche.restore': false },
    });
  });

  test('makes one of a question, whoever else makes one at the same instant', async () => {
    const { threadId } = await resolved();
    const idempotencyKey = crypto.randomUUID();
    const first = await ok(pilot.session, create, written(threadId, { idempotencyKey }));
    expect(await ok(pilot.session, create, written(threadId, { idempotencyKey }))).toEqual(first);
    const problem = await refused(answerer.session, create, written(threadId), 'conflict');
    expect(problem.current).toMatchObject({ id: first.id });
  });

  test('is for who animates the club or answered, and of an accepted answer', async () => {
    const { threadId } = await resolved();
    await refused(asker.session, create, written(threadId), 'forbidden');
    const { thread } = await buildThread(server, { club, author: asker });
    await refused(pilot.session, create, written(thread.id), 'forbidden');
    await refused(pilot.session, create, { ...written(threadId), slug: (await buildClub()).slug }, 'not-found');
  });

  test('names nobody in its text, and refuses an image', async () => {
    const { threadId } = await resolved();
    const mention = { type: 'mention', attrs: { id: asker.id, label: 'Agente, Anzin' } };
    const image = { type: 'image', attrs: { src: `/api/images/${'f'.repeat(24)}` } };
    const doc = (...content: object[]) => ({ type: 'doc', content });
    await refused(
      pilot.session,
      create,
      written(threadId, { body: doc(image, { type: 'paragraph', content: [mention] }) }),
      'invalid-input',
    );
    const fiche = await ok(pilot.session, create, written(threadId, { body: doc({ type: 'paragraph', content: [mention] }) }) as never);
    expect(fiche.body).toEqual(paragraphs('Agente, Anzin'));
  });

  test.each([
    ['too short a title', { title: 'Court' }, 'title'],
    ['no text', { body: { type: 'doc', content: [{ type: 'paragraph' }] } }, 'body'],
    ['a day that does not exist', { reviewOn: '2027-02-30' }, 'reviewOn'],
  ])('refuses %s, at the field', async (_case, wrong, field) => {
    const problem = await refused(pilot.session, create, written((await resolved()).threadId, wrong), 'invalid-input');
    expect(problem.errors?.map(({ path }) => path.split('.')[0])).toContain(field);
  });
});

describe('fiches.edit', () => {
  test('keeps the version before', async () => {
    const { id } = await made();
    const revised = { title: 'Clôtures : la règle du PLUi', body: paragraphs('La règle a changé.'), reviewOn: '2028-01-01' };
    expect(await ok(answerer.session, edit, { id, version: 1, ...revised })).toMatchObject({
      ...revised,
      version: 2,
      revisedBy: { id: answerer.id },
    });
    const { items } = await ok(asker.session, revisions, { id });
    expect(items).toEqual([
      expect.objectContaining({ version: 1, title: 'Clôtures : quand déclarer', author: expect.objectContaining({ id: pilot.id }) }),
    ]);
  });

  test('refuses what starts from another version, with the fiche as it stands', async () => {
    const { id, title } = await made();
    await ok(pilot.session, edit, { id, version: 1, title, body, reviewOn: null });
    const problem = await refused(answerer.session, edit, { id, version: 1, title: 'Un autre titre', body, reviewOn: null }, 'conflict');
    expect(problem.current).toMatchObject({ id, title, version: 2 });
    await refused(asker.session, edit, { id, version: 2, title, body, reviewOn: null }, 'forbidden');
  });
});

describe('fiches.list', () => {
  test('gives each once over its pages, the last revised first', async () => {
    const fiches = [await made(), await made(), await made()];
    const [first] = fiches as [Fiche, Fiche, Fiche];
    await ok(pilot.session, edit, { id: first.id, version: 1, title: 'Revue la dernière', body, reviewOn: null });
    const page = await ok(asker.session, list, { slug: club.slug, limit: 2 });
    expect(page.items[0]).toMatchObject({ id: first.id, title: 'Revue la dernière' });
    const next = await ok(asker.session, list, { slug: club.slug, limit: 100, cursor: page.nextCursor ?? '' });
    const ids = [...page.items, ...next.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(fiches.map(({ id }) => id)));
  });
});

describe('fiches.get', () => {
  test('is found by search, and outlives its discussion', async () => {
    const { threadId } = await resolved();
    const { id } = await ok(pilot.session, create, written(threadId, { body: paragraphs('Le palplancheur passe d’abord.') }));
    const hits = async () => (await ok(asker.session, contract.search.search, { q: 'palplancheurs' })).items;
    await expect.poll(hits).toEqual([expect.objectContaining({ kind: 'fiche', id, threadId: id, status: 'resolved' })]);
    await ok(asker.session, contract.forum.delete, { id: threadId });
    await refused(pilot.session, contract.forum.get, { id: 'f'.repeat(24) }, 'not-found');
    expect(await ok(asker.session, get, { id })).toMatchObject({ id });
    expect(await hits()).toHaveLength(1);
  });
});

describe('fiches.revisions', () => {
  test('are none at first', async () => {
    expect(await ok(asker.session, revisions, { id: (await made()).id })).toEqual({ items: [] });
  });
});

describe('fiches.ofThread', () => {
  test('says which fiche the answer became, or who may make it', async () => {
    const { threadId } = await resolved();
    const may = async (who: TestPerson) => (await ok(who.session, ofThread, { id: threadId })).abilities['fiche.create'];
    expect([await may(pilot), await may(answerer), await may(asker)]).toEqual([true, true, false]);
    const { id } = await ok(pilot.session, create, written(threadId));
    expect(await ok(asker.session, ofThread, { id: threadId })).toMatchObject({ fiche: { id }, abilities: { 'fiche.create': false } });
  });
});
