import { contract } from '@beffroi/shared/contract';
import type { RichText } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshActor } from '../../../server/src/features/accounts/accounts.queries.ts';
import { PersonModel } from '../../../server/src/features/accounts/person.model.ts';
import { startSettlingRequests } from '../../../server/src/features/clubs/settle-requests.ts';
import { createReply } from '../../../server/src/features/forum/commands/create-reply.ts';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { atInstant } from '../../../server/src/platform/clock.ts';
import { ok } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

let server: Server;
let asker: TestPerson;
let answerer: TestPerson;
let third: TestPerson;
beforeAll(async () => {
  server = await startServer();
  [asker, answerer, third] = [await buildPerson(server), await buildPerson(server, { commune: 'onnaing' }), await buildPerson(server)];
});

const mentioning = (...people: TestPerson[]): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: people.map(({ id, name }) => ({ type: 'mention', attrs: { id, label: name } })) }],
});

/** What a person was told in a thread, in order. */
const toldTo = async ({ id }: TestPerson, threadId: string): Promise<string[]> => {
  await allTold();
  return (await NotificationModel.find({ personId: id, threadId }).sort({ _id: 1 }).lean()).map(({ kind }) => kind);
};

describe('in the forum', () => {
  test('a reply is told to those who wrote in the thread, but its author', async () => {
    const { thread } = await buildThread(server, { author: asker });
    await buildReply(answerer, thread.id);
    await allTold();
    await buildReply(third, thread.id);
    expect(await toldTo(asker, thread.id)).toEqual(['reply', 'reply']);
    expect(await toldTo(answerer, thread.id)).toEqual(['reply']);
    expect(await toldTo(third, thread.id)).toEqual([]);
  });

  test('a reply waits unread for a member of the club, and is told to her once she follows all of it', async () => {
    const club = await buildClub({ access: 'request' });
    const member = await buildPerson(server, { clubs: [[club, 'member']] });
    const { thread } = await buildThread(server, { club, author: await buildPerson(server, { clubs: [[club, 'member']] }) });
    const another = await buildPerson(server, { clubs: [[club, 'member']] });
    expect(await toldTo(member, thread.id)).toEqual(['thread']);
    await buildReply(another, thread.id);
    expect(await toldTo(member, thread.id)).toEqual(['thread']);
    expect((await ok(member.session, contract.forum.get, { id: thread.id })).reading).toMatchObject({ unread: 1 });
    await ok(member.session, contract.attention.followClub, { slug: club.slug, level: 'all' });
    await buildReply(another, thread.id);
    expect(await toldTo(member, thread.id)).toEqual(['thread', 'reply']);
  });

  test('who is mentioned by an edit is told, once, also where she was told of the post before', async () => {
    const { thread } = await buildThread(server, { author: asker });
    const newcomer = await buildPerson(server);
    const first = await ok(answerer.session, contract.forum.reply, { id: thread.id, body: mentioning(third) });
    expect(await toldTo(asker, thread.id)).toEqual(['reply']);
    const edit = (version: number, ...people: TestPerson[]) =>
      ok(answerer.session, contract.forum.editReply, { id: first.id, version, body: mentioning(...people) });
    await edit(1, third, newcomer, asker);
    await edit(2, third, newcomer);
    await edit(3, newcomer, third, asker);
    const { title, version } = thread;
    await ok(asker.session, contract.forum.edit, { id: thread.id, version, title, body: mentioning(third) });
    expect(await toldTo(newcomer, thread.id)).toEqual(['mention']);
    expect(await toldTo(asker, thread.id)).toEqual(['reply', 'mention']);
    expect(await toldTo(third, thread.id)).toEqual(['mention', 'mention']);
  });

  test('what was read of a thread, or cleared, waits in the bell no more; what came after does', async () => {
    const [first, second] = [(await buildThread(server, { author: asker })).thread, (await buildThread(server, { author: asker })).thread];
    for (const { id } of [first, second]) await ok(answerer.session, contract.forum.reply, { id, body: mentioning(third) });
    await ok(answerer.session, contract.forum.reply, { id: first.id, body: mentioning(third) });
    await allTold();
    const waiting = async () => {
      const found = await NotificationModel.find({ personId: third.id, unread: true, threadId: { $in: [first.id, second.id] } }).lean();
      return found.map(({ threadId, replyNumber }) => `${threadId === first.id ? 'first' : 'second'} ${replyNumber}`).sort();
    };
    expect(await waiting()).toEqual(['first 1', 'first 2', 'second 1']);
    await NotificationModel.updateOne({ personId: third.id, threadId: first.id, replyNumber: 1 }, { $set: { mailHold: true } });
    await ok(third.session, contract.attention.setRead, { id: first.id, number: 1 });
    await expect.poll(waiting).toEqual(['first 2', 'second 1']);
    expect(await NotificationModel.exists({ personId: third.id, mailHold: true })).toBeNull();
    await ok(third.session, contract.attention.clear, { until: new Date().toISOString() });
    await expect.poll(waiting).toEqual([]);
  });

  test('who is mentioned is told that, once, and nobody who may not read', async () => {
    const { thread } = await buildThread(server, { author: asker });
    const club = await buildClub({ access: 'request' });
    await ok(answerer.session, contract.forum.reply, { id: thread.id, body: mentioning(asker, third) });
    expect(await toldTo(asker, thread.id)).toEqual(['mention']);
    expect(await toldTo(third, thread.id)).toEqual(['mention']);
    const member = await buildPerson(server, { clubs: [[club, 'member']] });
    const inside = await ok(member.session, contract.forum.create, {
      slug: club.slug,
      kind: 'question',
      title: 'Une question entre nous ?',
      body: mentioning(asker),
    });
    expect(await toldTo(asker, inside.id)).toEqual([]);
  });

  test('a new thread is told to the members of its club', async () => {
    const club = await buildClub();
    const member = await buildPerson(server, { clubs: [[club, 'member']] });
    const { thread } = await buildThread(server, { club, author: asker });
    expect(await toldTo(member, thread.id)).toEqual(['thread']);
    expect(await toldTo(third, thread.id)).toEqual([]);
  });

  test('an accepted answer is told to its author, once however often it is accepted', async () => {
    const { thread } = await buildThread(server, { author: asker });
    const reply = await buildReply(answerer, thread.id);
    for (let i = 0; i < 2; i++) {
      await ok(asker.session, contract.forum.accept, { id: thread.id, replyId: reply.id });
      await ok(asker.session, contract.forum.unaccept, { id: thread.id });
    }
    await ok(asker.session, contract.forum.accept, { id: thread.id, replyId: reply.id });
    expect(await toldTo(answerer, thread.id)).toEqual(['answer-accepted']);
  });

  test('what is old rings nobody', async () => {
    const { thread } = await buildThread(server, { author: asker });
    const actor = await freshActor(answerer.id);
    const lastWeek = new Date(Date.now() - 7 * 86_400_000);
    await atInstant(lastWeek, () => createReply(actor, { id: thread.id, body: mentioning(asker) }));
    expect(await toldTo(asker, thread.id)).toEqual([]);
  });
});

