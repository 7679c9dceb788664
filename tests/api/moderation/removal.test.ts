import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { get, remove, removeReply, restore } = contract.forum;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  agent = await buildPerson(server);
});

const told = (personId: string) => NotificationModel.find({ personId, kind: 'moderation' }).sort({ at: 1 }).lean();

describe('forum.remove', () => {
  test('takes the thread out of sight; its author alone sees why and by whom, without its text', async () => {
    const { thread } = await buildThread(server, { club, author: agent });
    await ok(pilot.session, remove, { id: thread.id, reason: 'Cite un administré.' });
    const seen = await ok(agent.session, get, { id: thread.id });
    expect(seen).toMatchObject({ deleted: true, body: null, removal: { by: { id: pilot.id }, reason: 'Cite un administré.' } });
    const { 'thread.visit-club': visits, ...acts } = seen.abilities;
    expect(Object.values(acts)).not.toContain(true);
    expect(visits).toBe(true);
    await refused((await buildPerson(server)).session, get, { id: thread.id }, 'not-found');
    await expect
      .poll(async () => (await told(agent.id)).map(({ note, threadId }) => [note, threadId]))
      .toEqual([['Cite un administré.', thread.id]]);
    // Undone like any deletion.
    expect(await ok(pilot.session, restore, { id: thread.id })).toMatchObject({ deleted: false, removal: null });
  });

  test('one’s own text one deletes; others’ are for who animates the club, with a reason', async () => {
    const { thread } = await buildThread(server, { club, author: pilot });
    await refused(pilot.session, remove, { id: thread.id, reason: 'Le mien.' }, 'forbidden');
    await refused(agent.session, remove, { id: thread.id, reason: 'Pas le mien.' }, 'forbidden');
    const other = (await buildThread(server, { club, author: agent })).thread;
    await refused(pilot.session, remove, { id: other.id }, 'invalid-input');
    await refused(pilot.session, remove, { id: other.id, reason: ' ' }, 'invalid-input');
  });
});

describe('forum.removeReply', () => {
  test('takes the reply out of sight; who may not know is not told why', async () => {
    const { thread, replies } = await buildThread(server, { club, author: agent, replies: 1 });
    const [{ id } = { id: '' }] = replies;
    await refused(agent.session, removeReply, { id, reason: 'Le mien.' }, 'forbidden');
    expect(await ok(pilot.session, removeReply, { id, reason: 'Hors sujet.' })).toMatchObject({ deleted: true, body: null });
    const removalFor = async (who: TestPerson) => (await ok(who.session, get, { id: thread.id })).replies.items[0]?.removal;
    expect(await removalFor(agent)).toMatchObject({ reason: 'Hors sujet.' });
    expect(await removalFor(await buildPerson(server))).toBeNull();
  });
});
