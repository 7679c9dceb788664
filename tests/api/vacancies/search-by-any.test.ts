import { contract } from '@beffroi/shared/contract';
import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import type { VacancyItem } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { renewVacancyTerms } from '../../../server/src/features/vacancies/renew-terms.ts';
import { VacancyModel } from '../../../server/src/features/vacancies/vacancy.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildAttached, buildVacancy, inDays, vacanciesSettled } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { list, edit, detach, saveSearch } = contract.vacancies;

let server: Server;
let hr: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { roles: ['hr'] });
  agent = await buildPerson(server);
  await buildVacancy(hr, {
    title: 'Agent d’état civil',
    startsOn: inDays(60),
    deadline: inDays(40),
    weeklyMinutes: 1_050,
    rifseep: false,
    dveNumber: 'V059261234567',
    contact: 'Standard de la mairie, 03 27 00 00 00',
  });
  await buildVacancy(hr, {
    title: 'Policier municipal',
    startsOn: inDays(90),
    deadline: inDays(50),
    weeklyMinutes: 1_680,
    rifseep: true,
    nbi: 15,
    benefits: 'Tickets-restaurant',
    officialUrl: 'https://www.emploi-territorial.fr/offre/o059261112223-policier-municipal',
    attachmentUrl: 'https://anzin.example/fiche.pdf',
  });
  await buildVacancy(hr, { title: 'Jardinier', deadline: inDays(45), rifseep: false });
});

const titles = async (filters: VacancyFilters): Promise<string[]> =>
  (await ok(agent.session, list, filters)).items.map(({ title }: VacancyItem) => title).sort();
const [civil, police, garden] = ['Agent d’état civil', 'Policier municipal', 'Jardinier'];

describe('a search of vacancies', () => {
  test.each<[string, () => VacancyFilters, string[]]>([
    ['the number of its declaration', () => ({ q: 'V059261234567' }), [civil]],
    ['the beginning of that number', () => ({ q: 'V0592' }), [civil]],
    ['whom to ask', () => ({ q: 'standard mairie' }), [civil]],
    ['RIFSEEP, as a word', () => ({ q: 'RIFSEEP' }), [police]],
    ['NBI, as a word', () => ({ q: 'nbi' }), [police]],
    ['the NBI in full', () => ({ q: 'bonification indiciaire' }), [police]],
    ['advantages', () => ({ q: 'tickets restaurant' }), [police]],
    ['the reference of its advertisement', () => ({ q: 'o059261112223' }), [police]],
    ['no word every address has', () => ({ q: 'territorial' }), []],
    ['RIFSEEP', () => ({ rifseep: 'true' }), [police]],
    ['NBI', () => ({ nbi: 'true' }), [police]],
    ['an attachment', () => ({ attachment: 'true' }), [police]],
    ['an official advertisement', () => ({ official: 'true' }), [police]],
    ['its beginning, from a day on', () => ({ startsFrom: inDays(61) }), [police]],
    ['its beginning, that day included', () => ({ startsFrom: inDays(60), startsUntil: inDays(60) }), [civil]],
    ['its beginning, up to a day', () => ({ startsUntil: inDays(90) }), [civil, police]],
    ['its deadline, from a day on', () => ({ deadlineFrom: inDays(45) }), [garden, police]],
    ['its deadline, up to a day', () => ({ deadlineUntil: inDays(45) }), [civil, garden]],
    ['quotité, at least', () => ({ weeklyFrom: 1_680 }), [garden, police]],
    ['quotité, between two', () => ({ weeklyFrom: 1_051, weeklyUntil: 2_099 }), [police]],
    ['several of them', () => ({ rifseep: 'true', nbi: 'true', startsFrom: inDays(1), weeklyUntil: 1_680, q: 'policier' }), [police]],
    ['several that never meet', () => ({ nbi: 'true', weeklyUntil: 1_050 }), []],
  ])('answers %s', async (_name, filters, expected) => {
    expect(await titles(filters())).toEqual([...expected].sort());
  });

  test('goes on by cursor within a range, each once, in both orders', async () => {
    for (const sort of ['newest', 'deadline'] as const) {
      const filters = { deadlineFrom: inDays(41), sort, limit: 1 };
      const first = await ok(agent.session, list, filters);
      const second = await ok(agent.session, list, { ...filters, cursor: first.nextCursor as string });
      expect(second.nextCursor).toBeNull();
      expect([...first.items, ...second.items].map(({ title }) => title)).toEqual([garden, police]);
    }
  });

  test('refuses a day or a quotité that is none', async () => {
    await refused(agent.session, list, { startsFrom: '2027-02-30' }, 'invalid-input');
    await refused(agent.session, list, { weeklyFrom: 2_101 }, 'invalid-input');
    await refused(agent.session, list, { nbi: 'peut-être' as 'true' }, 'invalid-input');
  });

  test('follows what is joined, taken away and corrected', async () => {
    const vacancy = await buildAttached(hr, { title: 'Géomètre' });
    expect(await titles({ q: 'géomètre', attachment: 'true' })).toEqual(['Géomètre']);
    const { version } = await ok(hr.session, detach, { id: vacancy.id, version: vacancy.version });
    expect(await titles({ q: 'géomètre', attachment: 'true' })).toEqual([]);
    expect(await titles({ q: 'géomètre' })).toEqual(['Géomètre']);
    await ok(hr.session, edit, { id: vacancy.id, version, dveNumber: 'V059269999999' });
    expect(await titles({ q: 'V059269' })).toEqual(['Géomètre']);
    await ok(hr.session, contract.vacancies.close, { id: vacancy.id, as: 'withdrawn' });
  });
});

