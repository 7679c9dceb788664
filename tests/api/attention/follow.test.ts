import { contract } from '@beffroi/shared/contract';
import type { RichText } from '@beffroi/shared/core/rich-text';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshActor } from '../../../server/src/features/accounts/accounts.queries.ts';
import { followersOfClub, followersOfThread } from '../../../server/src/features/attention/attention.queries.ts';
import { visitClub as enterClub } from '../../../server/src/features/attention/commands/visit-club.ts';
import { atInstant } from '../../../server/src/platform/clock.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson, type TestThread } from '../../support/world.ts';

const { followClub, followThread, visitClub } = contract.attention;

let server: Server;
let club: TestClub;
let author: TestPerson;
let reader: TestPerson;
let written: TestThread;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  club = await buildClub();
  author = await buildPerson(server, { clubs: [[club, 'member']] });
  reader = await buildPerson(server, { clubs: [[club, 'member']], commune: 'onnaing' });
  written = await buildThread(server, { club, author, replies: 1 });
});

const anonymous = () => ({ url: server.url, cookie: '' });
const unreadIn = async (who: TestPerson): Promise<number | null | undefined> =>
  (await ok(who.session, contract.forum.list, { slug: club.slug })).items.find(({ id }) => id === written.thread.id)?.unread;
const mentioning = ({ id, name }: TestPerson): RichText =>
  ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id, label: name } }] }] }) as RichText;
const everyone = async (pages: AsyncIterable<string[]>): Promise<string[]> => {
  const found: string[] = [];
  for await (const page of pages) found.push(...page);
  return found.sort();
};
const ids = (...people: TestPerson[]) => people.map(({ id }) => id).sort();

describe('attention.followClub', () => {
  test('in sourdine nothing is unread; followed again, only what comes from then on', async () => {
    expect(await ok(reader.session, followClub, { slug: club.slug, level: 'muted' })).toEqual({ level: 'muted' });
    expect(await unreadIn(reader)).toBeNull();
    await ok(reader.session, followClub, { slug: club.slug, level: 'all' });
    expect(await unreadIn(reader)).toBe(0);
    await buildReply(author, written.thread.id);
    expect(await unreadIn(reader)).toBe(1);
  });

  test('« mentions seulement » shows a thread while it mentions her', async () => {
    await ok(reader.session, followClub, { slug: club.slug, level: 'mentions' });
    expect(await unreadIn(reader)).toBeNull();
    await ok(author.session, contract.forum.reply, { id: written.thread.id, body: mentioning(reader) });
    await expect.poll(() => unreadIn(reader)).toBeGreaterThan(0);
    await ok(reader.session, contract.attention.setRead, { id: written.thread.id, number: 2 });
    expect(await unreadIn(reader)).toBeNull();
  });

  test('is refused outside of the club, without a session and at no known level', async () => {
    const closed = await buildClub({ access: 'request' });
    await refused(anonymous(), followClub, { slug: club.slug, level: 'all' }, 'unauthenticated');
    await refused(reader.session, followClub, { slug: closed.slug, level: 'all' }, 'not-found');
    for (const level of ['loud', null, 1]) await refused(reader.session, followClub, { slug: club.slug, level }, 'invalid-input');
  });
});

