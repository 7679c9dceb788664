import { contract } from '@beffroi/shared/contract';
import { clubRoom, threadRoom } from '@beffroi/shared/core/rooms';
import { expect, test } from 'vitest';
import { call, expectProblem, ok, send } from '../support/api-client.ts';
import { startRedis } from '../support/redis-process.ts';
import { startServerProcess, temporaryFolder } from '../support/server-process.ts';
import { listen } from '../support/socket-client.ts';
import { startServer } from '../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestPerson } from '../support/world.ts';

const AUTH_SECRET = 'le-meme-secret-sur-chaque-machine-0123456';
const at = (url: string, person: TestPerson): TestPerson => ({ ...person, session: { ...person.session, url } });

test('two processes on one store serve one territory', async () => {
  const nearby = await startServer({ AUTH_SECRET });
  const club = await buildClub({ access: 'request' });
  const member = await buildPerson(nearby, { clubs: [[club, 'member']] });
  const leaving = await buildPerson(nearby, { clubs: [[club, 'member']] });
  const { thread } = await buildThread(nearby, { club, author: member });
  const settings = { MONGODB_URI: nearby.databaseUri, REDIS_URL: await startRedis(), AUTH_SECRET };
  const [one, two] = await Promise.all([1, 2].map(() => startServerProcess({ ...settings, DATA_DIR: temporaryFolder() })));
  const [urlOne, urlTwo] = [one?.url as string, two?.url as string];

  // What both remember is forgotten by both when one of them writes.
  const there = at(urlTwo, member).session;
  const seenThere = async () => {
    const [page, list] = [
      await ok(there, contract.forum.get, { id: thread.id }),
      await ok(there, contract.forum.list, { slug: club.slug }),
    ];
    return [page.replies.items.length, list.items[0]?.replyCount];
  };
  const firstThere = async () => (await ok(there, contract.forum.get, { id: thread.id })).replies.items[0];
  expect(await seenThere()).toEqual([0, 0]);
  const reply = await buildReply(at(urlOne, member), thread.id);
  await expect.poll(seenThere, { timeout: 3_000 }).toEqual([1, 1]);
  await ok(at(urlOne, leaving).session, contract.forum.setUseful, { id: reply.id });
  await expect.poll(firstThere, { timeout: 3_000 }).toMatchObject({ usefulCount: 1, useful: false });
  await ok(at(urlOne, member).session, contract.forum.deleteReply, { id: reply.id });
  await expect.poll(seenThere, { timeout: 3_000 }).toEqual([1, 0]);

  // So is how far a person has read: what she reads on one machine is new to her on no other.
  await buildReply(at(urlOne, member), thread.id);
  const unreadThere = async () => (await ok(at(urlTwo, leaving).session, contract.forum.list, { slug: club.slug })).items[0]?.unread;
  await expect.poll(unreadThere, { timeout: 3_000 }).toBe(1);
  await ok(at(urlOne, leaving).session, contract.attention.setRead, { id: thread.id, number: 2 });
  await expect.poll(unreadThere, { timeout: 3_000 }).toBe(0);

  // What is written on one is heard on the other, once.
  const listener = await listen(at(urlTwo, member).session);
  for (const room of [threadRoom(thread.id), clubRoom(club.slug)]) expect(await listener.watch(room)).toEqual({ ok: true });
  await buildReply(at(urlOne, member), thread.id);
  await buildReply(at(urlOne, member), thread.id);
  await listener.hears('reply.created', ({ number }) => number === 4);
  expect(listener.all('reply.created').map(({ number }) => number)).toEqual([3, 4]);

  // A person writing on one is seen on the other.
  const writer = await listen(at(urlOne, leaving).session);
  await writer.watch(threadRoom(thread.id));
  writer.socket.emit('typing', { threadId: thread.id, typing: true });
  expect(await listener.hears('thread.typing')).toMatchObject({ person: { id: leaving.id } });

  // Access lost on one is lost on the other, at once.
  const gone = at(urlTwo, leaving);
  const left = await listen(gone.session);
  expect(await left.watch(clubRoom(club.slug))).toEqual({ ok: true });
  await ok(gone.session, contract.forum.get, { id: thread.id });
  await ok(at(urlOne, leaving).session, contract.clubs.leave, { slug: club.slug });
  await left.hears('rights.changed');
  expectProblem(await call(gone.session, contract.forum.get, { id: thread.id }), 'not-found');
  expect(await left.watch(clubRoom(club.slug))).toMatchObject({ ok: false });

  // Signing out on one ends the session on the other.
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  await send(at(urlOne, leaving).session, '/api/auth/sign-out', init);
  await expect.poll(() => left.socket.connected).toBe(false);
  expectProblem(await call(gone.session, contract.accounts.me), 'unauthenticated');
}, 90_000);
