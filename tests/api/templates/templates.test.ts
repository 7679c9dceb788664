import { contract } from '@beffroi/shared/contract';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { PersonModel } from '../../../server/src/features/accounts/person.model.ts';
import { TemplateModel } from '../../../server/src/features/templates/template.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildTemplate, openTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { changeState, content, create, describe: rename, get, library, list, restore, trail, writing } = contract.templates;
const remove = contract.templates.delete;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let member: TestPerson;
let reader: TestPerson;
let outsider: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  member = await buildPerson(server, { clubs: [[club, 'member']], commune: 'onnaing' });
  reader = await buildPerson(server);
  outsider = await buildPerson(server, { commune: null, substitute: true });
});

describe('templates.create', () => {
  test('begins a draft that its members write', async () => {
    const template = await buildTemplate(member, club, { title: 'CCAP – Denrées', tags: ['restauration'], summary: 'Pour les cantines.' });
    expect(template).toMatchObject({
      clubSlug: club.slug,
      kind: 'ccap',
      state: 'draft',
      validatedCount: 0,
      tags: ['restauration'],
      createdBy: { id: member.id },
      level: 'manage',
      version: 1,
    });
  });
  test('makes one, however often it is sent with one key', async () => {
    const idempotencyKey = crypto.randomUUID();
    const first = await buildTemplate(member, club, { idempotencyKey });
    expect((await buildTemplate(member, club, { idempotencyKey })).id).toBe(first.id);
  });
  test('is for members and pilots, in words', async () => {
    const input = { slug: club.slug, kind: 'rc', title: 'RC' };
    await refused(reader.session, create, input, 'forbidden');
    await refused(outsider.session, create, input, 'not-found');
    await refused(member.session, create, { ...input, title: '\u200b' }, 'invalid-input');
    await refused(member.session, create, { ...input, kind: 'poème' }, 'invalid-input');
    await refused(member.session, create, { ...input, tags: Array.from({ length: 6 }, (_, n) => `etiquette ${n}`) }, 'invalid-input');
  });
});

describe('templates.get', () => {
  test('says what each may do with it', async () => {
    const { id } = await buildTemplate(member, club);
    const other = await buildPerson(server, { clubs: [[club, 'member']] });
    const guest = await buildPerson(server, { commune: null, clubs: [[club, 'guest']] });
    const levels: string[] = [];
    for (const { session } of [pilot, member, other, guest, reader]) levels.push((await ok(session, get, { id })).level);
    expect(levels).toEqual(['manage', 'manage', 'edit', 'suggest', 'read']);
    await refused(outsider.session, get, { id }, 'not-found');
  });
});

describe('templates.list', () => {
  test('gives a club’s models, narrowed by kind, state and tag, page by page', async () => {
    const own = await buildClub();
    const author = await buildPerson(server, { clubs: [[own, 'member']] });
    const made: Template[] = [];
    for (const kind of ['ccap', 'rc', 'ae'] as const)
      made.push(await buildTemplate(author, own, { kind, title: `Modèle ${kind}`, tags: [kind] }));
    const all = await ok(author.session, list, { slug: own.slug });
    expect(all.items.map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse());
    expect(all.abilities).toEqual({ 'template.create': true });
    expect((await ok(author.session, list, { slug: own.slug, kind: 'rc' })).items.map(({ kind }) => kind)).toEqual(['rc']);
    expect((await ok(author.session, list, { slug: own.slug, tag: 'ae' })).items.map(({ kind }) => kind)).toEqual(['ae']);
    expect((await ok(author.session, list, { slug: own.slug, state: 'review' })).items).toEqual([]);
    const first = await ok(author.session, list, { slug: own.slug, limit: 2 });
    const rest = await ok(author.session, list, { slug: own.slug, limit: 2, cursor: first.nextCursor as string });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
    expect(rest.nextCursor).toBeNull();
    await refused(author.session, list, { slug: own.slug, cursor: 'x' }, 'invalid-input');
  });
});

