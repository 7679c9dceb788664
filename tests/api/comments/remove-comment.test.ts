import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CommentThreadModel } from '../../../server/src/features/comments/comment-thread.model.ts';
import { sweepComments } from '../../../server/src/features/comments/tell-comment.ts';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { buildText, type LiveText, paragraph } from '../../support/live-text.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { create, list, reply, restore, remove: takeOut } = contract.comments;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let member: TestPerson;
let guest: TestPerson;
let outsider: TestPerson;
let templateId: string;
let text: LiveText;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub({ access: 'request' });
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  member = await buildPerson(server, { clubs: [[club, 'member']] });
  guest = await buildPerson(server, { clubs: [[club, 'guest']], commune: null });
  outsider = await buildPerson(server);
});
beforeEach(async () => {
  const built = await buildText(pilot, club, [paragraph('La part fixe est de 15 % du prix.')]);
  [templateId, text] = [built.template.id, built.text];
});

const nobody = () => ({ url: server.url, cookie: '' });
const body = paragraphs('Onnaing demande 10 %.');
const made = (by: TestPerson = member): Promise<CommentThread> =>
  ok(by.session, create, { id: templateId, anchor: text.anchor('15 %'), body });

describe('comments.remove', () => {
  const reason = 'Cite un administré.';

  test('takes another’s out of sight, in the model’s name; its author alone reads why, and is told', async () => {
    const { id } = await made();
    const second = await made(guest);
    expect(await ok(pilot.session, takeOut, { id, reason })).toMatchObject({ deleted: true, body: null, removal: { reason } });
    const shownTo = async (who: TestPerson) => (await ok(who.session, list, { id: templateId })).items;
    expect((await shownTo(member)).find((thread) => thread.id === id)).toMatchObject({ removal: { by: { id: pilot.id }, reason } });
    expect((await shownTo(guest)).map((thread) => thread.id)).toEqual([second.id]);
    await expect
      .poll(() =>
        NotificationModel.find({ personId: member.id, commentId: id, kind: 'moderation' }, { _id: 0, note: 1, templateId: 1 }).lean(),
      )
      .toEqual([{ note: reason, templateId }]);
    // Undone, it is as it was, and there is no reason any more.
    expect(await ok(pilot.session, restore, { id })).toMatchObject({ deleted: false, removal: null, body });
  });

  test('an answer goes, what it answered stays; who is neither its author nor leads the model is not told why', async () => {
    const { id } = await made();
    const { replies } = await ok(guest.session, reply, { id, body });
    const answer = replies[0]?.id ?? '';
    expect(await ok(pilot.session, takeOut, { id: answer, reason })).toMatchObject({
      deleted: false,
      replies: [{ deleted: true, body: null }],
    });
    const removalFor = async (who: TestPerson) => (await ok(who.session, list, { id: templateId })).items[0]?.replies[0]?.removal;
    expect(await removalFor(guest)).toMatchObject({ reason });
    expect(await removalFor(member)).toBeNull();
  });

  test('is for who leads the model, with a reason, of what another wrote', async () => {
    const { id } = await made();
    await refused(nobody(), takeOut, { id, reason }, 'unauthenticated');
    await refused(outsider.session, takeOut, { id, reason }, 'not-found');
    await refused(guest.session, takeOut, { id, reason }, 'forbidden');
    const colleague = await buildPerson(server, { clubs: [[club, 'member']] });
    await refused(colleague.session, takeOut, { id, reason }, 'forbidden');
    await refused(member.session, takeOut, { id, reason }, 'forbidden');
    await refused(pilot.session, takeOut, { id }, 'invalid-input');
    await refused(pilot.session, takeOut, { id, reason: ' ' }, 'invalid-input');
    const own = await made(pilot);
    await refused(pilot.session, takeOut, { id: own.id, reason }, 'forbidden');
    await ok(pilot.session, takeOut, { id, reason });
    await refused(pilot.session, takeOut, { id, reason }, 'forbidden');
  });

  test('what a crash kept from being told is told and recorded by the sweep, once', async () => {
    const { id } = await made();
    await ok(pilot.session, takeOut, { id, reason });
    await expect.poll(() => CommentThreadModel.exists({ _id: id, 'acts._id': { $exists: true } })).toBeNull();
    const removal = (await CommentThreadModel.findById(id).lean())?.removal;
    const act = { _id: removal?.actId, at: new Date(), action: 'remove-comment', clubId: club.id, reason };
    const by = { id: pilot.id, name: pilot.name, commune: null };
    const target = { kind: 'template', id: templateId, threadId: null, number: null, label: 'CCAP' };
    await CommentThreadModel.updateOne({ _id: id }, { $push: { acts: { ...act, by, target } } });
    await sweepComments();
    expect(await CommentThreadModel.exists({ _id: id, 'acts._id': { $exists: true } })).toBeNull();
    expect(await NotificationModel.countDocuments({ personId: member.id, commentId: id, kind: 'moderation' })).toBe(1);
  });
});
