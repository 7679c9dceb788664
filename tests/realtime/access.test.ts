import { contract } from '@beffroi/shared/contract';
import { clubRoom, personRoom, threadRoom } from '@beffroi/shared/core/rooms';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, send } from '../support/api-client.ts';
import { listen } from '../support/socket-client.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, signIn } from '../support/world.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

describe('a connection', () => {
  test.each([
    ['without a cookie', ''],
    ['with a forged cookie', 'beffroi.session_token=abc.Zm9yZ2Vk'],
    ['with rubbish', 'beffroi.session_token=%'],
  ])('is refused %s', async (_case, cookie) => {
    await expect(listen({ url: server.url, cookie })).rejects.toThrow('unauthenticated');
  });

  test('ends when the person signs out', async () => {
    const { email } = await buildPerson(server);
    const session = await signIn(server, email);
    const listener = await listen(session);
    await send(session, '/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    await expect.poll(() => listener.socket.connected).toBe(false);
  });
});

describe('a room', () => {
  test('is shut to those who may not read it', async () => {
    const club = await buildClub({ access: 'request' });
    const { thread } = await buildThread(server, { club, author: await buildPerson(server, { clubs: [[club, 'member']] }) });
    const people = [
      await buildPerson(server),
      await buildPerson(server, { commune: null, substitute: true }),
      await buildPerson(server, { commune: null, clubs: [[await buildClub(), 'guest']] }),
    ];
    for (const { session } of people) {
      const listener = await listen(session);
      for (const room of [threadRoom(thread.id), clubRoom(club.slug)])
        expect(await listener.watch(room)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    }
  });

  test('of another person is nobody’s to watch', async () => {
    const [victim, curious] = [await buildPerson(server), await buildPerson(server)];
    const listener = await listen(curious.session);
    expect(await listener.watch(personRoom(victim.id))).toMatchObject({ ok: false });
  });

  test.each([
    [''],
    ['thread:'],
    ['thread:inconnu'],
    [`thread:${'f'.repeat(24)}`],
    ['club:inconnu'],
    ['club:../..'],
    ['*'],
    [`thread:${'a'.repeat(5_000)}`],
    ['__proto__'],
    ['thread:a b'],
  ])('« %s » cannot be watched', async (room) => {
    const listener = await listen((await buildPerson(server)).session);
    expect(await listener.watch(room)).toMatchObject({ ok: false, problem: { detail: expect.any(String) } });
  });

  test.each([[null], [42], ['texte'], [[]], [{}], [{ room: null }], [{ room: { $ne: 1 } }], [undefined]])(
    'asked for with %j, is refused and the connection lives',
    async (payload) => {
      const listener = await listen((await buildPerson(server)).session);
      const answer = await listener.socket.timeout(5_000).emitWithAck('watch', payload as never);
      expect(answer).toMatchObject({ ok: false });
      listener.socket.emit('typing', payload as never);
      listener.socket.emit('unwatch', payload as never);
      const { slug } = await buildClub();
      expect(await listener.watch(clubRoom(slug))).toEqual({ ok: true });
    },
  );

  test('cannot be joined without end', async () => {
    const listener = await listen((await buildPerson(server)).session);
    const answers: boolean[] = [];
    for (let i = 0; i < 70; i++) answers.push((await listener.watch(clubRoom((await buildClub()).slug))).ok);
    expect(answers.at(-1)).toBe(false);
    expect(answers.slice(0, 30)).toEqual(Array(30).fill(true));
  });
});

describe('lost access', () => {
  test('is lost live: who leaves a club hears no more of it', async () => {
    const club = await buildClub({ access: 'request' });
    const [leaving, staying] = [
      await buildPerson(server, { clubs: [[club, 'member']] }),
      await buildPerson(server, { clubs: [[club, 'member']] }),
    ];
    const { thread } = await buildThread(server, { club, author: staying });
    const [left, stayed] = [await listen(leaving.session), await listen(staying.session)];
    for (const listener of [left, stayed]) for (const room of [threadRoom(thread.id), clubRoom(club.slug)]) await listener.watch(room);
    await ok(leaving.session, contract.clubs.leave, { slug: club.slug });
    await left.hears('rights.changed');
    await buildReply(staying, thread.id);
    await stayed.hears('reply.created');
    expect(left.all('reply.created')).toEqual([]);
    expect(await left.watch(threadRoom(thread.id))).toMatchObject({ ok: false });
  });

  test('is gained live: who is accepted may watch at once', async () => {
    const club = await buildClub({ access: 'request' });
    const [agent, pilot] = [await buildPerson(server), await buildPerson(server, { clubs: [[club, 'pilot']] })];
    const listener = await listen(agent.session);
    expect(await listener.watch(clubRoom(club.slug))).toMatchObject({ ok: false });
    await ok(agent.session, contract.clubs.join, { slug: club.slug });
    await ok(pilot.session, contract.clubs.decideRequest, { slug: club.slug, personId: agent.id, decision: 'accept' });
    await listener.hears('rights.changed');
    expect(await listener.watch(clubRoom(club.slug))).toEqual({ ok: true });
  });
});