describe('an alert', () => {
  const told = async ({ id }: TestPerson) => {
    await vacanciesSettled();
    await allTold();
    return NotificationModel.find({ personId: id, kind: 'vacancy-alert' }).lean();
  };
  test('waits for what begins, closes and works as asked', async () => {
    const filters = { metier: 'juriste', nbi: 'true', startsFrom: inDays(30), deadlineUntil: inDays(60), weeklyFrom: 1_200 } as const;
    const [who, other] = [await buildPerson(server), await buildPerson(server)];
    await ok(who.session, saveSearch, { name: 'Juriste', filters });
    await ok(other.session, saveSearch, { name: 'Juriste plus tôt', filters: { ...filters, startsUntil: inDays(40) } });
    const post = { metier: 'juriste', nbi: 20, startsOn: inDays(50), deadline: inDays(45) } as const;
    await buildVacancy(hr, { ...post, title: 'Sans date', startsOn: null });
    await buildVacancy(hr, { ...post, title: 'À mi-temps', weeklyMinutes: 1_050 });
    const { id } = await buildVacancy(hr, post);
    expect(await told(who)).toMatchObject([{ about: { id } }]);
    expect(await told(other)).toEqual([]);
  });
});

describe('vacancies written before', () => {
  const forget = () =>
    Promise.all([
      VacancyModel.updateMany({ title: civil }, { $set: { found: ['etat', 'civil'] } }),
      VacancyModel.db.collection('milestones').deleteMany({ _id: /^vacancies found/ as never }),
    ]);
  test('are found by all they say once their terms are renewed, their version unchanged', async () => {
    const before = await VacancyModel.findOne({ title: civil }).lean();
    await forget();
    expect(await titles({ q: 'V059261234567' })).toEqual([]);
    await renewVacancyTerms();
    expect(await titles({ q: 'V059261234567' })).toEqual([civil]);
    expect(await VacancyModel.findOne({ title: civil }).lean()).toEqual(before);
  });
  test('interrupted, they are gone through again; once done, never more', async () => {
    await forget();
    await renewVacancyTerms(() => false);
    expect(await titles({ q: 'V059261234567' })).toEqual([]);
    await renewVacancyTerms();
    await VacancyModel.updateMany({ title: civil }, { $set: { found: [] } });
    await renewVacancyTerms();
    expect(await titles({ q: 'V059261234567' })).toEqual([]);
  });
});
