import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { AnyContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { keptMarks } from '../../server/src/features/attention/kept-marks.ts';
import { forgetOverview } from '../../server/src/features/exchanges/exchanges.queries.ts';
import { forgetWaveSettings } from '../../server/src/features/replacements/wave-settings.queries.ts';
import { publish as publishEvent } from '../../server/src/platform/events.ts';
import { backgroundDone } from '../../server/src/platform/logger.ts';
import { call, ok } from '../support/api-client.ts';
import { buildApplication } from '../support/applications.ts';
import { buildAnswered, CLAUSES_MAX, clauseReads, keepClause } from '../support/clause-reads.ts';
import { type CountingProxy, countingProxy } from '../support/counting-proxy.ts';
import { buildWorkedHalfDay, EXCHANGES_MAX, exchangeReads } from '../support/exchange-reads.ts';
import { am, buildHr, buildSubstitute, enterPool, offer, pm, publish } from '../support/replacements.ts';
import { newDatabaseUri, type Server, startServer } from '../support/start-server.ts';
import { buildTemplate } from '../support/templates.ts';
import { buildVacancy } from '../support/vacancies.ts';
import { buildClub, buildPerson, buildReply, buildThread, openSession, type TestClub, type TestPerson } from '../support/world.ts';

/** Database commands each endpoint may send, before what follows in the background. More asks for a reason. */
const COMMANDS_MAX: Record<string, number> = {
  ...EXCHANGES_MAX,
  ...CLAUSES_MAX,
  'accounts.me': 1,
  'administration.overview': 7,
  'administration.clubs': 2,
  'clubs.list': 2,
  'clubs.get': 4,
  'clubs.members': 2,
  'clubs.tags': 1,
  'directory.communes': 1,
  'directory.people': 1,
  'directory.person': 1,
  'attention.unread': 6,
  'attention.catchUp': 7,
  'bookmarks.list': 2,
  'fiches.list': 1,
  'templates.library': 1,
  'templates.list': 1,
  'templates.writing': 1,
  'templates.get': 1,
  'templates.trail': 2,
  'templates.versions': 2,
  'comments.list': 2,
  'suggestions.decisions': 2,
  'replacements.list': 5,
  'replacements.summary': 5,
  'replacements.mine': 8,
  'replacements.attention': 8,
  'replacements.get': 8,
  'replacements.candidates': 9,
  'forum.invitable': 8,
  'forum.list': 2,
  'forum.pinned': 1,
  'forum.get': 3,
  'forum.replies': 2,
  'forum.revisions': 2,
  'forum.similar': 4,
  'notifications.list': 2,
  'notifications.unread': 1,
  'moderation.reports': 1,
  'moderation.trail': 1,
  'notifications.settings': 1,
  'search.search': 3,
  'exchanges.overview': 8,
  'exchanges.search': 6,
  'substitutes.me': 1,
  'substitutes.availability': 1,
  'substitutes.list': 2,
  'substitutes.acts': 1,
  'today.today': 14,
  'vacancies.list': 1,
  'vacancies.get': 1,
  'vacancies.searches': 1,
  'vacancies.settings': 0,
};
/** Asks once more when the first block of candidates is full, and never again. */
const NOT_COMPARED = new Set(['search.search']);

/** A timer that does not run. */
const NEVER = { unref: () => NEVER, ref: () => NEVER, hasRef: () => false, refresh: () => NEVER } as unknown as NodeJS.Timeout;

let proxy: CountingProxy;
let server: Server;
let club: TestClub;
let agent: TestPerson;
let administrator: TestPerson;
let threadId: string;
let resolvedId: string;
let templateId: string;
let vacancyId: string;
let applicationId: string;
let recruiter: TestPerson;
let hr: TestPerson;
let needId: string;
beforeAll(async () => {
  // What is looked at again from time to time would be counted with whatever is being measured then. (`expect.poll` moves a fake
  // clock on, and a minute passes: none is set.)
  vi.spyOn(globalThis, 'setInterval').mockImplementation(() => NEVER);
  proxy = await countingProxy(newDatabaseUri());
  server = await startServer({ databaseUri: proxy.uri });
  club = await buildClub();
  agent = await buildPerson(server, { clubs: [[club, 'pilot']] });
  administrator = await buildPerson(server, { administrator: true });
  hr = await buildHr(server);
  recruiter = await buildPerson(server, { roles: ['hr'] });
  // In the pool herself: what is open to her is reckoned too.
  await enterPool(agent.id, { commune: 'anzin' });
  await grow(6);
  threadId = (await buildThread(server, { club, author: agent, replies: 3 })).thread.id;
  resolvedId = await buildAnswered(server, agent, club);
  templateId = (await buildTemplate(agent, club)).id;
  await keepClause(resolvedId, templateId, agent);
  vacancyId = (await buildVacancy(recruiter)).id;
  applicationId = (await buildApplication(agent, vacancyId)).id;
  needId = (await publish(hr)).id;
}, 120_000);
afterAll(() => {
  vi.restoreAllMocks();
  return proxy.close();
});

/** Adds that many threads of two replies, people and answers waiting. */
const grow = async (size: number): Promise<void> => {
  for (let i = 0; i < size; i++) {
    const colleague = await buildPerson(server, { commune: `commune-${i}`, clubs: [[club, 'member']], expertise: ['Urbanisme'] });
    const mine = await buildThread(server, { club, author: agent, title: `Instruire une demande de permis ${i}` });
    await buildReply(colleague, mine.thread.id, 'Voici comment instruire un permis.');
    await buildThread(server, { club, author: colleague, title: `Préparer un marché de travaux ${i}` });
    const { id } = await buildTemplate(colleague, club, { title: `CCAP ${i}` });
    if (resolvedId) await keepClause(resolvedId, id, agent);
    const vacancy = await buildVacancy(recruiter, { metier: 'atsem', missions: 'Préparer les ateliers.' });
    await buildApplication(agent, vacancy.id);
    if (vacancyId) await buildApplication(colleague, vacancyId);
    const need = await publish(hr, { slots: [am(i % 7), pm(i % 7)] });
    await offer(await buildSubstitute(server), need.id);
    await buildWorkedHalfDay(colleague, i);
  }
};

const reads: [string, AnyContractProcedure, () => object][] = [
  ['accounts.me', contract.accounts.me, () => ({})],
  ...exchangeReads(() => ({ vacancyId, applicationId })),
  ...clauseReads(() => resolvedId),
  ['clubs.list', contract.clubs.list, () => ({})],
  ['clubs.get', contract.clubs.get, () => ({ slug: club.slug })],
  ['clubs.tags', contract.clubs.tags, () => ({ slug: club.slug })],
  ['clubs.members', contract.clubs.members, () => ({ slug: club.slug, limit: 100 })],
  ['directory.communes', contract.directory.communes, () => ({})],
  ['directory.people', contract.directory.people, () => ({ limit: 100 })],
  ['directory.person', contract.directory.person, () => ({ id: agent.id })],
  ['attention.unread', contract.attention.unread, () => ({})],
  ['attention.catchUp', contract.attention.catchUp, () => ({})],
  ['forum.list', contract.forum.list, () => ({ slug: club.slug, limit: 100 })],
  ['forum.pinned', contract.forum.pinned, () => ({ slug: club.slug })],
  ['moderation.reports', contract.moderation.reports, () => ({ slug: club.slug })],
  ['moderation.trail', contract.moderation.trail, () => ({ slug: club.slug })],
  ['bookmarks.list', contract.bookmarks.list, () => ({})],
  ['fiches.list', contract.fiches.list, () => ({ slug: club.slug })],
  ['templates.library', contract.templates.library, () => ({ limit: 100 })],
  ['templates.list', contract.templates.list, () => ({ slug: club.slug, limit: 100 })],
  ['templates.writing', contract.templates.writing, () => ({})],
  ['templates.get', contract.templates.get, () => ({ id: templateId })],
  ['templates.trail', contract.templates.trail, () => ({ id: templateId })],
  ['templates.versions', contract.templates.versions, () => ({ id: templateId })],
  ['comments.list', contract.comments.list, () => ({ id: templateId, limit: 100 })],
  ['suggestions.decisions', contract.suggestions.decisions, () => ({ id: templateId, limit: 100 })],
  ['replacements.list', contract.replacements.list, () => ({ limit: 100 })],
  ['replacements.summary', contract.replacements.summary, () => ({})],
  ['replacements.mine', contract.replacements.mine, () => ({})],
  ['replacements.attention', contract.replacements.attention, () => ({})],
  ['replacements.get', contract.replacements.get, () => ({ id: needId })],
  ['replacements.candidates', contract.replacements.candidates, () => ({ id: needId })],
  ['forum.invitable', contract.forum.invitable, () => ({ id: threadId })],
  ['forum.get', contract.forum.get, () => ({ id: threadId, limit: 100 })],
  ['forum.replies', contract.forum.replies, () => ({ id: threadId, limit: 100 })],
  ['forum.revisions', contract.forum.revisions, () => ({ id: threadId })],
  ['forum.similar', contract.forum.similar, () => ({ title: 'instruire un permis' })],
  ['substitutes.me', contract.substitutes.me, () => ({})],
  ['substitutes.availability', contract.substitutes.availability, () => ({})],
  ['substitutes.list', contract.substitutes.list, () => ({ slug: 'anzin', limit: 100 })],
  ['substitutes.acts', contract.substitutes.acts, () => ({ slug: 'anzin', limit: 100 })],
  ['notifications.list', contract.notifications.list, () => ({ limit: 100 })],
  ['notifications.unread', contract.notifications.unread, () => ({})],
  ['notifications.settings', contract.notifications.settings, () => ({})],
  ['search.search', contract.search.search, () => ({ q: 'instruire permis', limit: 100 })],
  ['today.today', contract.today.today, () => ({})],
  ['exchanges.overview', contract.exchanges.overview, () => ({})],
  ['exchanges.search', contract.exchanges.search, () => ({ q: 'atsem' })],
  ['vacancies.list', contract.vacancies.list, () => ({ q: 'ateliers', metier: 'atsem', within: 20, limit: 100 })],
  ['vacancies.get', contract.vacancies.get, () => ({ id: vacancyId })],
  ['vacancies.searches', contract.vacancies.searches, () => ({})],
  ['vacancies.settings', contract.vacancies.settings, () => ({ slug: 'anzin' })],
  ['administration.overview', contract.administration.overview, () => ({})],
  ['administration.clubs', contract.administration.clubs, () => ({})],
];

/** What the store is asked until nothing runs in the background any more: what follows from a write included, on a busy machine too. */
const untilQuiet = async (): Promise<string[]> => {
  const seen: string[] = [];
  let quietSince = Date.now();
  const quietFor = async () => {
    await backgroundDone();
    const taken = proxy.take();
    if (taken.length > 0) quietSince = Date.now();
    seen.push(...taken);
    return Date.now() - quietSince;
  };
  await expect.poll(quietFor, { timeout: 15_000 }).toBeGreaterThan(50);
  return seen;
};

/** A session never seen before: what is kept of it in memory will not lapse while it is measured. */
const freshAgent = async (person = agent): Promise<TestPerson> => {
  const session = await openSession(server, person.id);
  await call(session, contract.accounts.me);
  return { ...person, session };
};

const commandsOfRead = async (route: AnyContractProcedure, input: object, reader: TestPerson): Promise<string[]> => {
  const { session } = await freshAgent(reader);
  // Once for what is counted only the first time (weeks that are over), once to count.
  await call(session, route, input);
  await untilQuiet();
  // What stands in memory would cost nothing, until it lapses: it is the reading of it that is counted.
  await publishEvent('forum.texts.changed', {});
  for (const forget of [forgetOverview, forgetWaveSettings, () => keptMarks.forget()]) forget();
  const answer = await call(session, route, input);
  expect(answer.status).toBeLessThan(300);
  return proxy.take();
};

/** Whose page it is. */
const readerOf = (name: string): TestPerson => {
  if (['applications.ofVacancy', 'applications.today', 'applications.trail', 'statements.get'].includes(name)) return recruiter;
  if (name.startsWith('administration.') || name.startsWith('exchanges.') || ['substitutes.list', 'substitutes.acts'].includes(name))
    return administrator;
  return name === 'replacements.candidates' ? hr : agent;
};

const countReads = async (): Promise<Record<string, string[]>> => {
  const counted: Record<string, string[]> = {};
  for (const [name, route, input] of reads) {
    const reader = readerOf(name);
    counted[name] = await commandsOfRead(route, input(), reader);
  }
  return counted;
};

const commandsOfWrite = async (write: (who: TestPerson) => Promise<unknown>): Promise<string[]> => {
  const who = await freshAgent();
  await untilQuiet();
  await write(who);
  return untilQuiet();
};

const countWrites = async (): Promise<Record<string, string[]>> => {
  const { thread } = await buildThread(server, { club, author: agent });
  const [id, version, title, body] = [thread.id, 1, 'Un titre corrigé pour compter', paragraphs('Un texte corrigé.')];
  return {
    'forum.create': await commandsOfWrite((author) => buildThread(server, { club, author })),
    'forum.reply': await commandsOfWrite((author) => buildReply(author, threadId, 'Une réponse que l’on compte.')),
    'forum.edit': await commandsOfWrite(({ session }) => ok(session, contract.forum.edit, { id, version, title, body })),
    'forum.delete': await commandsOfWrite(({ session }) => ok(session, contract.forum.delete, { id })),
  };
};

const lengths = (all: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(all).flatMap(([name, list]) => (NOT_COMPARED.has(name) ? [] : [[name, list.length]])));
const beyondLimit = (all: Record<string, string[]>) =>
  Object.entries(all).filter(([name, list]) => list.length > (COMMANDS_MAX[name] ?? 0));

describe('the number of database commands', () => {
  test('is that of the reader’s own marks for a page that stands in memory', async () => {
    const { session } = await freshAgent();
    for (const [name, route, input] of reads.filter(([name]) => ['forum.list', 'forum.get'].includes(name))) {
      await call(session, route, input());
      await untilQuiet();
      expect((await call(session, route, input())).status).toBe(200);
      const commands = proxy.take();
      expect(
        commands.filter((command) => !command.endsWith(':marks')),
        name,
      ).toEqual([]);
      expect(commands.length, name).toBeLessThanOrEqual(1);
    }
  });

  test('is bounded, and the same on five times the data', async () => {
    const [reads, writes] = [await countReads(), await countWrites()];
    expect(beyondLimit(reads)).toEqual([]);
    await grow(30);
    for (let i = 0; i < 15; i++) await buildReply(agent, threadId, `Réponse de plus ${i}.`);
    const [readsLater, writesLater] = [await countReads(), await countWrites()];
    expect(beyondLimit(readsLater)).toEqual([]);
    expect(lengths(readsLater), JSON.stringify([reads, readsLater])).toEqual(lengths(reads));
    expect(lengths(writesLater), JSON.stringify([writes, writesLater])).toEqual(lengths(writes));
  }, 240_000);
});
