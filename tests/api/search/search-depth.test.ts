import { contract } from '@beffroi/shared/contract';
import { type SearchHit, TOTAL_CAP } from '@beffroi/shared/features/search/search.contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordWords } from '../../../server/src/features/search/commands/record-words.ts';
import { entryOfReply, type SearchableReply } from '../../../server/src/features/search/reply-entry.ts';
import { type EntryWrite, SearchEntryModel } from '../../../server/src/features/search/search-entry.model.ts';
import { entriesOfThread, type SearchableThread } from '../../../server/src/features/search/thread-entries.ts';
import { ok } from '../../support/api-client.ts';
import { type CountingProxy, countingProxy } from '../../support/counting-proxy.ts';
import { newDatabaseUri, type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { search } = contract.search;
const DAY = 24 * 3600 * 1000;

let proxy: CountingProxy;
let server: Server;
let club: TestClub;
let agent: TestPerson;
beforeAll(async () => {
  proxy = await countingProxy(newDatabaseUri());
  server = await startServer({ databaseUri: proxy.uri });
  club = await buildClub();
  agent = await buildPerson(server, { clubs: [[club, 'member']] });
});
afterAll(() => proxy.close());

let count = 0;
const thread = (facts: Partial<SearchableThread> = {}): SearchableThread => ({
  threadId: `sujet${++count}`,
  clubId: club.id,
  clubSlug: club.slug,
  title: 'Une question parmi d’autres',
  text: 'Merci de vos retours.',
  status: 'open',
  author: { id: agent.id, name: agent.name, commune: { slug: 'anzin', name: 'Anzin' } },
  at: new Date(Date.now() - DAY),
  ...facts,
});
const reply = (facts: Partial<SearchableReply> = {}): SearchableReply => ({
  ...thread(facts),
  replyId: `reponse${++count}`,
  number: 1,
  ...facts,
});
/** As a pass of the index writes them. */
const write = async (words: string, writes: EntryWrite[]): Promise<void> => {
  await recordWords(words);
  await SearchEntryModel.collection.bulkWrite(writes as never[]);
};
const indexThread = (one: SearchableThread) => write(`${one.title}\n${one.text}`, entriesOfThread(one));
const indexReply = (one: SearchableReply) => write(one.text, [entryOfReply(one)]);
const find = (input: object) => ok(agent.session, search, input as never);
const ids = (hits: SearchHit[]) => hits.map(({ id }) => id);

describe('many hits', () => {
  const old = 'fourriere-ancienne';
  beforeAll(async () => {
    await indexThread(thread({ threadId: old, title: 'La fourrière animale intercommunale', at: new Date(Date.now() - 900 * DAY) }));
    for (let i = 0; i < 130; i++)
      // Ten share each instant: none may be lost between two blocks.
      await indexReply(
        reply({ replyId: `fourriere${i}`, text: `Fourrière animale, cas ${i}.`, at: new Date(Date.now() - Math.ceil((i + 1) / 10) * DAY) }),
      );
  });

  test('are all given, each once, and counted no further than needed', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await find({ q: 'fourrière animale', cursor });
      expect(page).toMatchObject({ total: TOTAL_CAP, totalCapped: true, related: [] });
      seen.push(...ids(page.items));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(131);
    expect(seen).toHaveLength(131);
  });

  test('begin with the thread whose title says it, however old', async () => {
    expect(ids((await find({ q: 'fourriere animale' })).items)[0]).toBe(old);
  });

  test('cost no more commands than few, and never more than three', async () => {
    const cost = async (input: object) => {
      proxy.take();
      await find(input);
      return proxy.take().filter((name) => name.includes(':search_')).length;
    };
    expect(await cost({ q: 'fourrière animale' })).toBe(2);
    expect(await cost({ q: 'fourrière animale', limit: 100 })).toBe(2);
    expect(await cost({ q: 'fourrière 129' })).toBe(3);
    expect(await cost({ q: 'fourrière anim', typing: 'true' })).toBe(3);
    expect(await cost({ q: 'dans la' })).toBe(1);
  });
});

