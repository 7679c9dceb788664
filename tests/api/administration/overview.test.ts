import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { PersonModel } from '../../../server/src/features/accounts/person.model.ts';
import { ClubModel } from '../../../server/src/features/clubs/club.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildCommune, buildPerson, type TestPerson } from '../../support/world.ts';

const { administration, clubs } = contract;
const LONG_AGO = new Date(Date.now() - 61 * 86_400_000);

let server: Server;
let administrator: TestPerson;
beforeAll(async () => {
  server = await startServer();
  administrator = await buildPerson(server, { administrator: true, roles: ['agent', 'referent'] });
});

describe('administration.overview', () => {
  test('says what needs the administrator: clubs, communes, invitations, accounts', async () => {
    const [alone, quiet, archived] = [await buildClub(), await buildClub(), await buildClub()];
    await buildPerson(server, { clubs: [[quiet, 'pilot']] });
    await ClubModel.updateOne({ _id: quiet.id }, { $set: { lastActivityAt: LONG_AGO } });
    await ok(administrator.session, clubs.archive, { slug: archived.slug });
    await buildCommune('vide');
    const suspended = await buildPerson(server, { commune: 'sans-referent' });
    await PersonModel.updateOne({ _id: suspended.id }, { $set: { suspendedAt: new Date() } });
    const grants = [{ scope: 'commune' as const, slug: 'vide', role: 'agent' as const }];
    await ok(administrator.session, contract.invitations.create, { email: 'x@vide.example', name: 'Agent', function: 'Agent', grants });

    const found = await ok(administrator.session, administration.overview, {});
    const slugs = (places: { slug: string }[]) => places.map(({ slug }) => slug);
    expect(slugs(found.clubsWithoutPilot)).toEqual([alone.slug]);
    expect(found.quietClubs).toMatchObject([{ slug: quiet.slug, since: LONG_AGO.toISOString() }]);
    expect(slugs(found.communesWithoutAgent)).toEqual(['vide']);
    expect(slugs(found.communesWithoutReferent)).toEqual(['sans-referent']);
    expect(found.invitations).toBe(1);
    expect(found.suspended).toMatchObject({ count: 1, first: [{ id: suspended.id, commune: { slug: 'sans-referent' } }] });
    expect(found.counts).toEqual({ agents: 2, communes: 3, clubs: 2, threads: 0 });
  });

  test('is for whoever administers', async () => {
    const referent = await buildPerson(server, { roles: ['agent', 'referent'] });
    await refused(referent.session, administration.overview, {}, 'forbidden');
    await refused({ url: server.url, cookie: '' }, administration.overview, {}, 'unauthenticated');
  });
});

describe('administration.clubs', () => {
  test('lists every club with its pilots, archived ones last', async () => {
    const club = await buildClub();
    const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
    const { items } = await ok(administrator.session, administration.clubs, {});
    expect(items.find(({ id }) => id === club.id)?.pilots.map(({ id }) => id)).toEqual([pilot.id]);
    expect(items.findIndex(({ archivedAt }) => archivedAt)).toBe(items.length - 1);
    await refused(pilot.session, administration.clubs, {}, 'forbidden');
  });
});
