import { contract } from '@beffroi/shared/contract';
import { clubRoom, personRoom, threadRoom } from '@beffroi/shared/core/rooms';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../support/api-client.ts';
import { listen } from '../support/socket-client.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildClub, buildPerson, buildThread, openSession } from '../support/world.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

describe('what one reads', () => {
  test('clears on one’s other device at once, and is nobody else’s business', async () => {
    const club = await buildClub();
    const author = await buildPerson(server, { clubs: [[club, 'pilot']] });
    const reader = await buildPerson(server, { clubs: [[club, 'member']], commune: 'onnaing' });
    const { thread } = await buildThread(server, { club, author, replies: 3 });
    const [computer, phone] = [reader.session, await openSession(server, reader.id)];
    const [onPhone, pilot] = [await listen(phone), await listen(author.session)];
    for (const room of [clubRoom(club.slug), threadRoom(thread.id)]) expect(await pilot.watch(room)).toEqual({ ok: true });
    expect(await pilot.watch(personRoom(reader.id))).toMatchObject({ ok: false });

    await ok(computer, contract.attention.setRead, { id: thread.id, number: 2 });
    expect(await onPhone.hears('attention.changed')).toEqual({ threadId: thread.id, read: 2 });
    const row = (await ok(phone, contract.forum.list, { slug: club.slug })).items[0];
    expect(row).toMatchObject({ unread: 1, isNew: false });

    // The other device reads on; what the first one sends late moves nothing and is not told.
    await ok(phone, contract.attention.setRead, { id: thread.id, number: 3 });
    await onPhone.hears('attention.changed', ({ read }) => read === 3);
    await ok(computer, contract.attention.setRead, { id: thread.id, number: 1 });
    await ok(computer, contract.attention.followThread, { id: thread.id, level: 'muted' });
    await onPhone.hears('attention.reset');
    expect(onPhone.all('attention.changed')).toHaveLength(2);
    await pilot.unwatch(clubRoom(club.slug));
    expect(pilot.heard.filter(({ event }) => event.startsWith('attention'))).toEqual([]);
  });
});
