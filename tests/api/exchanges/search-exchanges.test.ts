import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ReplacementModel } from '../../../server/src/features/replacements/replacement.model.ts';
import { termNeeds } from '../../../server/src/features/replacements/term-needs.ts';
import { ok, refused } from '../../support/api-client.ts';
import { am, buildHr, buildSubstitute, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildVacancy } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { search } = contract.exchanges;

let server: Server;
let hr: TestPerson;
let agent: TestPerson;
let vacancy: string;
let need: string;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
  agent = await buildPerson(server, { commune: 'onnaing' });
  vacancy = (await buildVacancy(hr, { commune: 'hergnies', title: 'Médiathécaire', missions: 'Animer les ateliers de lecture.' })).id;
  need = (await publish(hr, { place: 'Médiathèque des Lilas', note: 'Accueil d’une lecture', slots: [am(3)] })).id;
});

const found = async (person: TestPerson, q: string, typing?: 'true') => {
  const { vacancies, needs } = await ok(person.session, search, { q, ...(typing && { typing }) });
  return [vacancies.items, needs.items].map((items) => items.map(({ id }) => id));
};

describe('exchanges.search', () => {
  test('finds offers and needs by all the words, whatever their ending', async () => {
    expect(await found(agent, 'lectures')).toEqual([[vacancy], [need]]);
    expect(await found(agent, 'animation atelier')).toEqual([[vacancy], []]);
    expect(await found(agent, 'mediatheque lilas')).toEqual([[], [need]]);
    expect(await found(agent, 'lecture piscine')).toEqual([[], []]);
  });

  test('while one types, takes the last word for the beginning of a métier, a place or a word the forum knows', async () => {
    const { id } = await buildVacancy(hr, { commune: 'hergnies', metier: 'geomaticien', title: 'Cartes et plans' });
    expect(await found(agent, 'géomatici')).toEqual([[], []]);
    for (const typed of ['géo', 'géomatici', 'cartes géomati', 'plans hergn']) expect((await found(agent, typed, 'true'))[0]).toEqual([id]);
    expect(await found(agent, 'géomati cartes', 'true')).toEqual([[], []]);
    expect(await found(agent, 'de la', 'true')).toEqual([[], []]);
  });

  test('finds nothing by words that all texts hold', async () => {
    expect(await found(agent, 'de la')).toEqual([[], []]);
    await refused(agent.session, search, { q: ' ' }, 'invalid-input');
    await refused({ url: server.url, cookie: '' }, search, { q: 'lecture' }, 'unauthenticated');
  });

  test('forgets what is closed, cancelled, corrected, or no more than a draft', async () => {
    const closed = await buildVacancy(hr, { commune: 'hergnies', title: 'Luthier' });
    await buildVacancy(hr, { commune: 'hergnies', title: 'Luthier remplaçant', publish: false });
    const cancelled = await publish(hr, { place: 'École de trompette', slots: [am(4)] });
    expect(await found(agent, 'trompette')).toEqual([[], [cancelled.id]]);
    expect(await found(agent, 'luthiers')).toEqual([[closed.id], []]);
    await ok(hr.session, contract.replacements.edit, { id: cancelled.id, version: cancelled.version, place: 'École de hautbois' });
    expect(await found(agent, 'trompette')).toEqual([[], []]);
    expect(await found(agent, 'hautbois')).toEqual([[], [cancelled.id]]);
    await ok(hr.session, contract.replacements.cancel, { id: cancelled.id });
    await ok(hr.session, contract.vacancies.close, { id: closed.id, as: 'filled' });
    expect(await found(agent, 'hautbois')).toEqual([[], []]);
    expect(await found(agent, 'luthiers')).toEqual([[], []]);
  });

  test('finds needs that were published before it looked for any', async () => {
    const { id } = await publish(hr, { place: 'Observatoire', slots: [am(6)] });
    await ReplacementModel.updateOne({ _id: id }, { $unset: { found: 1 } });
    expect(await found(agent, 'observatoires')).toEqual([[], []]);
    await termNeeds();
    expect(await found(agent, 'observatoires')).toEqual([[], [id]]);
  });

  test('says that there are more than it shows', async () => {
    for (let nth = 0; nth < 2; nth++) await buildVacancy(hr, { commune: 'hergnies', title: `Carillonneur ${nth}` });
    const { vacancies } = await ok(agent.session, search, { q: 'carillonneur', limit: 1 });
    expect(vacancies).toMatchObject({ more: true, items: [{ title: 'Carillonneur 1' }] });
    expect((await ok(agent.session, search, { q: 'carillonneur', limit: 2 })).vacancies.more).toBe(false);
  });

  test('gives guests nothing, and people from outside the needs they were asked for alone', async () => {
    expect(await found(await buildPerson(server, { commune: null }), 'lecture')).toEqual([[], []]);
    const outsider = await buildSubstitute(server, { metiers: ['agent-entretien'], diplomas: [] });
    expect(await found(outsider, 'lecture')).toEqual([[], []]);
    const asked = await publish(hr, { metier: 'agent-entretien', place: 'Salle de lecture', slots: [am(5)] });
    await expect.poll(() => found(outsider, 'lecture')).toEqual([[], [asked.id]]);
  });
});
