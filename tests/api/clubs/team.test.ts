import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ClubModel } from '../../../server/src/features/clubs/club.model.ts';
import { settleClub } from '../../../server/src/features/clubs/settle-club.ts';
import { ok, refused } from '../../support/api-client.ts';
import { buildCast } from '../../support/club-cast.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { clubs, moderation, notifications } = contract;

let server: Server;
let administrator: TestPerson;
beforeAll(async () => {
  server = await startServer();
  administrator = await buildPerson(server, { administrator: true });
});

const trailOf = async (slug: string) =>
  (await ok(administrator.session, moderation.trail, { slug })).items.map(({ action, by, target }) => [action, by.id, target.label]);

describe('clubs.addPilot', () => {
  test('names a pilot, whatever she was, and tells her', async () => {
    const { club, member } = await buildCast(server);
    await ok(administrator.session, clubs.addPilot, { slug: club.slug, personId: member.id });
    await ok(administrator.session, clubs.addPilot, { slug: club.slug, personId: member.id });
    expect((await ok(member.session, clubs.get, { slug: club.slug })).standing).toBe('pilot');
    await allTold();
    expect((await ok(member.session, notifications.list, {})).items.map(({ kind }) => kind)).toEqual(['membership']);
    await refused(administrator.session, clubs.addPilot, { slug: club.slug, personId: '0'.repeat(24) }, 'not-found');
  });
});

describe('clubs.removePilot', () => {
  test('refuses to take the last one in a sentence, unless the club is archived', async () => {
    const { club, pilot } = await buildCast(server);
    const last = { slug: club.slug, personId: pilot.id };
    expect((await refused(administrator.session, clubs.removePilot, last, 'forbidden')).detail).toContain('dernier pilote');
    await ok(administrator.session, clubs.archive, { slug: club.slug });
    expect((await ok(administrator.session, clubs.removePilot, last)).pilots).toEqual([]);
    await refused(administrator.session, clubs.removePilot, last, 'not-found');
  });

  test('leaves one when both are removed at once', async () => {
    const { club, pilot } = await buildCast(server);
    const other = await buildPerson(server, { clubs: [[club, 'pilot']] });
    await Promise.allSettled(
      [pilot, other].map(({ id }) => ok(administrator.session, clubs.removePilot, { slug: club.slug, personId: id })),
    );
    expect((await ok(administrator.session, clubs.get, { slug: club.slug })).pilots).toHaveLength(1);
  });
});

describe('clubs.addMembers', () => {
  test('brings people of the directory in, by invitation too, and counts nobody twice', async () => {
    const { club, pilot, member, agent } = await buildCast(server, 'invitation');
    const added = { slug: club.slug, personIds: [agent.id, member.id], role: 'member' as const };
    expect(await ok(pilot.session, clubs.addMembers, added)).toEqual({ added: 1 });
    expect(await ok(agent.session, clubs.get, { slug: club.slug })).toMatchObject({ standing: 'member', memberCount: 3 });
    expect((await trailOf(club.slug))[0]).toEqual(['add-member', pilot.id, agent.name]);
    await refused(pilot.session, clubs.addMembers, { ...added, personIds: ['0'.repeat(24)] }, 'invalid-input');
    await refused(pilot.session, clubs.addMembers, { ...added, personIds: [] }, 'invalid-input');
  });

  test('is carried out after a crash', async () => {
    const { club, pilot, agent } = await buildCast(server, 'invitation');
    await ok(pilot.session, clubs.addMembers, { slug: club.slug, personIds: [agent.id], role: 'guest' });
    const [entry] = (await ok(pilot.session, moderation.trail, { slug: club.slug })).items;
    if (!entry) throw new Error('no entry');
    // As a process left it that stopped before the very last step.
    const act = { ...entry, _id: entry.id, clubId: club.id };
    await ClubModel.updateOne({ _id: club.id }, { $push: { roleChanges: { _id: 'again', personId: agent.id, role: 'guest', act } } });
    await settleClub(club.id);
    expect((await ok(agent.session, clubs.get, { slug: club.slug })).standing).toBe('guest');
    expect(await trailOf(club.slug)).toHaveLength(1);
    expect((await ClubModel.findById(club.id).lean())?.roleChanges).toEqual([]);
  });
});

describe('clubs.removeMember', () => {
  test('takes a member out at once, never a pilot', async () => {
    const { club, pilot, member } = await buildCast(server, 'request');
    const other = await buildPerson(server, { clubs: [[club, 'pilot']] });
    await ok(pilot.session, clubs.removeMember, { slug: club.slug, personId: member.id });
    await refused(member.session, clubs.members, { slug: club.slug }, 'not-found');
    expect((await trailOf(club.slug))[0]).toEqual(['remove-member', pilot.id, member.name]);
    await refused(pilot.session, clubs.removeMember, { slug: club.slug, personId: other.id }, 'forbidden');
    await refused(pilot.session, clubs.removeMember, { slug: club.slug, personId: member.id }, 'not-found');
  });
});
