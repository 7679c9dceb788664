import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { clubRoom, threadRoom } from '@beffroi/shared/core/rooms';
import { Types } from 'mongoose';
import { beforeAll, describe, expect, test } from 'vitest';
import { ReplyModel } from '../../../server/src/features/forum/reply.model.ts';
import { hasUnsettled, sweepUnsettled } from '../../../server/src/features/forum/settle.ts';
import { ThreadModel } from '../../../server/src/features/forum/thread.model.ts';
import { newAct } from '../../../server/src/platform/audit-trail.ts';
import { call, ok, refused, send } from '../../support/api-client.ts';
import { listen } from '../../support/socket-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';
import { uploadImage } from '../matrix/scene.ts';

const { get, list, move, edit } = contract.forum;

let server: Server;
let from: TestClub;
let to: TestClub;
let both: TestPerson;
let inFrom: TestPerson;
let inTo: TestPerson;
beforeAll(async () => {
  server = await startServer();
  [from, to] = [await buildClub({ access: 'request', name: 'Urbanisme' }), await buildClub({ access: 'request', name: 'Juridique' })];
  both = await buildPerson(server, {
    clubs: [
      [from, 'pilot'],
      [to, 'pilot'],
    ],
  });
  inFrom = await buildPerson(server, { clubs: [[from, 'member']] });
  inTo = await buildPerson(server, { clubs: [[to, 'member']] });
});

const settled = () => expect.poll(hasUnsettled).toBe(false);

