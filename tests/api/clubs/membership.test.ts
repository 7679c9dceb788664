import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson } from '../../support/world.ts';

const { decideRequest, get, join, leave, requests } = contract.clubs;

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

describe('clubs.join', () => {
  test('an open club is joined at once, and counted once', async () => {
    const { slug } = await buildClub();
    const agent = await buildPerson(server);
    const answers = await Promise.all([1, 2, 3].map(() => ok(agent.session, join, { slug })));
    expect(answers.map(({ standing }) => standing)).toEqual(['member', 'member', 'member']);
    expect(await ok(agent.session, get, { slug })).toMatchObject({ memberCount: 1, standing: 'member' });
  });

  test('a club on request is asked for, once, and stays shut meanwhile', async () => {
    const club = await buildClub({ access: 'request' });
    const agent = await buildPerson(server);
    const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
    for (let i = 0; i < 2; i++) expect(await ok(agent.session, join, { slug: club.slug })).toMatchObject({ standing: 'requested' });
    expect((await ok(pilot.session, requests, { slug: club.slug })).items).toHaveLength(1);
    await refused(agent.session, contract.forum.list, { slug: club.slug }, 'not-found');
  });

  test('a club by invitation is not known of', async () => {
    const { slug } = await buildClub({ access: 'invitation' });
    await refused((await buildPerson(server)).session, join, { slug }, 'not-found');
  });
});

describe('clubs.leave', () => {
  test('leaves, once, and may come back', async () => {
    const { slug } = await buildClub();
    const agent = await buildPerson(server);
    await ok(agent.session, join, { slug });
    for (let i = 0; i < 2; i++) expect(await ok(agent.session, leave, { slug })).toMatchObject({ standing: 'none', memberCount: 0 });
    expect(await ok(agent.session, join, { slug })).toMatchObject({ standing: 'member', memberCount: 1 });
  });

  test('withdraws a request', async () => {
    const club = await buildClub({ access: 'request' });
    const [agent, pilot] = [await buildPerson(server), await buildPerson(server, { clubs: [[club, 'pilot']] })];
    await ok(agent.session, join, { slug: club.slug });
    expect(await ok(agent.session, leave, { slug: club.slug })).toMatchObject({ standing: 'none' });
    expect((await ok(pilot.session, requests, { slug: club.slug })).items).toEqual([]);
  });

  test('of a club on request shuts its door behind', async () => {
    const club = await buildClub({ access: 'request' });
    const member = await buildPerson(server, { clubs: [[club, 'member']] });
    await ok(member.session, contract.forum.list, { slug: club.slug });
    await ok(member.session, leave, { slug: club.slug });
    await refused(member.session, contract.forum.list, { slug: club.slug }, 'not-found');
  });
});

describe('clubs.requests', () => {
  test('gives who asked first, first', async () => {
    const club = await buildClub({ access: 'request' });
    const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
    const asking = [await buildPerson(server), await buildPerson(server), await buildPerson(server)];
    for (const agent of asking) await ok(agent.session, join, { slug: club.slug });
    const { items } = await ok(pilot.session, requests, { slug: club.slug });
    expect(items.map(({ person }) => person.id)).toEqual(asking.map(({ id }) => id));
  });
});

describe('clubs.decideRequest', () => {
  test('accepted, the person is in at once', async () => {
    const club = await buildClub({ access: 'request' });
    const [agent, pilot] = [await buildPerson(server), await buildPerson(server, { clubs: [[club, 'pilot']] })];
    await ok(agent.session, join, { slug: club.slug });
    const decided = await ok(pilot.session, decideRequest, { slug: club.slug, personId: agent.id, decision: 'accept' });
    expect(decided).toEqual({ requestCount: 0 });
    expect(await ok(agent.session, get, { slug: club.slug })).toMatchObject({ standing: 'member', memberCount: 2 });
    await ok(agent.session, contract.forum.list, { slug: club.slug });
  });

  test('declined, she may ask again', async () => {
    const club = await buildClub({ access: 'request' });
    const [agent, pilot] = [await buildPerson(server), await buildPerson(server, { clubs: [[club, 'pilot']] })];
    await ok(agent.session, join, { slug: club.slug });
    await ok(pilot.session, decideRequest, { slug: club.slug, personId: agent.id, decision: 'decline' });
    expect(await ok(agent.session, get, { slug: club.slug })).toMatchObject({ standing: 'none' });
    expect(await ok(agent.session, join, { slug: club.slug })).toMatchObject({ standing: 'requested' });
  });

  test('does not let in who did not ask', async () => {
    const club = await buildClub({ access: 'request' });
    const [agent, pilot] = [await buildPerson(server), await buildPerson(server, { clubs: [[club, 'pilot']] })];
    await refused(pilot.session, decideRequest, { slug: club.slug, personId: agent.id, decision: 'accept' }, 'not-found');
    await refused(pilot.session, decideRequest, { slug: club.slug, personId: 'inconnue', decision: 'accept' }, 'not-found');
  });

  test('refuses a decision that is none', async () => {
    const club = await buildClub({ access: 'request' });
    const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
    await refused(pilot.session, decideRequest, { slug: club.slug, personId: pilot.id, decision: 'perhaps' }, 'invalid-input');
  });
});
