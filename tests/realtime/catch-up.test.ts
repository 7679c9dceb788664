import { contract } from '@beffroi/shared/contract';
import { threadRoom } from '@beffroi/shared/core/rooms';
import { beforeAll, expect, test } from 'vitest';
import { ok, type Session } from '../support/api-client.ts';
import { freePort, startServerProcess, temporaryFolder } from '../support/server-process.ts';
import { listen } from '../support/socket-client.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildReply, buildThread, type TestPerson } from '../support/world.ts';

const AUTH_SECRET = 'le-meme-secret-pour-les-deux-0123456789';

let nearby: Server;
beforeAll(async () => {
  nearby = await startServer({ AUTH_SECRET });
});

/** The same person, her requests sent to another server. */
const at = (url: string, person: TestPerson): TestPerson => ({ ...person, session: { ...person.session, url } });
const repliesAfter = async (session: Session, id: string, after: number): Promise<number[]> => {
  const numbers: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await ok(session, contract.forum.replies, { id, after, limit: 2, cursor });
    numbers.push(...page.items.map(({ number }) => number));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return numbers;
};

test('a reader whose server dies catches up exactly, then hears what follows', async () => {
  const { thread, author } = await buildThread(nearby);
  const settings = { PORT: String(await freePort()), MONGODB_URI: nearby.databaseUri, DATA_DIR: temporaryFolder(), AUTH_SECRET };
  const first = await startServerProcess(settings);
  const reader = at(first.url, author);
  const listener = await listen(reader.session);
  await listener.watch(threadRoom(thread.id));
  for (let i = 0; i < 3; i++) await buildReply(reader, thread.id);
  const { number: last } = await listener.hears('reply.created', ({ number }) => number === 3);

  const lost = new Promise((resolve) => listener.socket.once('disconnect', resolve));
  await first.kill();
  await lost;
  // Written elsewhere meanwhile: no event of it will ever reach this reader.
  for (let i = 0; i < 5; i++) await buildReply(author, thread.id);

  const back = new Promise<void>((resolve) => listener.socket.once('connect', resolve));
  await startServerProcess(settings);
  await back;
  expect(await listener.watch(threadRoom(thread.id))).toEqual({ ok: true });
  expect(await repliesAfter(reader.session, thread.id, last)).toEqual([4, 5, 6, 7, 8]);
  expect(listener.all('reply.created').map(({ number }) => number)).toEqual([1, 2, 3]);

  await buildReply(reader, thread.id);
  await listener.hears('reply.created', ({ number }) => number === 9);
  expect(await repliesAfter(reader.session, thread.id, 8)).toEqual([9]);
}, 60_000);
