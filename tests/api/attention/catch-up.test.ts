import { contract } from '@beffroi/shared/contract';
import type { RichText } from '@beffroi/shared/core/rich-text';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { unread, catchUp, clear, readClub, setRead, followClub } = contract.attention;

let server: Server;
let [club, other]: TestClub[] = [];
let author: TestPerson;
let reader: TestPerson;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  [club, other] = [await buildClub(), await buildClub({ access: 'request' })];
  author = await buildPerson(server, { clubs: [club, other].map((one) => [one as TestClub, 'member']) });
  reader = await buildPerson(server, { clubs: [club, other].map((one) => [one as TestClub, 'member']), commune: 'onnaing' });
});

const anonymous = () => ({ url: server.url, cookie: '' });
const counts = async () => {
  const { total, clubs } = await ok(reader.session, unread);
  return {
    total,
    club: clubs.find(({ slug }) => slug === club?.slug)?.unread ?? 0,
    other: clubs.find(({ slug }) => slug === other?.slug)?.unread ?? 0,
  };
};
const titles = async (): Promise<string[]> => (await ok(reader.session, catchUp)).items.map(({ thread }) => thread.title);
const mentioning = ({ id, name }: TestPerson): RichText =>
  ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id, label: name } }] }] }) as RichText;
const write = async (where: TestClub | undefined, title: string, replies = 0) =>
  (await buildThread(server, { club: where as TestClub, author, title, replies })).thread;

describe('attention.unread', () => {
  test('counts the threads that wait, by club, one’s own and muted clubs left out', async () => {
    await write(club, 'Un premier sujet', 2);
    const second = await write(club, 'Un deuxième sujet');
    await write(other, 'Un sujet d’un autre club');
    await buildThread(server, { club: club as TestClub, author: reader });
    await expect.poll(counts).toEqual({ total: 3, club: 2, other: 1 });
    await ok(reader.session, setRead, { id: second.id, number: 0 });
    expect(await counts()).toEqual({ total: 2, club: 1, other: 1 });
    await ok(reader.session, followClub, { slug: other?.slug as string, level: 'muted' });
    expect(await counts()).toEqual({ total: 1, club: 1, other: 0 });
    await ok(author.session, contract.forum.delete, { id: second.id });
    expect(await counts()).toEqual({ total: 1, club: 1, other: 0 });
  });

  test('is nobody’s without a session, and nothing for who follows nothing', async () => {
    await refused(anonymous(), unread, {}, 'unauthenticated');
    await write(club, 'Un sujet que personne ne suit');
    expect(await ok((await buildPerson(server)).session, unread)).toEqual({ total: 0, clubs: [] });
  });
});

describe('attention.catchUp', () => {
  test('mentions and answers to one’s own come first, then each club’s latest first', async () => {
    const own = await buildThread(server, { club: other as TestClub, author: reader, title: 'Ma propre question' });
    await write(other, 'Un sujet du second club');
    await write(club, 'Un sujet plus ancien');
    await write(club, 'Un sujet plus récent');
    const named = await write(other, 'Un sujet qui me nomme');
    await ok(author.session, contract.forum.reply, { id: named.id, body: mentioning(reader) });
    await buildReply(author, own.thread.id);
    await expect
      .poll(async () => (await ok(reader.session, catchUp)).items.map(({ reason, thread }) => [reason, thread.title]))
      .toEqual([
        ['mentioned', 'Un sujet qui me nomme'],
        ['own', 'Ma propre question'],
        ['followed', 'Un sujet plus récent'],
        ['followed', 'Un sujet plus ancien'],
        ['followed', 'Un sujet du second club'],
      ]);
  });

  test('is read in pages, each thread once', async () => {
    const made: string[] = [];
    for (let i = 1; i <= 5; i++) made.push((await write(i % 2 ? club : other, `Un sujet parmi d’autres ${i}`)).id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ok(reader.session, catchUp, { limit: 2, cursor });
      seen.push(...page.items.map(({ thread }) => thread.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.toSorted()).toEqual(made.toSorted());
  });

  test('tells of nothing one may no longer read', async () => {
    await write(other, 'Un sujet réservé aux membres');
    expect(await titles()).toHaveLength(1);
    await ok(reader.session, contract.clubs.leave, { slug: other?.slug as string });
    expect(await titles()).toEqual([]);
  });

  test('is refused without a session and with a cursor that is none', async () => {
    await refused(anonymous(), catchUp, {}, 'unauthenticated');
    for (const cursor of ['x', '0~0~0', '3~0~-1~ffffffffffffffffffffffff'])
      await refused(reader.session, catchUp, { cursor }, 'invalid-input');
  });
});

describe('attention.clear', () => {
  test('clears what had happened by then, in every club, and nothing that came later', async () => {
    const kept = await write(club, 'Un sujet qui bouge encore', 2);
    await ok(reader.session, setRead, { id: kept.id, number: 1 });
    await write(other, 'Un sujet jamais ouvert', 1);
    const { asOf } = await ok(reader.session, catchUp);
    await buildReply(author, kept.id);
    await write(other, 'Un sujet venu ensuite');
    expect((await ok(reader.session, clear, { until: asOf })).total).toBe(2);
    const { items } = await ok(reader.session, catchUp);
    expect(items.map(({ thread }) => [thread.title, thread.unread, thread.isNew])).toEqual([
      ['Un sujet qui bouge encore', 1, false],
      ['Un sujet venu ensuite', 0, true],
    ]);
    // Done again, or with an instant still to come, it clears no more than is there.
    expect(await ok(reader.session, clear, { until: '2999-01-01T00:00:00.000Z' })).toEqual({ total: 0, clubs: [] });
    await buildReply(author, kept.id);
    expect((await counts()).total).toBe(1);
  });

  test('is refused without a session and without an instant', async () => {
    await refused(anonymous(), clear, { until: new Date().toISOString() }, 'unauthenticated');
    for (const until of ['hier', '', null]) await refused(reader.session, clear, { until }, 'invalid-input');
  });
});

describe('attention.readClub', () => {
  test('clears one club and leaves the others', async () => {
    await write(club, 'Un sujet du premier club', 1);
    await write(other, 'Un sujet du second club', 1);
    await ok(reader.session, readClub, { slug: club?.slug as string, until: new Date().toISOString() });
    expect(await counts()).toEqual({ total: 1, club: 0, other: 1 });
  });

  test('is refused outside of the club, without a session and without an instant', async () => {
    const slug = other?.slug as string;
    const until = new Date().toISOString();
    await refused(anonymous(), readClub, { slug, until }, 'unauthenticated');
    await refused((await buildPerson(server)).session, readClub, { slug, until }, 'not-found');
    await refused(reader.session, readClub, { slug, until: 'hier' }, 'invalid-input');
  });
});
