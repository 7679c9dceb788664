import { contract } from '@beffroi/shared/contract';
import { paragraphs, type RichText } from '@beffroi/shared/core/rich-text';
import { templateRoom } from '@beffroi/shared/core/rooms';
import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CommentThreadModel } from '../../../server/src/features/comments/comment-thread.model.ts';
import { sweepComments } from '../../../server/src/features/comments/tell-comment.ts';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { buildText, type LiveText, paragraph } from '../../support/live-text.ts';
import { listen } from '../../support/socket-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { create, list, reply, edit, restore, resolve, reopen } = contract.comments;
const { delete: remove, remove: takeOut } = contract.comments;

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
  member = await buildPerson(server, { clubs: [[club, 'member']], commune: 'onnaing' });
  guest = await buildPerson(server, { clubs: [[club, 'guest']], commune: null });
  outsider = await buildPerson(server);
});
beforeEach(async () => {
  const built = await buildText(pilot, club, [paragraph('La part fixe est de 15 % du prix.')]);
  [templateId, text] = [built.template.id, built.text];
});

const nobody = () => ({ url: server.url, cookie: '' });
const body = paragraphs('Onnaing demande 10 %.');
const written = (more: object = {}) => ({ id: templateId, anchor: text.anchor('15 %'), body, ...more });
const made = (by: TestPerson = member, more: object = {}): Promise<CommentThread> => ok(by.session, create, written(more));
const mentioning = ({ id, name }: TestPerson): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id, label: name } }] }],
});
const told = (person: TestPerson, commentId: string) =>
  NotificationModel.find({ personId: person.id, commentId }, { _id: 0, kind: 1, note: 1 }).lean();

describe('comments.create', () => {
  test('keeps what is commented as the document says it, and tells who has the model open and who began it', async () => {
    const listener = await listen(guest.session);
    expect(await listener.watch(templateRoom(templateId))).toEqual({ ok: true });
    const thread = await made();
    expect(thread).toMatchObject({ templateId, quote: '15 %', author: { id: member.id }, resolution: null, replies: [] });
    expect(await listener.hears('comment.changed')).toEqual({ id: thread.id, templateId });
    await expect.poll(() => told(pilot, thread.id)).toEqual([{ kind: 'document-comment', note: 'Onnaing demande 10 %.' }]);
    const { items } = await ok(pilot.session, contract.notifications.list, {});
    expect(items[0]).toMatchObject({ kind: 'document-comment', template: { id: templateId }, commentId: thread.id });
  });

  test('what one was told of a model is read by opening it, and nothing else is', async () => {
    const other = await buildText(pilot, club, [paragraph('Un autre modèle.')]);
    const [here, there] = [
      await made(),
      await ok(member.session, create, { ...written(), id: other.template.id, anchor: other.text.anchor('autre') }),
    ];
    for (const { id } of [here, there]) await expect.poll(() => told(pilot, id), { timeout: 15_000 }).toHaveLength(1);
    const before = await ok(pilot.session, contract.notifications.unread);
    expect(before.templateIds).toEqual(expect.arrayContaining([templateId, other.template.id]));
    const after = await ok(pilot.session, contract.notifications.read, { templateId });
    expect(after.templateIds).toContain(other.template.id);
    expect(after.templateIds).not.toContain(templateId);
    expect(after.count).toBe(before.count - 1);
  });

  test('sent twice with one key is made once', async () => {
    const idempotencyKey = crypto.randomUUID();
    const anchor = text.anchor('part fixe');
    const [first, again] = await Promise.all([made(member, { idempotencyKey, anchor }), made(member, { idempotencyKey, anchor })]);
    expect(again.id).toBe(first.id);
  });

  test('tells who is mentioned, once, and by the name the server knows', async () => {
    const thread = await made(member, { body: mentioning({ ...pilot, name: 'Quelqu’un d’autre' }) });
    expect(JSON.stringify(thread.body)).toContain(pilot.name);
    await expect.poll(async () => (await told(pilot, thread.id)).map(({ kind }) => kind)).toEqual(['mention']);
  });

  test('is for who may propose, of a passage that is there', async () => {
    await refused(nobody(), create, written(), 'unauthenticated');
    await refused(outsider.session, create, written(), 'not-found');
    await refused(member.session, create, written({ anchor: { from: 'AAAA', to: 'AAAA' } }), 'conflict');
    await refused(member.session, create, written({ body: paragraphs('x'.repeat(4_001)) }), 'invalid-input');
    await refused(member.session, create, written({ body: mentioning({ ...pilot, id: 'f'.repeat(24) }) }), 'invalid-input');
    const open = await buildClub();
    const leader = await buildPerson(server, { clubs: [[open, 'pilot']] });
    const { template, text: theirs } = await buildText(leader, open, [paragraph('Un texte ouvert.')]);
    await refused(outsider.session, create, { id: template.id, anchor: theirs.anchor('ouvert'), body }, 'forbidden');
  });
});

