import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { ClubEdit } from '@beffroi/shared/features/clubs/club-admin.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { PersonModel } from '../../../server/src/features/accounts/person.model.ts';
import { countThreads } from '../../../server/src/features/forum/forum-counts.queries.ts';
import { call, ok } from '../../support/api-client.ts';
import { expectExactCounters, expectNoFailure, settled, statusesOf, times } from '../../support/at-once.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { clubs, forum, moderation } = contract;

let server: Server;
let one: TestPerson;
let other: TestPerson;
beforeAll(async () => {
  server = await startServer();
  [one, other] = [await buildPerson(server, { administrator: true }), await buildPerson(server, { administrator: true })];
});

const membershipsIn = async (club: TestClub, personId: string) =>
  (await PersonModel.findById(personId).lean())?.memberships.filter(({ scopeId }) => scopeId === club.id) ?? [];
const post = (person: TestPerson, { slug }: TestClub, title: string) =>
  call(person.session, forum.create, { slug, kind: 'question', title, body: paragraphs('Écrit pendant que tout change.') });

describe('a club, by many at once', () => {
  test('is joined and left: each is in once at most, and the club counts them right', async () => {
    const club = await buildClub();
    const people = await times(8, () => buildPerson(server));
    for (let round = 0; round < 2; round++) {
      const answers = await Promise.all(
        people.flatMap(({ session }) => [
          call(session, clubs.join, { slug: club.slug }),
          call(session, clubs.join, { slug: club.slug }),
          call(session, clubs.leave, { slug: club.slug }),
        ]),
      );
      expectNoFailure(answers);
      expect(statusesOf(answers)).toEqual([200, 201]);
    }
    for (const { id } of people) expect((await membershipsIn(club, id)).length).toBeLessThanOrEqual(1);
    await expectExactCounters(club);
  });

  test('is edited by two administrators: one is heard, the other is shown what it became, and it is written down once', async () => {
    const club = await buildClub();
    for (let version = 0; version < 5; version++) {
      const edit = (who: TestPerson, summary: string) => {
        const card: ClubEdit = {
          summary,
          purposes: [],
          audience: [],
          firstWorks: [],
          charter: '',
          rhythm: '',
          place: '',
          access: 'open',
          version,
        };
        return call(who.session, clubs.edit, { slug: club.slug, ...card });
      };
      const answers = await Promise.all([edit(one, `Le premier, tour ${version}.`), edit(other, `Le second, tour ${version}.`)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const winner = answers[0]?.status === 200 ? 'Le premier' : 'Le second';
      expect((await ok(one.session, clubs.get, { slug: club.slug })).summary).toBe(`${winner}, tour ${version}.`);
    }
    await settled();
    const { items } = await ok(one.session, moderation.trail, { slug: club.slug });
    expect(items.filter(({ action }) => action === 'edit-club')).toHaveLength(5);
  });

  test('has its tags merged by two hands: one list wins whole, and no tag is there twice', async () => {
    const club = await buildClub();
    const { session } = one;
    let { items, version } = await ok(session, clubs.setTags, {
      slug: club.slug,
      items: ['Clôtures', 'Murs', 'Haies'].map((name) => ({ name })),
      version: 0,
    });
    for (let round = 0; round < 4; round++) {
      const [first, ...rest] = items;
      const merged = [{ slug: first?.slug as string, name: `Limites ${round}` }];
      const lists = [merged, [...merged, ...rest], [...items, { name: `Neuve ${round}` }]];
      const answers = await Promise.all(lists.map((list) => call(session, clubs.setTags, { slug: club.slug, items: list, version })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      const now = await ok(session, clubs.tags, { slug: club.slug });
      expect(answers.find(({ status }) => status === 200)?.body).toEqual(now);
      expect(new Set(now.items.map(({ slug }) => slug)).size).toBe(now.items.length);
      ({ items, version } = now);
    }
  });

  test('is archived while people post: what was taken is there and counted, the rest is refused with the reason', async () => {
    const club = await buildClub();
    const people = await times(8, () => buildPerson(server, { clubs: [[club, 'member']] }));
    const [answers, archived] = await Promise.all([
      times(24, (i) => post(people[i % 8] as TestPerson, club, `Une question posée à la fermeture, ${i}`)),
      call(one.session, clubs.archive, { slug: club.slug }),
    ]);
    expectNoFailure([...answers, archived]);
    expect(archived.status).toBe(200);
    expect(statusesOf(answers).every((status) => status === 201 || status === 403)).toBe(true);
    expect((await countThreads(club.id)).threadCount).toBe(answers.filter(({ status }) => status === 201).length);
    expect((await post(people[0] as TestPerson, club, 'Une question posée trop tard')).status).toBe(403);
    await expectExactCounters(club);
  });
});
