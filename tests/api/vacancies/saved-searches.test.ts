import { contract } from '@beffroi/shared/contract';
import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { SearchAlertModel } from '../../../server/src/features/vacancies/search-alert.model.ts';
import { sweepVacancies } from '../../../server/src/features/vacancies/settle-vacancy.ts';
import { tellDueAlerts } from '../../../server/src/features/vacancies/tell-alerts.ts';
import { VacancyModel } from '../../../server/src/features/vacancies/vacancy.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildVacancy, vacanciesSettled } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { searches, saveSearch, changeSearch, removeSearch } = contract.vacancies;

let server: Server;
let hr: TestPerson;
let outsider: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { roles: ['hr'] });
  outsider = await buildPerson(server, { commune: null, substitute: true });
});

const nobody = () => ({ url: server.url, cookie: '' });
const seeker = () => buildPerson(server, { commune: 'onnaing' });
const told = async ({ id }: TestPerson) => {
  await vacanciesSettled();
  await allTold();
  return NotificationModel.find({ personId: id, kind: 'vacancy-alert' }).sort({ _id: 1 }).lean();
};
/** As if an hour had passed since she was last told. */
const later = async ({ id }: TestPerson) => {
  await SearchAlertModel.updateOne({ _id: id, tellAt: { $exists: true } }, { $set: { tellAt: new Date() } });
  await tellDueAlerts();
};

describe('vacancies.saveSearch', () => {
  test('keeps a search for oneself', async () => {
    const who = await seeker();
    const saved = await ok(who.session, saveSearch, { name: 'ATSEM à côté', filters: { metier: 'atsem', within: 10 } });
    expect(saved).toMatchObject({ name: 'ATSEM à côté', filters: { metier: 'atsem', within: 10 }, alert: true });
    expect((await ok(who.session, searches, {})).items).toEqual([saved]);
    expect((await ok((await seeker()).session, searches, {})).items).toEqual([]);
  });
  test('is for agents, with a name, and not without end', async () => {
    const input = { name: 'Une recherche', filters: {} };
    await refused(nobody(), saveSearch, input, 'unauthenticated');
    await refused(outsider.session, saveSearch, input, 'not-found');
    const who = await seeker();
    await refused(who.session, saveSearch, { ...input, name: ' ' }, 'invalid-input');
    await refused(who.session, saveSearch, { ...input, filters: { metier: 'inconnu' } }, 'invalid-input');
    for (let i = 0; i < VACANCY_LIMITS.searches; i++) await ok(who.session, saveSearch, input);
    await refused(who.session, saveSearch, input, 'invalid-input');
  });
});

describe('vacancies.searches', () => {
  test('is for agents', async () => {
    await refused(nobody(), searches, {}, 'unauthenticated');
    await refused(outsider.session, searches, {}, 'not-found');
  });
});

describe('vacancies.changeSearch', () => {
  test('renames it, or turns its alert off, for its owner only', async () => {
    const who = await seeker();
    const { id } = await ok(who.session, saveSearch, { name: 'Paie', filters: { q: 'paie' } });
    expect(await ok(who.session, changeSearch, { id, alert: false })).toMatchObject({ name: 'Paie', alert: false });
    expect(await ok(who.session, changeSearch, { id, name: 'Paie et carrière' })).toMatchObject({ name: 'Paie et carrière', alert: false });
    await refused(nobody(), changeSearch, { id, alert: true }, 'unauthenticated');
    await refused((await seeker()).session, changeSearch, { id, alert: true }, 'not-found');
    await refused(who.session, changeSearch, { id, name: '' }, 'invalid-input');
  });
});

describe('vacancies.removeSearch', () => {
  test('forgets it, for its owner only', async () => {
    const who = await seeker();
    const { id } = await ok(who.session, saveSearch, { name: 'Paie', filters: {} });
    await refused(nobody(), removeSearch, { id }, 'unauthenticated');
    await refused((await seeker()).session, removeSearch, { id }, 'not-found');
    await ok(who.session, removeSearch, { id });
    await refused(who.session, removeSearch, { id }, 'not-found');
  });
});

describe('an alert', () => {
  test('tells of a vacancy that answers, once however many searches it answers', async () => {
    const [who, other, silent] = [await seeker(), await seeker(), await seeker()];
    await ok(who.session, saveSearch, { name: 'Médiathèque', filters: { metier: 'agent-bibliotheque' } });
    await ok(who.session, saveSearch, { name: 'Livres', filters: { q: 'livres' } });
    await ok(other.session, saveSearch, { name: 'Police', filters: { metier: 'policier-municipal' } });
    await ok(silent.session, saveSearch, { name: 'Médiathèque', filters: { metier: 'agent-bibliotheque' }, alert: false });
    const { id } = await buildVacancy(hr, { title: 'Agent de médiathèque', metier: 'agent-bibliotheque', missions: 'Prêt de livres.' });
    expect(await told(who)).toMatchObject([{ about: { kind: 'vacancy', id, path: `/emplois/${id}` }, by: null }]);
    expect(await told(other)).toEqual([]);
    expect(await told(silent)).toEqual([]);
  });
  test('tells of several together when they come within the hour', async () => {
    const who = await seeker();
    await ok(who.session, saveSearch, { name: 'Piscine', filters: { metier: 'maitre-nageur' } });
    await buildVacancy(hr, { title: 'Premier', metier: 'maitre-nageur' });
    expect(await told(who)).toHaveLength(1);
    for (const title of ['Deuxième', 'Troisième']) await buildVacancy(hr, { title, metier: 'maitre-nageur' });
    expect(await told(who)).toHaveLength(1);
    await later(who);
    const [, together] = await told(who);
    expect(together).toMatchObject({ about: { title: '2 offres répondent à vos recherches', path: '/emplois' } });
    expect(together?.note).toMatch(/^Deuxième, Anzin, jusqu’au .*\nTroisième, Anzin/);
    await later(who);
    expect(await told(who)).toHaveLength(2);
  });
  test('cut off in between is taken up again, and tells nobody twice', async () => {
    const who = await seeker();
    await ok(who.session, saveSearch, { name: 'Cuisine', filters: { metier: 'cuisinier' } });
    const { id } = await buildVacancy(hr, { metier: 'cuisinier' });
    await told(who);
    // The process ended after telling, before noting that it had.
    await VacancyModel.updateOne({ _id: id }, { $set: { untold: true, unsettled: new Date(0) } });
    await sweepVacancies();
    await SearchAlertModel.updateOne({ _id: who.id }, { $set: { telling: [id], tellAt: new Date() } });
    await tellDueAlerts();
    expect(await told(who)).toHaveLength(1);
  });
  test('says nothing of what was withdrawn before it was told of', async () => {
    const who = await seeker();
    await ok(who.session, saveSearch, { name: 'Voirie', filters: { metier: 'agent-voirie' } });
    await buildVacancy(hr, { metier: 'agent-voirie' });
    await told(who);
    const { id } = await buildVacancy(hr, { metier: 'agent-voirie' });
    await vacanciesSettled();
    await ok(hr.session, contract.vacancies.close, { id, as: 'withdrawn' });
    await later(who);
    expect(await told(who)).toHaveLength(1);
  });
});
