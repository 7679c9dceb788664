import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestPerson } from '../../support/world.ts';

const { me, updateProfile } = contract.accounts;
const profile = { name: 'Responsable voirie', function: 'Responsable voirie', phone: '03 27 00 00 00', expertise: ['Voirie', 'Éclairage'] };

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

describe('accounts.me', () => {
  test('tells the person’s rights', async () => {
    const club = await buildClub();
    const agent = await buildPerson(server, { commune: 'onnaing', roles: ['agent', 'hr'], clubs: [[club, 'pilot']] });
    expect(await ok(agent.session, me)).toMatchObject({
      id: agent.id,
      email: agent.email,
      administrator: false,
      communes: [
        { slug: 'onnaing', name: 'Onnaing', roles: ['agent', 'hr'], abilities: { 'agents.manage': false, 'replacement.publish': true } },
      ],
      clubs: [{ slug: club.slug, role: 'pilot' }],
      abilities: { 'directory.read': true },
    });
  });

  test('tells a guest that the directory is not hers', async () => {
    const guest = await buildPerson(server, { commune: null, clubs: [[await buildClub(), 'guest']] });
    expect(await ok(guest.session, me)).toMatchObject({ communes: [], abilities: { 'directory.read': false } });
  });
});

describe('accounts.updateProfile', () => {
  test('changes what the directory shows, and finds the person by her new words', async () => {
    const agent = await buildPerson(server);
    expect(await ok(agent.session, updateProfile, profile)).toMatchObject(profile);
    expect(await ok(agent.session, contract.directory.person, { id: agent.id })).toMatchObject(profile);
    const { items } = await ok(agent.session, contract.directory.people, { q: 'eclair' });
    expect(items.map(({ id }) => id)).toEqual([agent.id]);
  });

  test('leaves what was written under the name it was written', async () => {
    const agent = await buildPerson(server, { name: 'Ancien nom' });
    const { thread } = await buildThread(server, { author: agent });
    await ok(agent.session, updateProfile, profile);
    expect(await ok(agent.session, contract.forum.get, { id: thread.id })).toMatchObject({ author: { name: 'Ancien nom' } });
    const later = await buildThread(server, { author: agent });
    expect(later.thread.author.name).toBe(profile.name);
  });

  test.each([
    ['no name', { name: '' }, 'name'],
    ['a name that shows nothing', { name: '\u200b\u200b\u200b' }, 'name'],
    ['a function that turns the direction of its line', { function: '\u202eAgente' }, 'function'],
    ['too long a function', { function: 'a'.repeat(121) }, 'function'],
    ['letters for a telephone', { phone: 'appelez-moi' }, 'phone'],
    ['too much expertise', { expertise: Array.from({ length: 13 }, (_, i) => `Sujet ${i}`) }, 'expertise'],
    ['expertise that is no list', { expertise: 'Voirie' }, 'expertise'],
  ])('refuses %s', async (_case, wrong, field) => {
    const agent: TestPerson = await buildPerson(server);
    const problem = await refused(agent.session, updateProfile, { ...profile, ...wrong }, 'invalid-input');
    expect(problem.errors?.[0]?.path.split('.')[0]).toBe(field);
  });

  test('gives no rights, whatever is sent', async () => {
    const agent = await buildPerson(server);
    const answer = {
      ...profile,
      administrator: true,
      memberships: [{ scope: 'territory', role: 'administrator' }],
      email: 'autre@essai.example',
    };
    await ok(agent.session, updateProfile, answer as never);
    expect(await ok(agent.session, me)).toMatchObject({ administrator: false, email: agent.email });
  });
});

describe('accounts.demoAccounts', () => {
  test('lists nothing outside of the demonstration', async () => {
    expect(await ok({ url: server.url, cookie: '' }, contract.accounts.demoAccounts)).toEqual({ items: [] });
  });
});