describe('forum.move', () => {
  test('takes thread, replies, search and counters along, and the address stays', async () => {
    const { thread, replies } = await buildThread(server, { club: from, author: inFrom, replies: 2, title: 'Le pluviomètre communal' });
    await settled();
    const count = async (club: TestClub) => (await ok(both.session, contract.clubs.get, { slug: club.slug })).threadCount;
    const [before, beforeTo] = [await count(from), await count(to)];
    expect(await ok(both.session, move, { id: thread.id, club: to.slug })).toMatchObject({ clubSlug: to.slug, clubId: to.id });
    await settled();
    await refused(inFrom.session, get, { id: thread.id }, 'not-found');
    const moved = await ok(inTo.session, get, { id: thread.id });
    expect(moved.replies.items.map(({ id }) => id)).toEqual(replies.map(({ id }) => id));
    expect((await ReplyModel.find({ threadId: thread.id }).lean()).map(({ clubId }) => clubId)).toEqual([to.id, to.id]);
    expect((await ok(inTo.session, list, { slug: to.slug })).items.map(({ id }) => id)).toContain(thread.id);
    const search = async (who: TestPerson) => (await ok(who.session, contract.search.search, { q: 'pluviomètre' })).items.length;
    await expect.poll(() => search(inTo)).toBe(1);
    expect(await search(inFrom)).toBe(0);
    expect([await count(from), await count(to)]).toEqual([before - 1, beforeTo + 1]);
  });

  test('takes along a reply that was numbered while the thread moved and written after its replies had followed', async () => {
    const { thread, replies } = await buildThread(server, { club: from, author: inFrom, replies: 1 });
    await settled();
    await ok(both.session, move, { id: thread.id, club: to.slug });
    await settled();
    // As the reply’s command leaves it: written with the club it read, its thread not moved on yet.
    const unsettled = 'created:0123456789abcdef01234567';
    await ReplyModel.collection.updateOne({ _id: new Types.ObjectId(replies[0]?.id) }, { $set: { clubId: from.id, unsettled } });
    await ThreadModel.updateOne({ _id: thread.id }, { $set: { lastNumber: 0 } });
    await sweepUnsettled({ all: true });
    expect(await ReplyModel.findById(replies[0]?.id).lean()).toMatchObject({ clubId: to.id });
    expect(await ThreadModel.findById(thread.id).lean()).toMatchObject({ lastNumber: replies[0]?.number });
  });

  test('takes the rights on its images along', async () => {
    const image = (await uploadImage(inFrom.session, from)).body as { id: string; url: string };
    const { thread } = await buildThread(server, { club: from, author: inFrom });
    const body = {
      type: 'doc' as const,
      content: [{ type: 'image', attrs: { src: image.url, alt: 'Plan' } }, ...(paragraphs('Voir.').content ?? [])],
    };
    await ok(inFrom.session, edit, { id: thread.id, version: 1, title: thread.title, body: body as never });
    await settled();
    await ok(both.session, move, { id: thread.id, club: to.slug });
    await settled();
    expect((await send(inTo.session, image.url)).status).toBe(200);
    expect((await send(inFrom.session, image.url)).status).toBe(404);
    // The text may still be corrected where it is now.
    await ok(both.session, edit, { id: thread.id, version: 2, title: 'Un titre corrigé', body: body as never });
  });

  test('is for who animates both clubs, or the administrator', async () => {
    const { thread } = await buildThread(server, { club: from, author: inFrom });
    const one = await buildPerson(server, {
      clubs: [
        [from, 'pilot'],
        [to, 'member'],
      ],
    });
    await refused(inFrom.session, move, { id: thread.id, club: to.slug }, 'forbidden');
    await refused(one.session, move, { id: thread.id, club: to.slug }, 'forbidden');
    await refused(one.session, move, { id: thread.id, club: (await buildClub({ access: 'request' })).slug }, 'not-found');
    await refused(both.session, move, { id: thread.id, club: 'Pas Un Slug' }, 'invalid-input');
    const administrator = await buildPerson(server, { administrator: true });
    await ok(administrator.session, move, { id: thread.id, club: to.slug });
  });

  test('tells live readers, and those who may not follow hear no more', async () => {
    const { thread } = await buildThread(server, { club: from, author: inFrom });
    await settled();
    const [left, follows] = [await listen(inFrom.session), await listen(both.session)];
    for (const listener of [left, follows]) expect(await listener.watch(threadRoom(thread.id))).toEqual({ ok: true });
    await left.watch(clubRoom(from.slug));
    await ok(both.session, move, { id: thread.id, club: to.slug });
    expect(await left.hears('thread.moved')).toEqual({ id: thread.id, clubSlug: from.slug });
    await follows.hears('thread.updated', ({ clubSlug }) => clubSlug === to.slug);
    await ok(inTo.session, contract.forum.reply, { id: thread.id, body: paragraphs('Bienvenue ici.') });
    await follows.hears('reply.created');
    expect(left.all('reply.created')).toEqual([]);
    expect((await left.watch(threadRoom(thread.id))).ok).toBe(false);
  });

  test('interrupted after the thread moved, the rest follows at the next start', async () => {
    const { thread } = await buildThread(server, { club: from, author: inFrom, replies: 3, title: 'Le taille-haie partagé' });
    await settled();
    const by = { id: both.id, name: both.name, commune: null };
    const target = { kind: 'thread' as const, id: thread.id, threadId: thread.id, number: null, label: thread.title };
    const act = newAct({ by, action: 'move-out', clubId: from.id, target, before: 'Urbanisme', after: 'Juridique' });
    // What a process killed right after its write leaves.
    await ThreadModel.updateOne(
      { _id: thread.id },
      { $set: { clubId: to.id, unsettled: 'changed:0123456789abcdef01234567' }, $push: { acts: act } },
    );
    expect(await ReplyModel.countDocuments({ threadId: thread.id, clubId: from.id })).toBe(3);
    await sweepUnsettled({ all: true });
    await sweepUnsettled({ all: true });
    expect(await ReplyModel.countDocuments({ threadId: thread.id, clubId: to.id })).toBe(3);
    expect((await ok(inTo.session, contract.search.search, { q: 'taille-haie' })).items).toHaveLength(1);
    const trail = await ok(both.session, contract.moderation.trail, { slug: from.slug });
    expect(trail.items.filter(({ id }) => id === act._id)).toHaveLength(1);
    expect((await call(both.session, get, { id: thread.id })).status).toBe(200);
  });
});