describe('templates.library', () => {
  test('gives the models of the clubs one reads, and of no other', async () => {
    const closed = await buildClub({ access: 'request' });
    const inside = await buildPerson(server, { clubs: [[closed, 'member']] });
    const { id } = await buildTemplate(inside, closed);
    const seen = async (person: TestPerson) => (await ok(person.session, library, {})).items.some((item) => item.id === id);
    expect([await seen(inside), await seen(reader), await seen(outsider)]).toEqual([true, false, false]);
  });
});

describe('templates.writing', () => {
  const atWork = async (template: Template) => {
    const found = (await ok(reader.session, writing)).items.find(({ id }) => id === template.id);
    return found && { writing: found.writing.map(({ id }) => id), opened: found.opened.map(({ id }) => id) };
  };
  test('says who has what open to write, and not who reads', async () => {
    const template = await buildTemplate(member, club);
    const page = openTemplate(member, template);
    openTemplate(reader, template);
    await eventually(async () => expect(await atWork(template)).toEqual({ writing: [], opened: [member.id] }));
    page.leave();
    await eventually(async () => expect(await atWork(template)).toBeUndefined());
  });
  test('says who writes from her first word, for some minutes after her last, as the lists do', async () => {
    const template = await buildTemplate(member, club);
    const page = openTemplate(member, template);
    openTemplate(pilot, template);
    await eventually(async () => expect((await atWork(template))?.opened).toHaveLength(2));
    page.write('Un mot');
    await eventually(async () => expect(await atWork(template)).toEqual({ writing: [member.id], opened: [pilot.id] }));
    const listed = (await ok(reader.session, library, {})).items.find(({ id }) => id === template.id);
    expect(listed).toMatchObject({ writing: [{ id: member.id }], opened: [{ id: pilot.id }] });
    await TemplateModel.updateOne({ _id: template.id }, { $set: { [`wroteAt.${member.id}`]: new Date(Date.now() - 6 * 60_000) } });
    expect((await atWork(template))?.writing).toEqual([]);
  });
});

describe('templates.content', () => {
  test('gives the present text to those whose network lets no live document through', async () => {
    const template = await buildTemplate(member, club);
    expect((await ok(reader.session, content, { id: template.id })).content).toEqual({
      type: 'doc',
      content: [{ type: 'paragraph', attrs: expect.anything() }],
    });
    const page = openTemplate(member, template);
    await eventually(() => expect(page.provider.synced).toBe(true));
    page.write('Le présent marché a pour objet');
    await eventually(async () =>
      expect(JSON.stringify((await ok(reader.session, content, { id: template.id })).content)).toContain('pour objet'),
    );
    await refused(outsider.session, content, { id: template.id }, 'not-found');
  });
});

describe('templates.describe', () => {
  test('changes what it is called, for who leads it, from what she saw', async () => {
    const { id } = await buildTemplate(member, club);
    const said = { id, kind: 'cctp' as const, title: 'CCTP – Nettoyage', summary: '', tags: [], version: 1 };
    await refused(reader.session, rename, said, 'forbidden');
    expect(await ok(pilot.session, rename, said)).toMatchObject({ kind: 'cctp', title: 'CCTP – Nettoyage', version: 2 });
    expect((await refused(member.session, rename, said, 'conflict')).current).toMatchObject({ version: 2 });
  });
});

describe('templates.delete', () => {
  test('takes a draft out of sight and back, never what was validated', async () => {
    const { id } = await buildTemplate(member, club);
    await refused(reader.session, remove, { id }, 'forbidden');
    expect((await ok(member.session, remove, { id })).deletedAt).not.toBeNull();
    await refused(reader.session, get, { id }, 'not-found');
    expect((await ok(member.session, list, { slug: club.slug })).items.some((item) => item.id === id)).toBe(false);
    await refused(reader.session, restore, { id }, 'not-found');
    const back = await ok(member.session, restore, { id });
    expect(back.deletedAt).toBeNull();
    await ok(pilot.session, changeState, { id, to: 'validated', version: back.version });
    await refused(pilot.session, remove, { id }, 'forbidden');
  });
});

describe('templates.restore', () => {
  test('is for who leads it, of what is deleted', async () => {
    const { id } = await buildTemplate(member, club);
    await refused(member.session, restore, { id }, 'forbidden');
    await ok(pilot.session, remove, { id });
    await refused(outsider.session, restore, { id }, 'not-found');
    expect((await ok(pilot.session, restore, { id })).deletedAt).toBeNull();
  });
});

