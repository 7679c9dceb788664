import { contract } from '@beffroi/shared/contract';
import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import { beforeAll, describe, expect, test } from 'vitest';
import { CommuneModel } from '../../../server/src/features/directory/commune.model.ts';
import { refreshTerritory } from '../../../server/src/features/directory/territory.queries.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildVacancy, inDays } from '../../support/vacancies.ts';
import { buildCommune, buildPerson, type TestPerson } from '../../support/world.ts';

const { list } = contract.vacancies;

let server: Server;
let hr: TestPerson;
let hrOther: TestPerson;
let agent: TestPerson;

const CENTRES: Record<string, [number, number]> = { anzin: [50.372, 3.505], onnaing: [50.387, 3.6], crespin: [50.42, 3.663] };
const place = async (slug: string): Promise<void> => {
  await buildCommune(slug);
  const [latitude, longitude] = CENTRES[slug] as [number, number];
  await CommuneModel.updateOne({ slug }, { $set: { latitude, longitude } });
};

beforeAll(async () => {
  server = await startServer();
  await Promise.all(Object.keys(CENTRES).map(place));
  await buildCommune('sebourg');
  await refreshTerritory();
  hr = await buildPerson(server, { roles: ['hr'] });
  hrOther = await buildPerson(server, { commune: 'onnaing', roles: ['hr'] });
  agent = await buildPerson(server);
  const crespin = await buildPerson(server, { commune: 'crespin', roles: ['hr'] });
  const nowhere = await buildPerson(server, { commune: 'sebourg', roles: ['hr'] });
  await buildVacancy(hr, {
    metier: 'atsem',
    cadre: 'atsem',
    grades: ['ATSEM principal de 2e classe'],
    weeklyMinutes: 1_050,
    missions: 'Préparer les ateliers avec les enseignantes.',
  });
  await buildVacancy(hrOther, {
    commune: 'onnaing',
    title: 'Gestionnaire carrière et paie (F/H)',
    metier: 'gestionnaire-rh',
    cadre: 'redacteurs',
    grades: ['Rédacteur'],
    contractuels: true,
    telework: true,
  });
  await buildVacancy(crespin, { commune: 'crespin', title: 'Renfort d’été', metier: 'agent-espaces-verts', nature: 'temporary' });
  await buildVacancy(nowhere, {
    commune: 'sebourg',
    title: 'Secrétaire général de mairie',
    metier: 'secretaire-mairie',
    cadre: 'attaches',
  });
  await buildVacancy(hr, { title: 'Brouillon d’Anzin', publish: false });
});

const titles = async (filters: VacancyFilters & { state?: 'draft' }, who = agent): Promise<string[]> =>
  (await ok(who.session, list, filters)).items.map(({ title }) => title);

