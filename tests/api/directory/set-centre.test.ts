import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson } from '../../support/world.ts';

const { communes, setCentre } = contract.directory;
const centre = { latitude: 50.372, longitude: 3.505 };

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

describe('directory.setCentre', () => {
  test('places a commune, or takes its place away', async () => {
    const { session } = await buildPerson(server, { roles: ['referent'] });
    const anzin = async () => (await ok(session, communes, {})).items.find(({ slug }) => slug === 'anzin');
    expect(await anzin()).toMatchObject({ centre: null, abilities: { 'commune.set-centre': true } });
    await ok(session, setCentre, { slug: 'anzin', centre });
    expect(await anzin()).toMatchObject({ centre });
    await ok(session, setCentre, { slug: 'anzin', centre: null });
    expect(await anzin()).toMatchObject({ centre: null });
  });
  test('refuses a point that is not of the territory, in words', async () => {
    const { session } = await buildPerson(server, { commune: 'crespin', roles: ['referent'] });
    const neighbour = await buildPerson(server, { commune: 'vicq', roles: ['referent'] });
    await ok(neighbour.session, setCentre, { slug: 'vicq', centre });
    const astray = { latitude: 5.0372, longitude: 35.05 };
    expect((await refused(session, setCentre, { slug: 'crespin', centre: astray }, 'invalid-input')).detail).toContain('vérifiez');
    await ok(session, setCentre, { slug: 'crespin', centre: { latitude: 50.42, longitude: 3.66 } });
  });
  test('notes who did, for those who may', async () => {
    const referent = await buildPerson(server, { commune: 'onnaing', roles: ['referent'] });
    const trailOf = async (session: typeof referent.session) =>
      (await ok(session, communes, {})).items.find(({ slug }) => slug === 'onnaing')?.centreTrail;
    await ok(referent.session, setCentre, { slug: 'onnaing', centre });
    await ok(referent.session, setCentre, { slug: 'onnaing', centre });
    expect(await trailOf(referent.session)).toMatchObject([
      { by: { id: referent.id }, changes: [{ field: 'latitude', before: '', after: '50.372' }, { field: 'longitude' }] },
    ]);
    expect(await trailOf((await buildPerson(server)).session)).toEqual([]);
  });
  test('is for its referents and the administrator', async () => {
    const input = { slug: 'anzin', centre };
    const person = async (options: Parameters<typeof buildPerson>[1]) => (await buildPerson(server, options)).session;
    await ok(await person({ administrator: true }), setCentre, input);
    await refused({ url: server.url, cookie: '' }, setCentre, input, 'unauthenticated');
    await refused(await person({}), setCentre, input, 'forbidden');
    await refused(await person({ commune: 'onnaing', roles: ['referent'] }), setCentre, input, 'forbidden');
    await refused(await person({ commune: null, substitute: true }), setCentre, input, 'not-found');
    await refused(await person({ administrator: true }), setCentre, { slug: 'nulle-part', centre }, 'not-found');
    await refused(
      await person({ administrator: true }),
      setCentre,
      { slug: 'anzin', centre: { latitude: 91, longitude: 3 } },
      'invalid-input',
    );
  });
});
