import { contract } from '@beffroi/shared/contract';
import { READERS_NAMED_MAX } from '@beffroi/shared/features/forum/thread-kinds.contract';
import mongoose, { Types } from 'mongoose';
import { beforeAll, describe, expect, test } from 'vitest';
import { PersonModel } from '../../../server/src/features/accounts/person.model.ts';
import { splitReceipts } from '../../../server/src/features/forum/split-receipts.ts';
import { writeReceipts } from '../../../server/src/features/forum/write-receipts.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildCommune, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { receipts, acknowledge, readers } = contract.forum;

let server: Server;
let club: TestClub;
let member: TestPerson;
let pilot: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  member = await buildPerson(server, { clubs: [[club, 'member']] });
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']], name: 'Pilote' });
});

const announce = (audience: 'club' | 'territory' = 'club') =>
  buildThread(server, { club, author: pilot, kind: 'announcement', facts: { audience } });

/** People nobody has to have met: receipts keep an id and a name. */
const crowd = (size: number) =>
  Array.from({ length: size }, (_, index) => ({
    personId: new Types.ObjectId().toHexString(),
    name: `Lecteur ${index + 1}`,
    at: new Date(),
  }));

describe('forum.acknowledge', () => {
  test('counts each reader once, however often and however many at once', async () => {
    const { thread } = await announce();
    const colleagues = await Promise.all([1, 2, 3].map(() => buildPerson(server, { commune: 'onnaing' })));
    await Promise.all(colleagues.flatMap(({ session }) => [1, 2].map(() => ok(session, acknowledge, { id: thread.id }))));
    const { session } = colleagues[0] as TestPerson;
    expect(await ok(session, acknowledge, { id: thread.id })).toEqual({ count: 3, read: true, communes: null });
  });

  test('counts a person who has gone to another commune where she read it first, and once', async () => {
    const { thread } = await announce();
    const mover = await buildPerson(server, { commune: 'onnaing' });
    await ok(mover.session, acknowledge, { id: thread.id });
    const { modifiedCount } = await PersonModel.updateOne(
      { _id: mover.id, memberships: { $elemMatch: { scope: 'commune' } } },
      { $set: { 'memberships.$.scopeId': 'anzin' } },
    );
    expect(modifiedCount).toBe(1);
    expect(await ok(mover.session, acknowledge, { id: thread.id })).toMatchObject({ count: 1, read: true });
    const { communes } = await ok(pilot.session, receipts, { id: thread.id });
    expect(communes?.map(({ commune, count }) => [commune?.slug, count])).toEqual([['onnaing', 1]]);
  });

  test('is not for the author, nor for a question', async () => {
    const { thread } = await announce();
    await refused(pilot.session, acknowledge, { id: thread.id }, 'forbidden');
    const question = await buildThread(server, { club, author: pilot });
    await refused(member.session, acknowledge, { id: question.thread.id }, 'forbidden');
  });
});

describe('forum.receipts', () => {
  test('names the readers by commune to the author, the communes where nobody has read first; others are told how many', async () => {
    await buildCommune('aubry');
    const { thread } = await announce('territory');
    await ok(member.session, acknowledge, { id: thread.id });
    const seen = await ok(pilot.session, receipts, { id: thread.id });
    expect(seen).toMatchObject({ count: 1, read: false });
    expect(seen.communes?.at(0)).toMatchObject({ count: 0, people: [] });
    expect(seen.communes?.map(({ commune }) => commune?.slug)).toContain('aubry');
    expect(seen.communes?.at(-1)).toMatchObject({ commune: { slug: 'anzin' }, count: 1, people: [{ id: member.id, name: member.name }] });
    expect(await ok(member.session, receipts, { id: thread.id })).toEqual({ count: 1, read: true, communes: null });
  });

  test('of an announcement to the club names the communes that read it alone', async () => {
    const { thread } = await announce();
    expect((await ok(pilot.session, receipts, { id: thread.id })).communes).toEqual([]);
  });
});

describe('forum.readers', () => {
  test('gives all the readers of a commune by pages, the last first, where the list by commune names the latest', async () => {
    const { thread } = await announce();
    const people = crowd(READERS_NAMED_MAX * 2 + 1);
    await writeReceipts(new Types.ObjectId(thread.id), 'onnaing', people);
    await writeReceipts(new Types.ObjectId(thread.id), null, crowd(1));
    const seen = await ok(pilot.session, receipts, { id: thread.id });
    expect(seen.count).toBe(people.length + 1);
    const [onnaing, nowhere] = seen.communes ?? [];
    expect([onnaing?.count, onnaing?.people.length, nowhere?.commune, nowhere?.count]).toEqual([people.length, READERS_NAMED_MAX, null, 1]);
    const names = onnaing?.people.map(({ name }) => name) ?? [];
    let before: number | null = people.length - names.length + 1;
    while (before !== null) {
      const page: { items: { name: string }[]; before: number | null } = await ok(pilot.session, readers, {
        id: thread.id,
        commune: 'onnaing',
        before,
      });
      names.push(...page.items.map(({ name }) => name));
      before = page.before;
    }
    expect(names).toEqual(people.map(({ name }) => name).toReversed());
    expect((await ok(pilot.session, readers, { id: thread.id })).items).toHaveLength(1);
  });

  test('are for the author and who animates the club to know', async () => {
    const { thread } = await announce();
    await refused(member.session, readers, { id: thread.id, commune: 'anzin' }, 'forbidden');
    const question = await buildThread(server, { club, author: pilot });
    await refused(pilot.session, readers, { id: question.thread.id }, 'forbidden');
    await refused(pilot.session, readers, { id: thread.id, before: 0 }, 'invalid-input');
    expect(await ok(pilot.session, readers, { id: thread.id, commune: 'anzin' })).toEqual({ items: [], before: null });
  });
});

describe('receipts kept a document a commune', () => {
  const former = () => mongoose.connection.collection('receipts');
  const kept = (threadId: string, commune: string, people: ReturnType<typeof crowd>) => ({
    threadId: new Types.ObjectId(threadId),
    commune,
    people: people.map(({ personId, name, at }) => ({ id: personId, name, at })),
    count: people.length,
  });

  test('become a document a reader, whatever interrupted it, and nobody is counted twice', async () => {
    const { thread } = await announce();
    const [onnaing, anzin] = [crowd(5), crowd(3)];
    // She went from one commune to the other, and was counted in both.
    const moved = onnaing[0] as (typeof onnaing)[number];
    await former().insertMany([kept(thread.id, 'onnaing', onnaing), kept(thread.id, 'anzin', [moved, ...anzin])]);
    // Stopped half-way through the first commune, then somebody read it.
    await writeReceipts(new Types.ObjectId(thread.id), 'onnaing', onnaing.slice(0, 2));
    await ok(member.session, acknowledge, { id: thread.id });
    await Promise.all([splitReceipts(), splitReceipts()]);
    expect(await former().countDocuments({})).toBe(0);
    const { count, communes } = await ok(pilot.session, receipts, { id: thread.id });
    expect(count).toBe(9);
    expect(communes?.map(({ commune, count, people }) => [commune?.slug, count, people.length])).toEqual([
      ['anzin', 4, 4],
      ['onnaing', 5, 5],
    ]);
    await splitReceipts();
    expect((await ok(pilot.session, receipts, { id: thread.id })).count).toBe(9);
  });
});
