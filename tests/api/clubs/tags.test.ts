import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { tags, setTags } = contract.clubs;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let member: TestPerson;
beforeAll(async () => {
  server = await startServer();
});
const newClub = async (...names: string[]) => {
  club = await buildClub();
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  member = await buildPerson(server, { clubs: [[club, 'member']] });
  return ok(pilot.session, setTags, { slug: club.slug, items: names.map((name) => ({ name })), version: 0 });
};

describe('clubs.setTags', () => {
  test('keeps the slug of a renamed tag, and gives a new one its own', async () => {
    const first = await newClub('Clôtures', 'Permis de construire');
    expect(first.items.map(({ slug }) => slug)).toEqual(['clotures', 'permis-de-construire']);
    const items = [{ slug: 'clotures', name: 'Clôtures et murs' }, { name: 'Clôtures' }];
    const second = await ok(pilot.session, setTags, { slug: club.slug, items, version: first.version });
    expect(second).toEqual({
      items: [
        { slug: 'clotures', name: 'Clôtures et murs' },
        { slug: 'clotures-2', name: 'Clôtures' },
      ],
      version: 2,
    });
  });

  test('refuses what starts from another version, with the list as it stands', async () => {
    const list = await newClub('Recours');
    const problem = await refused(pilot.session, setTags, { slug: club.slug, items: [], version: 0 }, 'conflict');
    expect(problem.current).toEqual(list);
  });

  test.each([
    ['one letter', [{ name: 'a' }], 'items.0.name'],
    ['too long a name', [{ name: 'a'.repeat(31) }], 'items.0.name'],
    ['signs alone', [{ name: '!!!' }], 'items.0.name'],
    ['the same name twice, accents aside', [{ name: 'Clôtures' }, { name: 'clotures' }], 'items.1.name'],
    ['a slug that is not the club’s', [{ slug: 'ailleurs', name: 'Ailleurs' }], 'items.0.slug'],
    ['more than thirty', Array.from({ length: 31 }, (_, index) => ({ name: `Étiquette ${index}` })), 'items'],
  ])('refuses %s, at the field', async (_case, items, path) => {
    const { version } = await newClub();
    const problem = await refused(pilot.session, setTags, { slug: club.slug, items, version }, 'invalid-input');
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });

  test('is for who animates the club', async () => {
    const { version } = await newClub();
    await refused(member.session, setTags, { slug: club.slug, items: [], version }, 'forbidden');
  });
});

describe('clubs.tags', () => {
  test('is read by whoever reads the club', async () => {
    const list = await newClub('Recours', 'Veille');
    expect(await ok(member.session, tags, { slug: club.slug })).toEqual(list);
  });
});

describe('the tags of a thread', () => {
  const body = paragraphs('Le texte.');

  test('filter its club’s list, follow a renaming, and go with the tag', async () => {
    const { version } = await newClub('Recours', 'Clôtures');
    const { thread } = await buildThread(server, { club, author: member, facts: { tags: ['clotures'] } });
    await buildThread(server, { club, author: member });
    expect(thread.tags).toEqual([{ slug: 'clotures', name: 'Clôtures' }]);
    const found = async () => (await ok(member.session, contract.forum.list, { slug: club.slug, tag: 'clotures' })).items;
    const renamed = [{ slug: 'clotures', name: 'Murs et clôtures' }];
    await ok(pilot.session, setTags, { slug: club.slug, items: renamed, version });
    expect(await found()).toEqual([expect.objectContaining({ id: thread.id, tags: renamed })]);
    await ok(pilot.session, setTags, { slug: club.slug, items: [], version: version + 1 });
    expect((await ok(member.session, contract.forum.get, { id: thread.id })).tags).toEqual([]);
  });

  test('change with its edition, and stay when it says nothing of them', async () => {
    await newClub('Recours', 'Clôtures');
    const { thread } = await buildThread(server, { club, author: member, facts: { tags: ['clotures'] } });
    const edit = (version: number, tags?: string[]) =>
      ok(member.session, contract.forum.edit, { id: thread.id, version, title: 'Un titre corrigé', body, ...(tags && { tags }) });
    expect((await edit(1)).tags).toEqual([{ slug: 'clotures', name: 'Clôtures' }]);
    expect((await edit(2, ['recours', 'recours'])).tags).toEqual([{ slug: 'recours', name: 'Recours' }]);
    expect(await edit(3, [])).not.toHaveProperty('tags');
  });

  test('are of its club, and five at most', async () => {
    await newClub('Recours');
    const written = (tags: string[]) => ({ slug: club.slug, kind: 'question', title: 'Un titre assez long', body, tags });
    for (const tags of [['ailleurs'], ['recours', 'a', 'b', 'c', 'd', 'e']])
      expect((await refused(member.session, contract.forum.create, written(tags), 'invalid-input')).errors?.[0]?.path).toMatch(/^tags/);
  });
});
