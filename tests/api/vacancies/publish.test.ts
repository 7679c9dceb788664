import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildVacancy, inAMonth, inDays } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { create, publish, edit, get, remove, trail } = contract.vacancies;

let server: Server;
let hr: TestPerson;
let hrOther: TestPerson;
let agent: TestPerson;
let outsider: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { roles: ['hr'], name: 'Responsable RH, Anzin' });
  hrOther = await buildPerson(server, { commune: 'onnaing', roles: ['hr'] });
  agent = await buildPerson(server);
  outsider = await buildPerson(server, { commune: null, substitute: true });
});

const nobody = () => ({ url: server.url, cookie: '' });
const draft = (input = {}) => buildVacancy(hr, { publish: false, ...input });

describe('vacancies.create', () => {
  test('begins a draft that its own HR alone reads', async () => {
    const vacancy = await draft({ cadre: 'redacteurs', metier: 'gestionnaire-rh' });
    expect(vacancy).toMatchObject({
      state: 'draft',
      open: false,
      filiere: 'administrative',
      categorie: 'B',
      publishedAt: null,
      deadline: null,
    });
    await ok(hr.session, get, { id: vacancy.id });
    await refused(agent.session, get, { id: vacancy.id }, 'not-found');
    await refused(hrOther.session, get, { id: vacancy.id }, 'not-found');
  });
  test('publishes at once, a month ahead unless a deadline is said', async () => {
    const vacancy = await buildVacancy(hr);
    expect(vacancy).toMatchObject({ state: 'published', open: true, deadline: inAMonth(), publishedBy: { id: hr.id } });
    expect(await ok(agent.session, get, { id: vacancy.id })).toMatchObject({ abilities: { 'vacancy.edit': false, 'vacancy.apply': true } });
  });
  test('sent again with the same key, is the same', async () => {
    const idempotencyKey = crypto.randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => buildVacancy(hr, { idempotencyKey })));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });
  test('is for the HR of that commune', async () => {
    const input = { commune: 'anzin', title: 'ATSEM' };
    await refused(nobody(), create, input, 'unauthenticated');
    await refused(outsider.session, create, input, 'not-found');
    await refused(agent.session, create, input, 'forbidden');
    await refused(hrOther.session, create, input, 'forbidden');
    await refused((await buildPerson(server, { administrator: true })).session, create, input, 'forbidden');
  });
  test('refuses what no vacancy may say, field by field', async () => {
    for (const [path, wrong] of Object.entries({
      title: '   ',
      metier: 'inconnu',
      cadre: 'inconnu',
      weeklyMinutes: 2_101,
      deadline: '2026-02-30',
      startsOn: '1026-09-01',
      dveOn: inDays(1),
      officialUrl: 'javascript:alert(1)',
      nbi: 0,
      missions: 'x'.repeat(6_001),
    })) {
      const problem = await refused(hr.session, create, { commune: 'anzin', title: 'ATSEM', [path]: wrong }, 'invalid-input');
      expect(problem.errors?.map((error) => error.path)).toContain(path);
    }
  });
});

describe('vacancies.publish', () => {
  test('opens a draft to every agent, and notes who did it', async () => {
    const { id } = await draft();
    expect(await ok(hr.session, publish, { id })).toMatchObject({ state: 'published', open: true, version: 2 });
    await ok(agent.session, get, { id });
    const { items } = await ok(hr.session, trail, { id });
    expect(items.map(({ action, by }) => [action, by?.id])).toEqual([
      ['published', hr.id],
      ['created', hr.id],
    ]);
  });
  test('asks for a month of notice, but in an emergency or for a contract under a year', async () => {
    const soon = inDays(10);
    const problem = await refused(hr.session, publish, { id: (await draft()).id, deadline: soon }, 'invalid-input');
    expect(problem.errors).toMatchObject([{ path: 'deadline', message: expect.stringContaining('un mois') }]);
    await ok(hr.session, publish, { id: (await draft({ emergency: 'Départ imprévu de la titulaire.' })).id, deadline: soon });
    await ok(hr.session, publish, { id: (await draft({ nature: 'temporary', durationMonths: 3 })).id, deadline: soon });
    await refused(
      hr.session,
      publish,
      { id: (await draft({ nature: 'temporary', durationMonths: 18 })).id, deadline: soon },
      'invalid-input',
    );
    // An absent agent's place, on a permanent post: the usual advertisement of a school.
    const standIn = { contractuels: true, article: 'L332-13', durationMonths: 6 } as const;
    await ok(hr.session, publish, { id: (await draft(standIn)).id, deadline: soon });
    await refused(hr.session, publish, { id: (await draft({ ...standIn, article: 'L332-8-2' })).id, deadline: soon }, 'invalid-input');
    // Its declaration was published three weeks ago.
    await ok(hr.session, publish, { id: (await draft({ dveNumber: 'V059261100012', dveOn: inDays(-21) })).id, deadline: soon });
  });
  test('refuses a day that is past, or beyond a year', async () => {
    const { id } = await draft({ emergency: 'Urgent' });
    await refused(hr.session, publish, { id, deadline: inDays(-1) }, 'invalid-input');
    await refused(hr.session, publish, { id, deadline: inDays(400) }, 'invalid-input');
    // Who stated an emergency is told what is left to keep to.
    const today = await refused(hr.session, publish, { id, deadline: inDays(0) }, 'invalid-input');
    expect(today.errors).toMatchObject([{ message: expect.stringContaining('après le jour de la publication') }]);
  });
  test('is for the HR of that commune, once', async () => {
    const { id } = await draft();
    await refused(nobody(), publish, { id }, 'unauthenticated');
    await refused(hrOther.session, publish, { id }, 'not-found');
    await ok(hr.session, publish, { id });
    await refused(hrOther.session, publish, { id }, 'forbidden');
    await refused(hr.session, publish, { id }, 'forbidden');
  });
});

