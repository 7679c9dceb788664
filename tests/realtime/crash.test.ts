import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { expect, onTestFinished, test } from 'vitest';
import { call, ok, type Session } from '../support/api-client.ts';
import { freePort, startServerProcess, temporaryFolder } from '../support/server-process.ts';
import { startServer } from '../support/start-server.ts';
import { end, startStore } from '../support/store-process.ts';
import { buildClub, buildPerson, buildThread, type TestThread } from '../support/world.ts';

const AUTH_SECRET = 'le-meme-secret-avant-et-apres-0123456789';
const WRITERS = 8;

interface Written {
  threadId: string;
  id: string;
  number: number;
}

/** Replies as fast as answers come, until the server is gone. Keeps what was acknowledged. */
const writeUntilGone = async (session: Session, { thread }: TestThread, acknowledged: Written[]): Promise<void> => {
  for (let i = 0; ; i++) {
    const input = { id: thread.id, body: paragraphs(`Acquittée avant la coupure, ${i}.`) };
    const answer = await call(session, contract.forum.reply, input).catch(() => null);
    if (answer?.status !== 201) return;
    const { id, number } = answer.body as { id: string; number: number };
    acknowledged.push({ threadId: thread.id, id, number });
  }
};

const allReplies = async (session: Session, id: string) => {
  const items: { id: string; number: number }[] = [];
  let after = 0;
  for (;;) {
    const page = await ok(session, contract.forum.replies, { id, after, limit: 100 });
    items.push(...page.items);
    if (!page.nextCursor) return items;
    after = Number(page.items.at(-1)?.number);
  }
};

const allHits = async (session: Session, q: string): Promise<Set<string>> => {
  const ids = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await ok(session, contract.search.search, { q, limit: 100, cursor });
    for (const { id } of page.items) ids.add(id);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return ids;
};

test('killing everything in the middle of writing loses nothing that was acknowledged', async () => {
  const folder = temporaryFolder();
  const port = await freePort();
  const store = await startStore(folder, port);
  const databaseUri = `${store.uri}/essai`;
  const nearby = await startServer({ AUTH_SECRET, databaseUri });
  const club = await buildClub();
  const author = await buildPerson(nearby, { clubs: [[club, 'member']] });
  const threads = [await buildThread(nearby, { club, author }), await buildThread(nearby, { club, author })];
  const settings = { MONGODB_URI: databaseUri, DATA_DIR: temporaryFolder(), AUTH_SECRET };
  const server = await startServerProcess(settings);
  const session = { ...author.session, url: server.url };

  const acknowledged: Written[] = [];
  const writers = Array.from({ length: WRITERS }, (_, i) => writeUntilGone(session, threads[i % 2] as TestThread, acknowledged));
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(60);
  await Promise.all([end(store.child, 'SIGKILL'), server.kill()]);
  await Promise.all(writers);

  const again = await startStore(folder, port);
  onTestFinished(() => end(again.child));
  const restarted = await startServerProcess(settings);
  const reader = { ...author.session, url: restarted.url };
  const found = await allHits(reader, 'acquittée coupure');
  for (const { thread } of threads) {
    const replies = await allReplies(reader, thread.id);
    expect(replies.map(({ number }) => number)).toEqual(replies.map((_, index) => index + 1));
    const kept = new Map(replies.map(({ id, number }) => [id, number]));
    const lost = acknowledged.filter(({ threadId, id, number }) => threadId === thread.id && kept.get(id) !== number);
    expect(lost).toEqual([]);
    // What follows from a write is carried out after the restart: the counter, the list, search.
    expect(await ok(reader, contract.forum.get, { id: thread.id, limit: 1 })).toMatchObject({ replyCount: replies.length });
    const { items } = await ok(reader, contract.forum.list, { slug: club.slug });
    expect(items.find(({ id }) => id === thread.id)).toMatchObject({ replyCount: replies.length });
    expect(replies.filter(({ id }) => !found.has(id))).toEqual([]);
  }
}, 120_000);
