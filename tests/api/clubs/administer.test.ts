import { contract } from '@beffroi/shared/contract';
import { paragraphs, plainText } from '@beffroi/shared/core/rich-text';
import { ARCHIVED } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { beforeAll, describe, expect, test } from 'vitest';
import { ClubModel } from '../../../server/src/features/clubs/club.model.ts';
import { settleClub } from '../../../server/src/features/clubs/settle-club.ts';
import { type Input, ok, refused } from '../../support/api-client.ts';
import { buildCast } from '../../support/club-cast.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildClub, buildPerson, buildThread, type TestPerson } from '../../support/world.ts';

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
  ...facts,
});
const trailOf = async (slug: string) =>
  (await ok(administrator.session, moderation.trail, { slug })).items.map(({ action, by, target }) => [action, by.id, target.label]);

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

  test('announces the club to every commune, even one by invitation, with who has read it', async () => {
    const [agent, guest] = [await buildPerson(server), await buildPerson(server, { commune: null })];
    const facts = { name: 'Mobilités', access: 'invitation', summary: 'Se déplacer d’une commune à l’autre.' } as const;
    const club = await ok(administrator.session, clubs.create, newClub(facts));
    await allTold();
    const told = (await ok(agent.session, notifications.list, {})).items.filter(({ club: about }) => about?.slug === club.slug);
    expect(told.map(({ kind }) => kind)).toEqual(['announcement']);
    expect((await ok(guest.session, notifications.list, {})).items).toEqual([]);
    const id = told[0]?.thread?.id ?? '';
    const thread = await ok(agent.session, forum.get, { id });
    expect(thread).toMatchObject({ kind: 'announcement', audience: 'territory', author: { id: administrator.id } });
    expect(thread.title).toContain('Mobilités');
    expect(thread.body && plainText(thread.body)).toContain(facts.summary);
    await refused(agent.session, clubs.get, { slug: club.slug }, 'not-found');
    await ok(agent.session, forum.acknowledge, { id });
    const { communes } = await ok(administrator.session, forum.receipts, { id });
    expect(communes?.find(({ count }) => count > 0)?.people.map((reader) => reader.id)).toEqual([agent.id]);
  });

  test('announces it once, whatever interrupted it, and not once it is archived', async () => {
    const announced = async (slug: string) => (await ok(administrator.session, forum.list, { slug, kind: 'announcement' })).items.length;
    const again = async (slug: string) => {
      const { _id } = await ClubModel.findOneAndUpdate({ slug }, { $set: { announcedBy: administrator.id } }).orFail();
      await Promise.all([1, 2].map(() => settleClub(_id.toHexString())));
      expect(await ClubModel.exists({ _id, announcedBy: { $exists: true } })).toBeNull();
    };
    const { slug } = await ok(administrator.session, clubs.create, newClub({ name: 'Voirie' }));
    await again(slug);
    expect(await announced(slug)).toBe(1);
    const gone = await buildClub();
    await ClubModel.updateOne({ slug: gone.slug }, { $set: { archivedAt: new Date() } });
    await again(gone.slug);
    expect(await announced(gone.slug)).toBe(0);
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
  const card = ({ name: _n, mark: _m, hue: _h, pilotIds: _p, ...rest }: NewClub) => rest;

  test('lets a pilot keep the charter and the way of joining, and names what changed in the trail', async () => {
    const { club, pilot } = await buildCast(server);
    const edit = { ...card(newClub({ charter: 'Citez vos sources.', access: 'invitation' })), slug: club.slug, version: 0 };
    expect(await ok(pilot.session, clubs.edit, edit)).toMatchObject({ charter: 'Citez vos sources.', access: 'invitation', version: 1 });
    const [entry] = (await ok(pilot.session, moderation.trail, { slug: club.slug })).items;
    expect(entry).toMatchObject({ action: 'edit-club', by: { id: pilot.id } });
    expect(entry?.after).toContain('charte');
  });

  test('keeps the name for the administrator', async () => {
    const { club, pilot } = await buildCast(server);
    const identity = { name: 'Autre nom', mark: 'AN', hue: '#365fb8' as const };
    const edit = { ...card(newClub()), identity, slug: club.slug, version: 0 };
    await refused(pilot.session, clubs.edit, edit, 'forbidden');
    expect(await ok(administrator.session, clubs.edit, edit)).toMatchObject({ name: 'Autre nom', slug: club.slug });
  });

  test('refuses what starts from another version, with the club as it stands', async () => {
    const { club, pilot } = await buildCast(server);
    const edit = { ...card(newClub()), slug: club.slug, version: 0 };
    await ok(pilot.session, clubs.edit, edit);
    const problem = await refused(pilot.session, clubs.edit, { ...edit, charter: 'Autre' }, 'conflict');
    expect(problem.current).toMatchObject({ slug: club.slug, version: 1 });
  });
});

describe('clubs.archive', () => {
  test('leaves the list, stays readable, and takes neither thread nor reply nor member', async () => {
    const { club, member, agent, pilot } = await buildCast(server);
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
    const { club, member } = await buildCast(server);
    const { archivedAt } = await ok(administrator.session, clubs.archive, { slug: club.slug });
    expect((await ok(administrator.session, clubs.archive, { slug: club.slug })).archivedAt).toBe(archivedAt);
    expect((await ok(administrator.session, clubs.reopen, { slug: club.slug })).archivedAt).toBeNull();
    expect((await ok(member.session, clubs.list, {})).items.map(({ slug }) => slug)).toContain(club.slug);
    expect((await trailOf(club.slug)).map(([action]) => action)).toEqual(['reopen-club', 'archive-club']);
  });
});