describe('at the door of a club', () => {
  const toldIn = async (clubId: string, { id }: TestPerson) => {
    await allTold();
    return (await NotificationModel.find({ personId: id, clubId }).lean()).map(({ kind, note }) => [kind, note]);
  };

  test('its pilots are told who asks, and she of their decision', async () => {
    const club = await buildClub({ access: 'request' });
    const [pilot, member] = [
      await buildPerson(server, { clubs: [[club, 'pilot']] }),
      await buildPerson(server, { clubs: [[club, 'member']] }),
    ];
    for (const [person, decision] of [
      [asker, 'accept'],
      [third, 'decline'],
    ] as const) {
      await ok(person.session, contract.clubs.join, { slug: club.slug });
      await expect.poll(() => toldIn(club.id, pilot)).toContainEqual(['join-request', null]);
      await ok(pilot.session, contract.clubs.decideRequest, { slug: club.slug, personId: person.id, decision });
    }
    expect(await toldIn(club.id, pilot)).toHaveLength(2);
    expect(await toldIn(club.id, member)).toEqual([]);
    expect(await toldIn(club.id, asker)).toEqual([['join-decision', 'Votre demande est acceptée\u00a0: vous êtes membre du club.']]);
    expect(await toldIn(club.id, third)).toEqual([['join-decision', 'Votre demande n’a pas été retenue.']]);
  });

  test('where nobody animates it, the administrators are told', async () => {
    const club = await buildClub({ access: 'request' });
    const administrator = await buildPerson(server, { administrator: true });
    await ok(asker.session, contract.clubs.join, { slug: club.slug });
    await expect.poll(() => toldIn(club.id, administrator)).toEqual([['join-request', null]]);
  });

  test('a decision that a crash cut short is carried out afterwards', async () => {
    const club = await buildClub({ access: 'request' });
    await buildPerson(server, { clubs: [[club, 'pilot']] });
    await ok(answerer.session, contract.clubs.join, { slug: club.slug });
    await PersonModel.updateOne(
      { _id: answerer.id, 'joinRequests.clubId': club.id },
      { $set: { 'joinRequests.$.decision': { accepted: true, byId: third.id }, 'joinRequests.$.due': true } },
    );
    const stop = startSettlingRequests();
    await expect.poll(async () => (await freshActor(answerer.id)).clubs[club.id]).toBe('member');
    await stop();
    expect((await toldIn(club.id, answerer)).map(([kind]) => kind)).toEqual(['join-decision']);
  });
});