describe('attention.followThread', () => {
  const follow = (who: TestPerson, level: 'all' | 'mentions' | 'muted' | null) =>
    ok(who.session, followThread, { id: written.thread.id, level });

  test('a thread’s own level wins over its club’s, and null gives it back', async () => {
    expect(await follow(reader, 'muted')).toEqual({ threadId: written.thread.id, level: 'muted', clubLevel: 'essential' });
    expect(await unreadIn(reader)).toBeNull();
    await follow(reader, null);
    expect(await unreadIn(reader)).toBe(1);
  });

  test('who takes part follows, even where the club is in sourdine, unless she chose otherwise', async () => {
    const [taker, chooser] = [reader, await buildPerson(server, { clubs: [[club, 'member']], commune: 'condé' })];
    for (const who of [taker, chooser]) await ok(who.session, followClub, { slug: club.slug, level: 'muted' });
    await follow(chooser, 'muted');
    for (const who of [taker, chooser]) await buildReply(who, written.thread.id);
    await expect.poll(() => unreadIn(taker)).not.toBeNull();
    await ok(taker.session, contract.attention.setRead, { id: written.thread.id, number: 3 });
    await buildReply(author, written.thread.id);
    expect(await unreadIn(taker)).toBe(1);
    expect(await unreadIn(chooser)).toBeNull();
  });

  test('« moi aussi » follows, and taken back follows no more', async () => {
    await ok(reader.session, followClub, { slug: club.slug, level: 'muted' });
    await ok(reader.session, contract.forum.setMeToo, { id: written.thread.id });
    await expect.poll(() => unreadIn(reader)).not.toBeNull();
    await ok(reader.session, contract.forum.unsetMeToo, { id: written.thread.id });
    await expect.poll(() => unreadIn(reader)).toBeNull();
  });

  test('is refused outside of the club, without a session and for what is deleted', async () => {
    const closed = await buildThread(server, { club: await buildClub({ access: 'request' }) });
    await refused(anonymous(), followThread, { id: written.thread.id, level: 'all' }, 'unauthenticated');
    await refused(reader.session, followThread, { id: closed.thread.id, level: 'all' }, 'not-found');
    await refused(reader.session, followThread, { id: written.thread.id, level: 'loud' }, 'invalid-input');
    await ok(author.session, contract.forum.delete, { id: written.thread.id });
    await refused(author.session, followThread, { id: written.thread.id, level: 'all' }, 'forbidden');
  });
});

describe('who follows', () => {
  test('a club: its members but those who chose less, and who chose it without being one, each once', async () => {
    const quiet = await buildPerson(server, { clubs: [[club, 'member']] });
    const curious = await buildPerson(server);
    await ok(quiet.session, followClub, { slug: club.slug, level: 'mentions' });
    await ok(curious.session, followClub, { slug: club.slug, level: 'essential' });
    await ok(reader.session, followClub, { slug: club.slug, level: 'all' });
    expect(await everyone(followersOfClub(club.id))).toEqual(ids(author, reader, curious));
  });

  test('a thread: who takes part or follows it for itself, and who follows all of its club without having chosen less here', async () => {
    const [quiet, usual] = [
      await buildPerson(server, { clubs: [[club, 'member']] }),
      await buildPerson(server, { clubs: [[club, 'member']] }),
    ];
    const elsewhere = await buildPerson(server);
    for (const who of [quiet, reader]) await ok(who.session, followClub, { slug: club.slug, level: 'all' });
    await ok(usual.session, followClub, { slug: club.slug, level: 'essential' });
    await ok(quiet.session, followThread, { id: written.thread.id, level: 'muted' });
    await ok(elsewhere.session, followThread, { id: written.thread.id, level: 'all' });
    await expect.poll(() => everyone(followersOfThread(written.thread.id))).toEqual(ids(author, reader, elsewhere));
    await ok(reader.session, followClub, { slug: club.slug, level: 'muted' });
    expect(await everyone(followersOfThread(written.thread.id))).toEqual(ids(author, elsewhere));
  });
});

describe('attention.visitClub', () => {
  const visit = (who: TestPerson = reader) => ok(who.session, visitClub, { slug: club.slug });

  test('a first visit, and one right after it, have nothing to compare with', async () => {
    const first = { level: 'essential', since: null, threads: 0, replies: 0 };
    expect(await visit()).toEqual(first);
    expect(await visit()).toEqual(first);
  });

  test('after an absence it says what others wrote since, and goes on saying it for the whole visit', async () => {
    const away = new Date(Date.now() - 48 * 3_600_000);
    const actor = await freshActor(reader.id);
    await atInstant(away, () => enterClub(actor, club.slug));
    await buildReply(reader, written.thread.id);
    const since = { level: 'essential', since: away.toISOString(), threads: 1, replies: 1 };
    expect(await visit()).toEqual(since);
    expect(await visit()).toEqual(since);
    const list = (instant: Date) => ok(reader.session, contract.forum.list, { slug: club.slug, since: instant.toISOString() });
    expect((await list(away)).items.map(({ id }) => id)).toEqual([written.thread.id]);
    expect((await list(new Date(Date.now() + 60_000))).items).toEqual([]);
  });

  test('is refused outside of the club and without a session', async () => {
    await refused(anonymous(), visitClub, { slug: club.slug }, 'unauthenticated');
    await refused(reader.session, visitClub, { slug: (await buildClub({ access: 'invitation' })).slug }, 'not-found');
    await refused(reader.session, visitClub, { slug: 'Pas Un Nom' }, 'invalid-input');
  });
});
