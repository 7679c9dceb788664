import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestPerson } from '../../support/world.ts';

const { get, list, members } = contract.clubs;

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

describe('clubs.list', () => {
  test('shows each person the clubs she may know of', async () => {
    const [open, request, invitation] = [
      await buildClub(),
      await buildClub({ access: 'request' }),
      await buildClub({ access: 'invitation' }),
    ];
    const known = async (who: Parameters<typeof buildPerson>[1]) => {
      const { items } = await ok((await buildPerson(server, who)).session, list);
      return [open, request, invitation].map(({ id }) => items.some((item) => item.id === id));
    };
    expect(await known({})).toEqual([true, true, false]);
    expect(await known({ commune: null, substitute: true })).toEqual([false, false, false]);
    expect(await known({ commune: null, clubs: [[invitation, 'guest']] })).toEqual([false, false, true]);
    expect(await known({ administrator: true })).toEqual([true, true, true]);
  });

  test('counts threads and tells their last activity to those inside only', async () => {
    const club = await buildClub({ access: 'request' });
    const member = await buildPerson(server, { clubs: [[club, 'member']] });
    await buildThread(server, { club, author: member });
    const card = async (who: typeof member) => (await ok(who.session, list)).items.find(({ id }) => id === club.id);
    await expect.poll(() => card(member)).toMatchObject({ threadCount: 1, standing: 'member', lastActivityAt: expect.any(String) });
    expect(await card(await buildPerson(server))).toMatchObject({ standing: 'none', lastActivityAt: null });
  });
});

describe('clubs.get', () => {
  test('tells the pilots, and to them how many ask to join', async () => {
    const club = await buildClub({ access: 'request' });
    const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
    const agent = await buildPerson(server);
    await ok(agent.session, contract.clubs.join, { slug: club.slug });
    expect(await ok(pilot.session, get, { slug: club.slug })).toMatchObject({
      standing: 'pilot',
      requestCount: 1,
      pilots: [{ id: pilot.id }],
    });
    expect(await ok(agent.session, get, { slug: club.slug })).toMatchObject({ standing: 'requested', requestCount: null });
  });

  test.each([['inconnu'], ['club-']])('does not know « %s »', async (slug) => {
    await refused((await buildPerson(server)).session, get, { slug }, slug === 'inconnu' ? 'not-found' : 'invalid-input');
  });
});

describe('clubs.members', () => {
  test('gives each member once over its pages, pilots first', async () => {
    const club = await buildClub();
    const everyone: TestPerson[] = [];
    // A name may hold whatever a cursor is made of.
    for (const name of ['Anne', 'B~C.D', 'B~C.D', '~', 'Zoé'])
      everyone.push(await buildPerson(server, { name, clubs: [[club, everyone.length < 2 ? 'pilot' : 'member']] }));
    const reader = everyone[4];
    const seen: { id: string; role: string }[] = [];
    let cursor: string | undefined;
    do {
      const page = await ok(reader?.session as never, members, { slug: club.slug, limit: 2, cursor });
      seen.push(...page.items.map(({ person, role }) => ({ id: person.id, role })));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.map(({ role }) => role)).toEqual(['pilot', 'pilot', 'member', 'member', 'member']);
    expect(seen.map(({ id }) => id).sort()).toEqual(everyone.map(({ id }) => id).sort());
  });

  test.each([['rubbish'], ['pilots~a'], ['others~nom.pas-un-id'], ['~~~']])('refuses the cursor « %s »', async (cursor) => {
    const club = await buildClub();
    const { session } = await buildPerson(server);
    await refused(session, members, { slug: club.slug, cursor }, 'invalid-input');
  });
});
