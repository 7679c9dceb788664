import { contract } from '@beffroi/shared/contract';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readNumberOf } from '../../../server/src/features/attention/attention.queries.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import {
  buildClub,
  buildPerson,
  buildReply,
  buildThread,
  openSession,
  type TestClub,
  type TestPerson,
  type TestThread,
} from '../../support/world.ts';

const { setRead } = contract.attention;

let server: Server;
let club: TestClub;
let reader: TestPerson;
let author: TestPerson;
let written: TestThread;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  club = await buildClub({ access: 'request' });
  author = await buildPerson(server, { clubs: [[club, 'member']] });
  reader = await buildPerson(server, { clubs: [[club, 'member']], commune: 'onnaing' });
  written = await buildThread(server, { club, author, replies: 4 });
});

/** What the club's list says of the thread to that person. */
const row = async (who: TestPerson = reader) => {
  const { items } = await ok(who.session, contract.forum.list, { slug: club.slug });
  const item = items.find(({ id }) => id === written.thread.id);
  return item && { unread: item.unread, isNew: item.isNew };
};
const read = (number: number, who: TestPerson = reader) => ok(who.session, setRead, { id: written.thread.id, number });

describe('attention.setRead', () => {
  test('what one has seen leaves what one has not, on every device the same', async () => {
    expect(await row()).toEqual({ unread: 4, isNew: true });
    expect(await read(3)).toEqual({ threadId: written.thread.id, read: 3 });
    const phone = { ...reader, session: await openSession(server, reader.id) };
    for (const device of [reader, phone]) expect(await row(device)).toEqual({ unread: 1, isNew: false });
    const page = await ok(phone.session, contract.forum.get, { id: written.thread.id });
    expect(page.reading).toEqual({ read: 3, unread: 1, isNew: false, level: null, clubLevel: 'essential' });
  });

  test('never goes back, and never beyond what is there', async () => {
    await read(3);
    expect(await read(1)).toMatchObject({ read: 3 });
    expect(await read(1_000)).toMatchObject({ read: 4 });
    await buildReply(author, written.thread.id);
    expect(await row()).toEqual({ unread: 1, isNew: false });
  });

  test('comes to the highest, whatever the order, the doubles and the devices', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 }), async (numbers) => {
        const before = (await readNumberOf(reader.id, written.thread.id)) ?? 0;
        await Promise.all(numbers.map((number) => read(number)));
        expect(await readNumberOf(reader.id, written.thread.id)).toBe(Math.max(before, ...numbers));
      }),
      { numRuns: 8 },
    );
  });

  test('what is deleted does not stay unread, what comes back does', async () => {
    await read(2);
    const [third, fourth] = written.replies.slice(2);
    await ok(author.session, contract.forum.deleteReply, { id: fourth?.id as string });
    expect(await row()).toEqual({ unread: 1, isNew: false });
    await ok(author.session, contract.forum.deleteReply, { id: third?.id as string });
    expect(await row()).toEqual({ unread: 0, isNew: false });
    await ok(author.session, contract.forum.restoreReply, { id: fourth?.id as string });
    expect(await row()).toEqual({ unread: 1, isNew: false });
  });

  test('one’s own words are nothing new to oneself, between those of others too', async () => {
    // What she wrote is noted as hers right after it stands.
    await expect.poll(() => row(author)).toEqual({ unread: 0, isNew: false });
    await read(2);
    await buildReply(reader, written.thread.id);
    await expect.poll(() => row()).toEqual({ unread: 2, isNew: false });
    await buildReply(author, written.thread.id);
    expect(await row()).toEqual({ unread: 3, isNew: false });
    await read(6);
    expect(await row()).toEqual({ unread: 0, isNew: false });
  });

  test('is refused outside of the club, without a session and beyond reason', async () => {
    const id = written.thread.id;
    await refused({ url: server.url, cookie: '' }, setRead, { id, number: 1 }, 'unauthenticated');
    await refused((await buildPerson(server)).session, setRead, { id, number: 1 }, 'not-found');
    for (const number of [-1, 1.5, '1', null, 10 ** 12]) await refused(reader.session, setRead, { id, number }, 'invalid-input');
    await ok(author.session, contract.forum.delete, { id });
    await refused(author.session, setRead, { id, number: 1 }, 'forbidden');
  });
});

describe('a newcomer', () => {
  test('is met by what comes after her, and by nothing of before', async () => {
    const older = await buildThread(server, { club, author });
    const late = await buildPerson(server, { clubs: [[club, 'member']], commune: 'condé' });
    expect(await row(late)).toEqual({ unread: 0, isNew: false });
    await buildReply(author, written.thread.id);
    await buildReply(author, written.thread.id);
    expect(await row(late)).toEqual({ unread: 2, isNew: false });
    // Looking at the first replies of an old thread does not make the others unread.
    expect(await read(1, late)).toMatchObject({ read: 4 });
    expect(await row(late)).toEqual({ unread: 2, isNew: false });
    const { items } = await ok(late.session, contract.forum.list, { slug: club.slug });
    expect(items.find(({ id }) => id === older.thread.id)).toMatchObject({ unread: 0, isNew: false });
  });

  test('among several is met by what came after her own arrival, whoever looks first', async () => {
    const arrivals: TestPerson[] = [];
    for (let i = 0; i < 4; i++) {
      arrivals.push(await buildPerson(server, { clubs: [[club, 'member']] }));
      // Two of them come between the same two replies.
      if (i !== 1) await buildReply(author, written.thread.id);
    }
    const unread = async () => Promise.all(arrivals.map(async (who) => (await row(who))?.unread));
    expect([await row(arrivals[2]), await row(arrivals[3]), await row(arrivals[1]), await row(arrivals[0])]).toMatchObject(
      [2, 1, 2, 3].map((count) => ({ unread: count })),
    );
    await buildReply(author, written.thread.id);
    expect(await unread()).toEqual([4, 3, 3, 2]);
  });

  test('who leaves and comes back is one again', async () => {
    const open = await buildClub();
    const guest = await buildPerson(server, { clubs: [[open, 'member']] });
    await ok(guest.session, contract.clubs.leave, { slug: open.slug });
    await buildThread(server, { club: open });
    await ok(guest.session, contract.clubs.join, { slug: open.slug });
    const { items } = await ok(guest.session, contract.forum.list, { slug: open.slug });
    expect(items).toMatchObject([{ unread: 0, isNew: false }]);
  });
});