describe('vacancies.list', () => {
  test('gives every agent what is published, the last first', async () => {
    expect(await titles({})).toEqual([
      'Secrétaire général de mairie',
      'Renfort d’été',
      'Gestionnaire carrière et paie (F/H)',
      'ATSEM (F/H)',
    ]);
  });

  test.each<[string, VacancyFilters, string[]]>([
    ['words, whatever their ending', { q: 'préparation atelier' }, ['ATSEM (F/H)']],
    ['the name of a métier', { q: 'jardinier' }, ['Renfort d’été']],
    ['all the words', { q: 'atelier paie' }, []],
    ['commune', { commune: 'onnaing' }, ['Gestionnaire carrière et paie (F/H)']],
    ['métier', { metier: 'atsem' }, ['ATSEM (F/H)']],
    ['filière', { filiere: 'administrative' }, ['Secrétaire général de mairie', 'Gestionnaire carrière et paie (F/H)']],
    ['catégorie', { categorie: 'B' }, ['Gestionnaire carrière et paie (F/H)']],
    ['cadre d’emplois', { cadre: 'attaches' }, ['Secrétaire général de mairie']],
    ['grade', { grade: 'Rédacteur' }, ['Gestionnaire carrière et paie (F/H)']],
    ['nature', { nature: 'temporary' }, ['Renfort d’été']],
    ['quotité', { time: 'part' }, ['ATSEM (F/H)']],
    ['contractuels', { contractuels: 'true' }, ['Gestionnaire carrière et paie (F/H)']],
    ['télétravail', { telework: 'true' }, ['Gestionnaire carrière et paie (F/H)']],
    [
      'five at once',
      { filiere: 'administrative', categorie: 'B', telework: 'true', nature: 'permanent', q: 'paie' },
      ['Gestionnaire carrière et paie (F/H)'],
    ],
    ['distance from the reader’s commune', { within: 8 }, ['Gestionnaire carrière et paie (F/H)', 'ATSEM (F/H)']],
    ['distance with a filter', { within: 8, categorie: 'B' }, ['Gestionnaire carrière et paie (F/H)']],
  ])('answers %s', async (_name, filters, expected) => {
    expect(await titles(filters)).toEqual(expected);
  });

  test('says how far each is, and nothing where a commune has no centre', async () => {
    const { items, from } = await ok(agent.session, list, {});
    expect(from).toEqual({ slug: 'anzin', name: 'Anzin' });
    expect(Object.fromEntries(items.map(({ communeSlug, distanceKm }) => [communeSlug, distanceKm]))).toEqual({
      anzin: 0,
      onnaing: 7,
      crespin: 12,
      sebourg: null,
    });
  });

  test('goes on by cursor, each once', async () => {
    const first = await ok(agent.session, list, { limit: 3 });
    const second = await ok(agent.session, list, { limit: 3, cursor: first.nextCursor as string });
    expect(second.nextCursor).toBeNull();
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
    await refused(agent.session, list, { cursor: 'ailleurs' }, 'invalid-input');
  });

  test('puts the first to close first, by cursor too, whatever the filters', async () => {
    const later = await buildVacancy(hr, { title: 'Close en dernier', metier: 'juriste', deadline: inDays(90) });
    const sooner = await buildVacancy(hr, {
      title: 'Close bientôt',
      metier: 'juriste',
      nature: 'temporary',
      durationMonths: 6,
      deadline: inDays(5),
    });
    const same = await buildVacancy(hr, {
      title: 'Le même jour',
      metier: 'juriste',
      nature: 'temporary',
      durationMonths: 6,
      deadline: inDays(5),
    });
    const wanted = [sooner, same, later].map(({ id }) => id);
    for (const filters of [{ metier: 'juriste' }, { metier: 'juriste', within: 8 }] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { items, nextCursor } = await ok(agent.session, list, { ...filters, sort: 'deadline', limit: 1, cursor });
        seen.push(...items.map(({ id }) => id));
        cursor = nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(wanted);
    }
    const all = (await ok(agent.session, list, { sort: 'deadline', within: 8 })).items.map(({ deadline }) => deadline as string);
    expect(all).toEqual([...all].sort());
    const draft = await buildVacancy(hr, { title: 'Sans date', publish: false });
    const first = await ok(hr.session, list, { state: 'draft', sort: 'deadline', limit: 1 });
    const second = await ok(hr.session, list, { state: 'draft', sort: 'deadline', cursor: first.nextCursor as string });
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['Brouillon d’Anzin', draft.title]);
    await refused(agent.session, list, { sort: 'deadline', cursor: 'ailleurs' }, 'invalid-input');
    for (const { id, state } of [later, sooner, same, draft])
      if (state === 'published') await ok(hr.session, contract.vacancies.close, { id, as: 'withdrawn' });
      else await ok(hr.session, contract.vacancies.remove, { id });
  });

  test('shows drafts to their own HR only, and says for whom one publishes', async () => {
    expect(await titles({ state: 'draft' }, hr)).toEqual(['Brouillon d’Anzin']);
    expect(await titles({ state: 'draft' }, hrOther)).toEqual([]);
    expect(await titles({ state: 'draft' })).toEqual([]);
    expect((await ok(hr.session, list, {})).abilities).toEqual({ 'vacancy.create': ['anzin'] });
    expect((await ok(agent.session, list, {})).abilities).toEqual({ 'vacancy.create': [] });
  });

  test('is for agents, and knows its filters', async () => {
    await refused({ url: server.url, cookie: '' }, list, {}, 'unauthenticated');
    const outsider = await buildPerson(server, { commune: null, substitute: true });
    await refused(outsider.session, list, {}, 'not-found');
    await refused(agent.session, list, { metier: 'allumeur-de-reverberes' }, 'invalid-input');
    await refused(agent.session, list, { categorie: 'D' }, 'invalid-input');
    await refused(agent.session, list, { within: 0 }, 'invalid-input');
  });
});