test('hits on fewer words come apart, and only when few texts hold them all', async () => {
  await indexThread(thread({ threadId: 'bornes', title: 'Bornes de recharge devant la mairie', text: 'Quel subventionnement ?' }));
  await indexReply(reply({ replyId: 'recharge', text: 'La recharge est payante.' }));
  const { items, related } = await find({ q: 'borne recharge subventionnement' });
  expect(ids(items)).toEqual(['bornes']);
  expect(related).toEqual([]);
  const none = await find({ q: 'recharge hydrogène' });
  expect(none.items).toEqual([]);
  expect(ids(none.related).sort()).toEqual(['bornes', 'recharge']);
  const marked = none.related.map(({ excerpt, title, highlights }) => [
    ...highlights.title.map(([start, end]) => title.slice(start, end)),
    ...highlights.excerpt.map(([start, end]) => excerpt.slice(start, end)),
  ]);
  expect(marked).toEqual([['recharge'], ['recharge']]);
});

test('the accepted answer comes before the other replies', async () => {
  const asked = thread({ threadId: 'glanage', title: 'Une question de droit rural' });
  await indexThread(asked);
  for (const replyId of ['glanage1', 'glanage2', 'glanage3'])
    await indexReply(reply({ ...asked, replyId, text: 'Le glanage est toléré.' }));
  await indexThread({ ...asked, status: 'resolved', acceptedReplyId: 'glanage2' });
  expect(ids((await find({ q: 'glanage' })).items)[0]).toBe('glanage2');
  await indexThread({ ...asked, status: 'resolved', acceptedReplyId: 'glanage3' });
  expect(ids((await find({ q: 'glanage' })).items)[0]).toBe('glanage3');
});

test('a query of stopwords looks at the latest texts themselves', async () => {
  await indexReply(reply({ replyId: 'chez', text: 'Passez chez eux.', at: new Date() }));
  const { items } = await find({ q: 'chez eux' });
  expect(ids(items)).toEqual(['chez']);
  expect(items[0]?.highlights.excerpt.map(([start, end]) => items[0]?.excerpt.slice(start, end))).toEqual(['chez', 'eux']);
});

test('a reply takes its thread’s new title and goes and comes with it; deleted alone, it goes alone', async () => {
  const made = await buildThread(server, { club, author: agent, title: 'Chauffage du gymnase' });
  const colleague = await buildPerson(server);
  const answer = await buildReply(colleague, made.thread.id, 'Voyez le thermostat programmable.');
  const gone = await buildReply(colleague, made.thread.id, 'Un thermostat connecté.');
  const hits = async () => (await find({ q: 'thermostat' })).items.map(({ id, title, status }) => ({ id, title, status }));
  const shown = (id: string, title: string) => ({ id, title, status: 'answered' as const });
  await expect.poll(async () => (await hits()).length).toBe(2);
  await ok(colleague.session, contract.forum.deleteReply, { id: gone.id });
  await expect.poll(hits).toEqual([shown(answer.id, 'Chauffage du gymnase')]);
  await ok(agent.session, contract.forum.edit, {
    id: made.thread.id,
    version: 1,
    title: 'Chauffage de la salle',
    body: made.thread.body as never,
  });
  await expect.poll(hits).toEqual([shown(answer.id, 'Chauffage de la salle')]);
  await ok(agent.session, contract.forum.delete, { id: made.thread.id });
  await expect.poll(hits).toEqual([]);
  await ok(agent.session, contract.forum.restore, { id: made.thread.id });
  await expect.poll(hits).toEqual([shown(answer.id, 'Chauffage de la salle')]);
  await expect.poll(async () => (await find({ q: 'chauffage salle' })).items.map(({ status }) => status)).toEqual(['answered']);
});