describe('comments.list', () => {
  test('gives open or resolved ones, the last begun first, page by page', async () => {
    const [first, earlier, second] = [await made(), await made(), await made()];
    await ok(member.session, resolve, { id: first.id });
    const open = await ok(guest.session, list, { id: templateId, status: 'open', limit: 1 });
    expect(open.items.map(({ id }) => id)).toEqual([second.id]);
    expect(open.abilities).toEqual({ 'comment.create': true });
    const next = await ok(guest.session, list, { id: templateId, status: 'open', cursor: open.nextCursor as string });
    expect(next.items.map(({ id }) => id)).toEqual([earlier.id]);
    const resolved = await ok(guest.session, list, { id: templateId, status: 'resolved' });
    expect(resolved.items.map(({ id }) => id)).toEqual([first.id]);
    await refused(nobody(), list, { id: templateId }, 'unauthenticated');
    await refused(outsider.session, list, { id: templateId }, 'not-found');
    await refused(member.session, list, { id: templateId, cursor: '!' }, 'invalid-input');
  });
});

describe('comments.reply', () => {
  test('answers, opens a resolved comment again and tells who takes part', async () => {
    const { id } = await made();
    await ok(member.session, resolve, { id });
    const idempotencyKey = crypto.randomUUID();
    await ok(guest.session, reply, { id, body, idempotencyKey });
    const { replies, resolution } = await ok(guest.session, reply, { id, body, idempotencyKey });
    expect(replies).toMatchObject([{ author: { id: guest.id } }]);
    expect(resolution).toBeNull();
    const answer = replies[0]?.id ?? '';
    await expect.poll(async () => (await told(member, answer)).map(({ kind }) => kind)).toEqual(['document-comment']);
    expect(await told(guest, answer)).toEqual([]);
  });

  test('is one level deep, and for who may propose', async () => {
    const { id } = await made();
    const { replies } = await ok(guest.session, reply, { id, body });
    await refused(guest.session, reply, { id: replies[0]?.id, body }, 'invalid-input');
    await refused(nobody(), reply, { id, body }, 'unauthenticated');
    await refused(outsider.session, reply, { id, body }, 'not-found');
    await refused(guest.session, reply, { id }, 'invalid-input');
    await ok(member.session, remove, { id });
    await refused(guest.session, reply, { id, body }, 'forbidden');
  });
});

describe('comments.edit', () => {
  test('tells who is mentioned from now on, and not again who was', async () => {
    const thread = await made(member, { body: mentioning(pilot) });
    await expect.poll(async () => (await told(pilot, thread.id)).length).toBe(1);
    const { content } = mentioning(pilot);
    const both = { ...mentioning(guest), content: [...content, ...mentioning(guest).content] } as RichText;
    await ok(member.session, edit, { id: thread.id, body: both, version: 1 });
    await expect.poll(async () => (await told(guest, thread.id)).map(({ kind }) => kind)).toEqual(['mention']);
    expect(await told(pilot, thread.id)).toHaveLength(1);
  });

  test('is for its author, on the version she read', async () => {
    const thread = await made();
    const { replies } = await ok(guest.session, reply, { id: thread.id, body });
    const id = replies[0]?.id ?? '';
    const better = paragraphs('Ou 12 %.');
    await refused(nobody(), edit, { id, body: better, version: 1 }, 'unauthenticated');
    await refused(outsider.session, edit, { id, body: better, version: 1 }, 'not-found');
    await refused(member.session, edit, { id, body: better, version: 1 }, 'forbidden');
    await refused(pilot.session, edit, { id: thread.id, body: better, version: 1 }, 'forbidden');
    await refused(guest.session, edit, { id, body: better, version: 0 }, 'invalid-input');
    const edited = await ok(guest.session, edit, { id, body: better, version: 1 });
    expect(edited.replies[0]).toMatchObject({ version: 2, body: better });
    const { current } = await refused(guest.session, edit, { id, body, version: 1 }, 'conflict');
    expect(current).toMatchObject({ id: thread.id, replies: [{ version: 2 }] });
    expect(await ok(member.session, edit, { id: thread.id, body: better, version: 1 })).toMatchObject({ version: 2, body: better });
  });
});

