import type { Reply } from '@beffroi/shared/features/forum/forum.contract';
import { expect, test } from 'vitest';
import { ALL_READ, buildReply, buildThread } from './forum.fixtures.ts';
import { EMPTY_LOG } from './reply-log.ts';
import { type ThreadSource, type ThreadState, threadSync } from './thread-sync.ts';

const PAGE = 4;

const startServer = (count: number) => {
  const replies: Reply[] = [];
  const asked: string[] = [];
  const post = () => replies.push(buildReply({ number: replies.length + 1 }));
  for (let index = 0; index < count; index++) post();
  const page = (after: number) => {
    const rest = replies.filter((reply) => reply.number > after);
    return { items: rest.slice(0, PAGE), nextCursor: rest.length > PAGE ? 'next' : null };
  };
  const source: ThreadSource = {
    get: async ({ after }) => {
      asked.push(`get ${after}`);
      return { ...buildThread({ replyCount: replies.length }), replies: page(after), reading: ALL_READ };
    },
    replies: async ({ after }) => {
      asked.push(`replies ${after}`);
      return page(after);
    },
  };
  return { replies, post, source, asked };
};

const open = (source: ThreadSource) => {
  const held: { state: ThreadState | undefined } = { state: { thread: buildThread(), log: EMPTY_LOG, reading: ALL_READ } };
  const sync = threadSync(
    'thread-1',
    source,
    () => held.state,
    (change) => {
      held.state = change(held.state);
    },
  );
  return { held, sync, numbers: () => held.state?.log.replies.map((reply) => reply.number) };
};

test('reads every page, in order', async () => {
  const server = startServer(10);
  const page = open(server.source);
  await page.sync.catchUp();
  expect(page.numbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(server.asked).toEqual(['get 0', 'replies 4', 'replies 8']);
});

test('after a break, asks only for what came since', async () => {
  const server = startServer(3);
  const page = open(server.source);
  await page.sync.catchUp();
  server.post();
  server.post();
  server.asked.length = 0;
  await page.sync.catchUp();
  expect(page.numbers()).toEqual([1, 2, 3, 4, 5]);
  expect(server.asked).toEqual(['get 3']);
});

test('a hundred events while reading make one more reading, not a hundred', async () => {
  const server = startServer(1);
  const page = open(server.source);
  const first = page.sync.catchUp();
  server.post();
  await Promise.all([first, ...Array.from({ length: 100 }, () => page.sync.catchUp())]);
  expect(server.asked).toHaveLength(2);
  expect(page.numbers()).toEqual([1, 2]);
});

test('a failed reading leaves what was known, and the next one goes on from there', async () => {
  const server = startServer(6);
  let broken = true;
  const page = open({
    ...server.source,
    replies: (input) => (broken ? Promise.reject(new TypeError('network')) : server.source.replies(input)),
  });
  await expect(page.sync.catchUp()).rejects.toThrow('network');
  expect(page.numbers()).toEqual([1, 2, 3, 4]);
  broken = false;
  await page.sync.catchUp();
  expect(page.numbers()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('rereading brings an edit without touching the rest', async () => {
  const server = startServer(6);
  const page = open(server.source);
  await page.sync.catchUp();
  server.replies[4] = { ...(server.replies[4] as Reply), version: 2 };
  await page.sync.reread(5, 5);
  expect(page.held.state?.log.replies.map((reply) => reply.version)).toEqual([1, 1, 1, 1, 2, 1]);
});
