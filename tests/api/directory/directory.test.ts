import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestPerson } from '../../support/world.ts';

const { communes, people, person } = contract.directory;

let server: Server;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  agent = await buildPerson(server, { name: 'Lectrice', function: 'Lectrice', commune: 'vieux-conde' });
});
const found = async (input: object, who = agent) => (await ok(who.session, people, input)).items.map(({ id }) => id);

describe('directory.communes', () => {
  test('counts the people of each, each once', async () => {
    await buildPerson(server, { commune: 'crespin', roles: ['agent', 'hr', 'referent'] });
    await buildPerson(server, { commune: 'crespin', roles: ['agent'] });
    const { items } = await ok(agent.session, communes);
    expect(items.find(({ slug }) => slug === 'crespin')).toMatchObject({ name: 'Crespin', kind: 'commune', personCount: 2 });
  });
});

describe('directory.people', () => {
  test('finds by beginnings of words of name, function, commune and expertise, accents aside', async () => {
    const wanted = await buildPerson(server, {
      name: 'Instructrice',
      function: 'Chargée d’urbanisme',
      commune: 'hergnies',
      expertise: ['Lotissements', 'Préemption'],
    });
    for (const q of ['instruc', 'charge urba', 'URBANISME', 'hergni', 'preempt', 'lotissements charge'])
      expect(await found({ q }), q).toContain(wanted.id);
    expect(await found({ q: 'anisme' })).not.toContain(wanted.id);
    expect(await found({ q: 'urbanisme inconnu' })).toEqual([]);
  });

  test.each([['.*'], ['(a+)+$'], ['$where'], ['[']])('takes « %s » for what it is', async (q) => {
    expect(await found({ q: `zzz${q}` })).toEqual([]);
  });

  test('filters by commune and by club', async () => {
    const club = await buildClub();
    const wanted = await buildPerson(server, { commune: 'marly', clubs: [[club, 'member']] });
    const neighbour = await buildPerson(server, { commune: 'marly' });
    expect((await found({ commune: 'marly' })).sort()).toEqual([wanted.id, neighbour.id].sort());
    expect(await found({ club: club.slug })).toEqual([wanted.id]);
  });

  test('gives each person once over its pages, in alphabetical order', async () => {
    const club = await buildClub();
    const names = ['Émilie', 'Édith', 'Zoé', 'Anne', 'emma'];
    for (const name of names) await buildPerson(server, { name, function: 'Agente', clubs: [[club, 'member']] });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ok(agent.session, people, { club: club.slug, limit: 2, cursor });
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['Anne', 'Édith', 'Émilie', 'emma', 'Zoé']);
  });

  test('shows a guest the people of her clubs only', async () => {
    const club = await buildClub({ access: 'request' });
    const guest = await buildPerson(server, { commune: null, clubs: [[club, 'guest']] });
    const member = await buildPerson(server, { clubs: [[club, 'member']] });
    expect((await found({}, guest)).sort()).toEqual([guest.id, member.id].sort());
    expect(await found({ q: 'lectrice' }, guest)).toEqual([]);
  });

  test('shows a substitute nobody', async () => {
    const substitute = await buildPerson(server, { commune: null, substitute: true });
    expect((await found({}, substitute)).filter((id) => id !== substitute.id)).toEqual([]);
  });

  test('shows a substitute to nobody: she is in no directory', async () => {
    const substitute = await buildPerson(server, { commune: null, substitute: true, name: 'Remplaçante' });
    expect(await found({ q: 'remplacante' })).toEqual([]);
    await refused(agent.session, person, { id: substitute.id }, 'not-found');
  });

  test('does not tell a guest of the other clubs of whom she meets', async () => {
    const [shared, other] = [await buildClub({ access: 'request' }), await buildClub({ access: 'open' })];
    const guest = await buildPerson(server, { commune: null, clubs: [[shared, 'guest']] });
    const member = await buildPerson(server, {
      clubs: [
        [shared, 'member'],
        [other, 'member'],
      ],
    });
    const seen = await ok(guest.session, person, { id: member.id });
    expect(seen.clubs).toEqual([{ slug: shared.slug, pilot: false }]);
  });

  test.each([['rubbish'], [`${'f'.repeat(23)}.a`], ['.']])('refuses the cursor « %s »', async (cursor) => {
    await refused(agent.session, people, { cursor }, 'invalid-input');
  });
});

describe('directory.person', () => {
  test('gives how to reach her, and nothing of her account', async () => {
    const wanted = await buildPerson(server, { expertise: ['Voirie'] });
    expect(await ok(agent.session, person, { id: wanted.id })).toMatchObject({ email: wanted.email, phone: null, expertise: ['Voirie'] });
  });

  test('shows anyone herself', async () => {
    const guest = await buildPerson(server, { commune: null, clubs: [[await buildClub(), 'guest']] });
    await ok(guest.session, person, { id: guest.id });
  });

  test.each([['f'.repeat(24)], ['inconnue']])('does not know « %s »', async (id) => {
    await refused(agent.session, person, { id }, 'not-found');
  });
});