describe('vacancies.edit', () => {
  test('changes what is said and what it is found by', async () => {
    const { id, version } = await buildVacancy(hr, { cadre: 'atsem' });
    const edited = await ok(hr.session, edit, { id, version, cadre: 'techniciens', title: 'Technicien informatique (F/H)' });
    expect(edited).toMatchObject({ version: 2, filiere: 'technique', categorie: 'B', title: 'Technicien informatique (F/H)' });
    const found = await ok(agent.session, contract.vacancies.list, { q: 'informatique' });
    expect(found.items.map((item) => item.id)).toContain(id);
  });
  test('gives the present text to who comes second', async () => {
    const { id, version } = await buildVacancy(hr);
    await ok(hr.session, edit, { id, version, profile: 'Première version du profil' });
    const problem = await refused(hr.session, edit, { id, version, profile: 'Seconde version du profil' }, 'conflict');
    expect(problem.current).toMatchObject({ id, version: 2, profile: 'Première version du profil' });
  });
  test('keeps the month of notice of a published offer, and its deadline', async () => {
    const { id } = await buildVacancy(hr);
    await refused(hr.session, edit, { id, version: 1, deadline: inDays(5) }, 'invalid-input');
    expect(await ok(hr.session, edit, { id, version: 1, deadline: null })).toMatchObject({ deadline: inAMonth() });
  });
  test('is for the HR of that commune, while it is open', async () => {
    const { id } = await buildVacancy(hr);
    await refused(nobody(), edit, { id, version: 1 }, 'unauthenticated');
    await refused(outsider.session, edit, { id, version: 1 }, 'forbidden');
    await refused(agent.session, edit, { id, version: 1 }, 'forbidden');
    await refused(hrOther.session, edit, { id, version: 1 }, 'forbidden');
    await refused(hr.session, edit, { id }, 'invalid-input');
  });
});

describe('vacancies.get', () => {
  test('is for substitutes from outside while they may apply', async () => {
    const { id } = await buildVacancy(hr);
    expect(await ok(outsider.session, get, { id })).toMatchObject({ abilities: { 'vacancy.apply': true, 'vacancy.see-trail': false } });
    await refused(outsider.session, get, { id: (await draft()).id }, 'not-found');
    await ok(hr.session, contract.vacancies.close, { id, as: 'filled' });
    await refused(outsider.session, get, { id }, 'not-found');
    expect(await ok(hr.session, get, { id: (await buildVacancy(hr)).id })).toMatchObject({ abilities: { 'vacancy.apply': false } });
  });
  test('is for agents', async () => {
    const { id } = await buildVacancy(hr);
    expect(await ok(agent.session, get, { id })).toMatchObject({ id, communeSlug: 'anzin' });
    await refused(nobody(), get, { id }, 'unauthenticated');
    await refused(agent.session, get, { id: 'f'.repeat(24) }, 'not-found');
    await refused(agent.session, get, { id: 'x'.repeat(80) }, 'invalid-input');
  });
});

describe('vacancies.remove', () => {
  test('throws a draft away, and nothing that was published', async () => {
    const { id } = await draft();
    await refused(nobody(), remove, { id }, 'unauthenticated');
    await refused(agent.session, remove, { id }, 'not-found');
    await ok(hr.session, remove, { id });
    await refused(hr.session, get, { id }, 'not-found');
    await refused(hr.session, remove, { id: (await buildVacancy(hr)).id }, 'forbidden');
    await refused(hr.session, remove, { id: 'x'.repeat(80) }, 'invalid-input');
  });
});

describe('vacancies.trail', () => {
  test('is for its commune’s HR and the administrator', async () => {
    const { id } = await buildVacancy(hr);
    const administrator = await buildPerson(server, { administrator: true });
    expect((await ok(administrator.session, trail, { id })).items).toHaveLength(1);
    await refused(nobody(), trail, { id }, 'unauthenticated');
    await refused(outsider.session, trail, { id }, 'forbidden');
    await refused(agent.session, trail, { id }, 'forbidden');
    await refused(hr.session, trail, { id: 'x'.repeat(80) }, 'invalid-input');
  });
});