describe('templates.trail', () => {
  test('begins with who began it', async () => {
    const { id } = await buildTemplate(member, club);
    expect((await ok(reader.session, trail, { id })).items).toMatchObject([{ from: null, to: 'draft', by: { id: member.id }, note: '' }]);
    await refused(outsider.session, trail, { id }, 'not-found');
  });
  test('says who has left the club since, and whose account is shut', async () => {
    const leaving = await buildPerson(server, { clubs: [[club, 'member']] });
    const { id, version } = await buildTemplate(leaving, club);
    await ok(pilot.session, changeState, { id, to: 'review', version });
    const left = async () => (await ok(reader.session, trail, { id })).items.map((change) => [change.by.id, change.left]);
    expect(await left()).toEqual([
      [pilot.id, false],
      [leaving.id, false],
    ]);
    await ok(pilot.session, contract.clubs.removeMember, { slug: club.slug, personId: leaving.id });
    expect(await left()).toEqual([
      [pilot.id, false],
      [leaving.id, true],
    ]);
    const shut = await buildPerson(server, { clubs: [[club, 'member']] });
    const begun = await buildTemplate(shut, club);
    await PersonModel.updateOne({ _id: shut.id }, { $set: { suspendedAt: new Date() } });
    expect((await ok(reader.session, trail, { id: begun.id })).items).toMatchObject([{ by: { id: shut.id, name: shut.name }, left: true }]);
  });
});

describe('templates.changeState', () => {
  test('members write a draft, propose in review, and read what is validated', async () => {
    const template = await buildTemplate(pilot, club);
    const levels = async () => [
      (await ok(pilot.session, get, { id: template.id })).level,
      (await ok(member.session, get, { id: template.id })).level,
    ];
    expect(await levels()).toEqual(['manage', 'edit']);
    await ok(pilot.session, changeState, { id: template.id, to: 'review', version: 1 });
    expect(await levels()).toEqual(['manage', 'suggest']);
    await ok(pilot.session, changeState, { id: template.id, to: 'validated', version: 2 });
    expect(await levels()).toEqual(['read', 'read']);
  });
  test('validating is the pilot’s, and the trail says who and when', async () => {
    const template = await buildTemplate(member, club);
    await refused(member.session, changeState, { id: template.id, to: 'validated', version: 1 }, 'forbidden');
    await refused(member.session, changeState, { id: template.id, to: 'draft', version: 1 }, 'forbidden');
    await ok(member.session, changeState, { id: template.id, to: 'review', version: 1, note: 'Relisez l’article 3.' });
    await refused(pilot.session, changeState, { id: template.id, to: 'validated', version: 1 }, 'conflict');
    const validated = await ok(pilot.session, changeState, { id: template.id, to: 'validated', version: 2 });
    expect(validated).toMatchObject({ state: 'validated', validatedCount: 1, stateBy: { id: pilot.id } });
    expect((await ok(reader.session, trail, { id: template.id })).items).toMatchObject([
      { from: 'review', to: 'validated', validated: 1, by: { id: pilot.id } },
      { from: 'draft', to: 'review', by: { id: member.id }, note: 'Relisez l’article 3.' },
      { from: null, to: 'draft', by: { id: member.id } },
    ]);
  });
  test('freezes the text for whoever has it open', async () => {
    const template = await buildTemplate(pilot, club);
    const page = openTemplate(member, template);
    await eventually(() => expect(page.provider.synced).toBe(true));
    page.write('Avant la validation');
    await eventually(async () =>
      expect(JSON.stringify((await ok(reader.session, content, { id: template.id })).content)).toContain('Avant la validation'),
    );
    await ok(pilot.session, changeState, { id: template.id, to: 'validated', version: 1 });
    await eventually(() => expect(page.closed).toContain(4410));
    page.write('Après la validation');
    const elsewhere = openTemplate(reader, template);
    await eventually(() => expect(elsewhere.text()).toContain('Avant la validation'));
    expect(elsewhere.text()).not.toContain('Après');
    expect(JSON.stringify((await ok(reader.session, content, { id: template.id })).content)).not.toContain('Après');
  });
});
