import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { ARCHIVED } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { beforeAll, describe, expect, test } from 'vitest';
import { ClubModel } from '../../../server/src/features/clubs/club.model.ts';
import { settleClub } from '../../../server/src/features/clubs/settle-club.ts';
import { type Input, ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { clubs, forum, moderation, notifications, invitations } = contract;

let server: Server;
let administrator: TestPerson;
beforeAll(async () => {
  server = await startServer();
  administrator = await buildPerson(server, { administrator: true });
});

type NewClub = Input<typeof clubs.create>;
const newClub = (facts: Partial<NewClub> = {}): NewClub => ({
  name: 'Cimetières',
  mark: 'CI',
  hue: '#365fb8',
  summary: 'Concessions, reprises et travaux.',
  purposes: ['Comparer nos règlements.'],
  audience: ['Agents d’état civil'],
  firstWorks: [],
  charter: 'Le contexte d’abord.',
  rhythm: '',
  place: '',
  access: 'request',
  pilotIds: [],
  announce: false,
  ...facts,
});
const trailOf = async (slug: string) =>
  (await ok(administrator.session, moderation.trail, { slug })).items.map(({ action, by, target }) => [action, by.id, target.label]);

interface Cast {
  club: TestClub;
  pilot: TestPerson;
  member: TestPerson;
  agent: TestPerson;
}
const cast = async (access: TestClub['access'] = 'open'): Promise<Cast> => {
  const club = await buildClub({ access });
  const [pilot, member, agent] = [
    await buildPerson(server, { clubs: [[club, 'pilot']] }),
    await buildPerson(server, { clubs: [[club, 'member']] }),
    await buildPerson(server),
  ];
  return { club, pilot, member, agent };
};

describe('clubs.create', () => {
  test('opens a club with its pilots, and the trail says who did it', async () => {
    const pilot = await buildPerson(server);
    const club = await ok(administrator.session, clubs.create, newClub({ pilotIds: [pilot.id] }));
    expect(club).toMatchObject({ slug: 'cimetieres', access: 'request', memberCount: 1, version: 0, archivedAt: null });
    expect(club.pilots.map(({ id }) => id)).toEqual([pilot.id]);
    expect((await ok(pilot.session, clubs.get, { slug: club.slug })).standing).toBe('pilot');
    expect(await trailOf(club.slug)).toEqual(
      expect.arrayContaining([
        ['create-club', administrator.id, 'Cimetières'],
        ['name-pilot', administrator.id, pilot.name],
      ]),
    );
  });

  test('gives a second club of one name an address of its own', async () => {
    const first = await ok(administrator.session, clubs.create, newClub({ name: 'Archives' }));
    const second = await ok(administrator.session, clubs.create, newClub({ name: 'Archives' }));
    expect([first.slug, second.slug]).toEqual(['archives', 'archives-2']);
  });

  test('tells everyone who serves a commune, whoever may join, when asked to', async () => {
    const [agent, guest] = [await buildPerson(server), await buildPerson(server, { commune: null })];
    const club = await ok(administrator.session, clubs.create, newClub({ name: 'Mobilités', announce: true }));
    await ok(administrator.session, clubs.create, newClub({ name: 'Discret' }));
    await allTold();
    const told = await ok(agent.session, notifications.list, {});
    expect(told.items.map(({ kind, club: about }) => [kind, about?.slug])).toEqual([['announcement', club.slug]]);
    expect((await ok(guest.session, notifications.list, {})).items).toEqual([]);
  });

  test.each([
    ['no name', { name: '' }, 'name'],
    ['a name that shows nothing', { name: '\u200b\u200b' }, 'name'],
    ['three letters', { mark: 'ABC' }, 'mark'],
    ['a colour of one’s own', { hue: '#ffffff' as never }, 'hue'],
    ['a pilot who is not there', { pilotIds: ['0'.repeat(24)] }, 'pilotIds'],
    ['a charter without end', { charter: 'a'.repeat(4_001) }, 'charter'],
  ])('refuses %s, at the field', async (_case, facts, path) => {
    const problem = await refused(administrator.session, clubs.create, newClub(facts), 'invalid-input');
    expect(problem.errors?.map((error) => error.path.split('.')[0])).toContain(path);
  });
});

describe('clubs.edit', () => {
  const card = ({ name: _n, mark: _m, hue: _h, pilotIds: _p, announce: _a, ...rest }: NewClub) => rest;

  test('lets a pilot keep the charter and the way of joining, and names what changed in the trail', async () => {
    const { club, pilot } = await cast();
    const edit = { ...card(newClub({ charter: 'Citez vos sources.', access: 'invitation' })), slug: club.slug, version: 0 };
    expect(await ok(pilot.session, clubs.edit, edit)).toMatchObject({ charter: 'Citez vos sources.', access: 'invitation', version: 1 });
    const [entry] = (await ok(pilot.session, moderation.trail, { slug: club.slug })).items;
    expect(entry).toMatchObject({ action: 'edit-club', by: { id: pilot.id } });
    expect(entry?.after).toContain('charte');
  });

  test('keeps the name for the administrator', async () => {
    const { club, pilot } = await cast();
    const identity = { name: 'Autre nom', mark: 'AN', hue: '#365fb8' as const };
    const edit = { ...card(newClub()), identity, slug: club.slug, version: 0 };
    await refused(pilot.session, clubs.edit, edit, 'forbidden');
    expect(await ok(administrator.session, clubs.edit, edit)).toMatchObject({ name: 'Autre nom', slug: club.slug });
  });

  test('refuses what starts from another version, with the club as it stands', async () => {
    const { club, pilot } = await cast();
    const edit = { ...card(newClub()), slug: club.slug, version: 0 };
    await ok(pilot.session, clubs.edit, edit);
    const problem = await refused(pilot.session, clubs.edit, { ...edit, charter: 'Autre' }, 'conflict');
    expect(problem.current).toMatchObject({ slug: club.slug, version: 1 });
  });
});

describe('clubs.archive', () => {
  test('leaves the list, stays readable, and takes neither thread nor reply nor member', async () => {
    const { club, member, agent, pilot } = await cast();
    const { thread } = await buildThread(server, { club, author: pilot });
    expect((await ok(administrator.session, clubs.archive, { slug: club.slug })).archivedAt).not.toBeNull();
    expect((await ok(member.session, clubs.list, {})).items.map(({ slug }) => slug)).not.toContain(club.slug);
    expect(await ok(member.session, clubs.get, { slug: club.slug })).toMatchObject({
      abilities: { 'club.read': true, 'thread.create': false },
    });
    expect((await ok(member.session, forum.get, { id: thread.id })).abilities['thread.reply']).toBe(false);
    const body = paragraphs('Une réponse.');
    const question = { slug: club.slug, kind: 'question' as const, title: 'Une question entière', body };
    for (const { session } of [member, pilot, administrator]) {
      expect((await refused(session, forum.create, question, 'forbidden')).detail).toBe(ARCHIVED);
      expect((await refused(session, forum.reply, { id: thread.id, body }, 'forbidden')).detail).toBe(ARCHIVED);
    }
    expect((await refused(agent.session, clubs.join, { slug: club.slug }, 'forbidden')).detail).toBe(ARCHIVED);
    await refused(pilot.session, clubs.addMembers, { slug: club.slug, personIds: [agent.id], role: 'member' }, 'forbidden');
    await refused(administrator.session, clubs.addPilot, { slug: club.slug, personId: agent.id }, 'forbidden');
    const grants = [{ scope: 'club' as const, slug: club.slug, role: 'member' as const }];
    await refused(administrator.session, invitations.create, { email: agent.email, name: 'Agent', function: 'Agent', grants }, 'forbidden');
  });
});

describe('clubs.reopen', () => {
  test('ends the archive, of which each act is told once in the trail', async () => {
    const { club, member } = await cast();
    const { archivedAt } = await ok(administrator.session, clubs.archive, { slug: club.slug });
    expect((await ok(administrator.session, clubs.archive, { slug: club.slug })).archivedAt).toBe(archivedAt);
    expect((await ok(administrator.session, clubs.reopen, { slug: club.slug })).archivedAt).toBeNull();
    expect((await ok(member.session, clubs.list, {})).items.map(({ slug }) => slug)).toContain(club.slug);
    expect((await trailOf(club.slug)).map(([action]) => action)).toEqual(['reopen-club', 'archive-club']);
  });
});

describe('clubs.addPilot', () => {
  test('names a pilot, whatever she was, and tells her', async () => {
    const { club, member } = await cast();
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
    const { club, pilot } = await cast();
    const last = { slug: club.slug, personId: pilot.id };
    expect((await refused(administrator.session, clubs.removePilot, last, 'forbidden')).detail).toContain('dernier pilote');
    await ok(administrator.session, clubs.archive, { slug: club.slug });
    expect((await ok(administrator.session, clubs.removePilot, last)).pilots).toEqual([]);
    await refused(administrator.session, clubs.removePilot, last, 'not-found');
  });

  test('leaves one when both are removed at once', async () => {
    const { club, pilot } = await cast();
    const other = await buildPerson(server, { clubs: [[club, 'pilot']] });
    await Promise.allSettled(
      [pilot, other].map(({ id }) => ok(administrator.session, clubs.removePilot, { slug: club.slug, personId: id })),
    );
    expect((await ok(administrator.session, clubs.get, { slug: club.slug })).pilots).toHaveLength(1);
  });
});

describe('clubs.addMembers', () => {
  test('brings people of the directory in, by invitation too, and counts nobody twice', async () => {
    const { club, pilot, member, agent } = await cast('invitation');
    const added = { slug: club.slug, personIds: [agent.id, member.id], role: 'member' as const };
    expect(await ok(pilot.session, clubs.addMembers, added)).toEqual({ added: 1 });
    expect(await ok(agent.session, clubs.get, { slug: club.slug })).toMatchObject({ standing: 'member', memberCount: 3 });
    expect((await trailOf(club.slug))[0]).toEqual(['add-member', pilot.id, agent.name]);
    await refused(pilot.session, clubs.addMembers, { ...added, personIds: ['0'.repeat(24)] }, 'invalid-input');
    await refused(pilot.session, clubs.addMembers, { ...added, personIds: [] }, 'invalid-input');
  });

  test('is carried out after a crash', async () => {
    const { club, pilot, agent } = await cast('invitation');
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
    const { club, pilot, member } = await cast('request');
    const other = await buildPerson(server, { clubs: [[club, 'pilot']] });
    await ok(pilot.session, clubs.removeMember, { slug: club.slug, personId: member.id });
    await refused(member.session, clubs.members, { slug: club.slug }, 'not-found');
    expect((await trailOf(club.slug))[0]).toEqual(['remove-member', pilot.id, member.name]);
    await refused(pilot.session, clubs.removeMember, { slug: club.slug, personId: other.id }, 'forbidden');
    await refused(pilot.session, clubs.removeMember, { slug: club.slug, personId: member.id }, 'not-found');
  });
});
