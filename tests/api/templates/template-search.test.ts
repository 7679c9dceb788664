import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildTemplate, openTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { changeState, content } = contract.templates;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let reader: TestPerson;
let outsider: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  reader = await buildPerson(server);
  outsider = await buildPerson(server, { commune: null, substitute: true });
});

describe('templates in search', () => {
  test('are found by a word of their text, by those who read the club', async () => {
    const template = await buildTemplate(pilot, club, { title: 'CCAP – Prestations de nettoyage' });
    const page = openTemplate(pilot, template);
    await eventually(() => expect(page.provider.synced).toBe(true));
    page.write('La pénalité de zirconium est forfaitaire');
    await eventually(async () =>
      expect(JSON.stringify((await ok(pilot.session, content, { id: template.id })).content)).toContain('zirconium'),
    );
    await ok(pilot.session, changeState, { id: template.id, to: 'review', version: 1 });
    const found = async (person: TestPerson) => (await ok(person.session, contract.search.search, { q: 'pénalités zirconium' })).items;
    await eventually(async () => expect(await found(reader)).toMatchObject([{ kind: 'template', id: template.id }]));
    expect(await found(outsider)).toEqual([]);
  });
  test('are found alone, by their kind, state and tags, with the article the words stand in', async () => {
    const template = await buildTemplate(pilot, club, { kind: 'rc', title: 'Règlement de consultation', tags: ['voirie'] });
    const page = openTemplate(pilot, template);
    await eventually(() => expect(page.provider.synced).toBe(true));
    page.write('Préambule sur le molybdène');
    page.title('Délais', 'a1');
    page.write('Le wolfram est livré sous huit jours');
    await eventually(async () =>
      expect(JSON.stringify((await ok(pilot.session, content, { id: template.id })).content)).toContain('wolfram'),
    );
    await ok(pilot.session, changeState, { id: template.id, to: 'review', version: 1 });
    await buildThread(server, { club, author: pilot, title: 'Question sur le wolfram' });
    const find = async (more: object) => (await ok(reader.session, contract.search.search, { q: 'wolfram', ...more })).items;
    await eventually(async () => expect(await find({})).toHaveLength(2));
    expect(await find({ kind: 'template' })).toMatchObject([
      { kind: 'template', id: template.id, article: { id: 'a1', name: 'Article 1 – Délais' } },
    ]);
    expect(await find({ kind: 'thread' })).toMatchObject([{ kind: 'thread', article: null }]);
    expect(await find({ kind: 'fiche' })).toEqual([]);
    for (const [more, count] of [
      [{ templateKind: 'rc', templateState: 'review', tag: 'voirie' }, 1],
      [{ templateKind: 'ccap' }, 0],
      [{ templateState: 'draft' }, 0],
      [{ tag: 'restauration' }, 0],
    ] as const)
      expect(await find(more)).toHaveLength(count);
    expect(await find({ q: 'molybdène', kind: 'template' })).toMatchObject([{ id: template.id, article: null }]);
    await refused(reader.session, contract.search.search, { q: 'wolfram', kind: 'poème' } as never, 'invalid-input');
  });
});