describe('comments.delete', () => {
  test('takes one’s own out of sight; another’s is not anybody’s to delete', async () => {
    const { id } = await made();
    await refused(nobody(), remove, { id }, 'unauthenticated');
    await refused(outsider.session, remove, { id }, 'not-found');
    await refused(guest.session, remove, { id }, 'forbidden');
    await refused(member.session, remove, { id: 'x'.repeat(65) }, 'invalid-input');
    const { replies } = await ok(guest.session, reply, { id, body });
    const answer = replies[0]?.id ?? '';
    await refused(pilot.session, remove, { id: answer }, 'forbidden');
    expect(await ok(guest.session, remove, { id: answer })).toMatchObject({ replies: [{ deleted: true, body: null, removal: null }] });
    expect(await ok(member.session, remove, { id })).toMatchObject({ deleted: true, body: null });
    const { items } = await ok(guest.session, list, { id: templateId });
    expect(items.map((thread) => thread.id)).not.toContain(id);
  });
});

describe('comments.restore', () => {
  test('is for who deleted it', async () => {
    const { id } = await made();
    await ok(pilot.session, takeOut, { id, reason: 'Hors sujet.' });
    await refused(nobody(), restore, { id }, 'unauthenticated');
    await refused(outsider.session, restore, { id }, 'not-found');
    await refused(member.session, restore, { id }, 'forbidden');
    await refused(pilot.session, restore, { id: 'x'.repeat(65) }, 'invalid-input');
    expect(await ok(pilot.session, restore, { id })).toMatchObject({ deleted: false, body });
  });
});

describe('comments.resolve', () => {
  test('is for who asked or who writes in the document', async () => {
    const { id } = await made();
    await refused(nobody(), resolve, { id }, 'unauthenticated');
    await refused(outsider.session, resolve, { id }, 'not-found');
    await refused(guest.session, resolve, { id }, 'forbidden');
    await refused(member.session, resolve, { id: 'x'.repeat(65) }, 'invalid-input');
    expect((await ok(pilot.session, resolve, { id })).resolution).toMatchObject({ by: { id: pilot.id } });
  });
});

describe('comments.reopen', () => {
  test('is for the same', async () => {
    const { id } = await made();
    await ok(member.session, resolve, { id });
    await refused(nobody(), reopen, { id }, 'unauthenticated');
    await refused(outsider.session, reopen, { id }, 'not-found');
    await refused(guest.session, reopen, { id }, 'forbidden');
    await refused(member.session, reopen, { id: 'x'.repeat(65) }, 'invalid-input');
    expect((await ok(member.session, reopen, { id })).resolution).toBeNull();
  });
});

test('what a crash kept from being told is told by the sweep, once', async () => {
  const { id } = await made(guest);
  await expect.poll(() => told(pilot, id)).toHaveLength(1);
  await expect.poll(() => CommentThreadModel.exists({ _id: id, untold: { $exists: true } })).toBeNull();
  await CommentThreadModel.updateOne({ _id: id }, { $set: { untold: [id] } });
  await sweepComments({ all: true });
  expect(await CommentThreadModel.exists({ _id: id, untold: { $exists: true } })).toBeNull();
  expect(await told(pilot, id)).toHaveLength(1);
});
